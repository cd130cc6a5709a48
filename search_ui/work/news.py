"""What a saved search has found since a revision: papers that came or changed, newest first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import parse_qsl

from indexer.search.searcher import Searcher
from records.model import Document
from records.searches import SavedSearch
from records.store import Records
from records.viewer import Viewer
from search_ui.address import View

MOST: Final = 10_000
"""Hits looked through; a search that finds more is too wide to be watched to its end."""
SHOWN: Final = 50
_PAGE: Final = 500
_CHANGES: Final = 5_000


@dataclass(frozen=True, slots=True)
class News:
    """``count`` papers are new up to revision ``upto``; the newest of them without text."""

    papers: tuple[Document, ...]
    count: int
    upto: int


def view_of(saved: SavedSearch) -> View:
    """The state of a saved search, on its first page."""
    return replace(View.of(dict(parse_qsl(saved.address))), page=1)


def news(
    records: Records, searcher: Searcher, view: View, viewer: Viewer, since: int, upto: int
) -> News:
    """What of the search of ``view`` came or changed after revision ``since``, up to ``upto``,
    as far as ``viewer`` may read it."""
    changed = _changed(records, since, upto)
    if not changed:
        return News((), 0, upto)
    new = [one for one in dict.fromkeys(_found(searcher, view, viewer)) if one in changed]
    new.sort(key=lambda one: -changed[one])
    heads = records.heads(new[:SHOWN])
    return News(tuple(heads[one] for one in new[:SHOWN] if one in heads), len(new), upto)


def _changed(records: Records, since: int, upto: int) -> dict[str, int]:
    """The documents changed after ``since``, up to ``upto``, with their revisions."""
    found: dict[str, int] = {}
    while since < upto:
        page = records.changes(since, _CHANGES)
        found |= {one.document_id: one.revision for one in page if one.revision <= upto}
        if len(page) < _CHANGES:
            break
        since = page[-1].revision
    return found


def _found(searcher: Searcher, view: View, viewer: Viewer) -> Iterator[str]:
    """The documents of every full match."""
    options = replace(view.options(), sort="newest", size=_PAGE, offset=0)
    total = min(searcher.search(view.q, viewer, replace(options, size=0)).total, MOST)
    for offset in range(0, total, _PAGE):
        page = searcher.ranked(view.q, viewer, replace(options, offset=offset))
        yield from (document for _, document in page[: total - offset])
