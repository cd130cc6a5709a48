"""What a saved search has found since a revision: papers that came or changed, newest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import parse_qsl

from indexer.search.options import Options
from indexer.search.searcher import Searcher
from records.model import Document
from records.searches import SavedSearch
from records.store import Records
from records.viewer import Viewer
from search_ui.address import View

MOST: Final = 10_000
"""Hits looked through. Of a search that finds more, the papers that changed are asked about."""
WATCHED: Final = 20_000
"""Changed papers asked about; of more, the newest hits alone are looked through."""
SHOWN: Final = 50
_PAGE: Final = 500
"""Papers asked about, or hits looked through, at a time."""
_CHANGES: Final = 5_000


@dataclass(frozen=True, slots=True)
class News:
    """``count`` papers are new up to revision ``upto``; the newest of them without text. Where
    it is not ``whole`` both the hits and the changes were too many, and there may be more."""

    papers: tuple[Document, ...]
    count: int
    upto: int
    whole: bool = True

    @property
    def said(self) -> str:
        """How many, in words.

        >>> News((), 1200, 7).said, News((), 3, 7, whole=False).said
        ('1,200건', '3건 이상')
        """
        return f"{self.count:,}건" + ("" if self.whole else " 이상")


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
    options = view.options()
    found = searcher.search(view.q, viewer, replace(options, size=0))
    whole = found.total <= MOST
    if whole or found.instead or len(changed) > WATCHED:
        hits = _through(searcher, view.q, viewer, options, min(found.total, MOST))
    else:
        hits, whole = _among(searcher, view.q, viewer, options, tuple(changed)), True
    new = sorted(changed.keys() & set(hits), key=lambda one: -changed[one])
    heads = records.heads(new[:SHOWN])
    papers = tuple(heads[one] for one in new[:SHOWN] if one in heads)
    return News(papers, len(new), upto, whole)


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


def _through(
    searcher: Searcher, query: str, viewer: Viewer, options: Options, total: int
) -> Iterator[str]:
    """The documents of the newest ``total`` full matches."""
    for offset in range(0, total, _PAGE):
        paged = replace(options, sort="newest", size=_PAGE, offset=offset)
        page = searcher.ranked(query, viewer, paged)
        yield from (document for _, document in page[: total - offset])


def _among(
    searcher: Searcher, query: str, viewer: Viewer, options: Options, asked: Sequence[str]
) -> Iterator[str]:
    """Those of the papers ``asked`` about that are full matches."""
    for at in range(0, len(asked), _PAGE):
        some = replace(options, documents=tuple(asked[at : at + _PAGE]))
        total = searcher.search(query, viewer, replace(some, size=0)).total
        yield from _through(searcher, query, viewer, some, total)
