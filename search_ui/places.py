"""Where a document is opened: from an address to a leaf and a mark on it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate

from records.model import Document
from search_ui.address import View, day_of
from search_ui.desk import Desk
from search_ui.finding import find
from search_ui.leaves import Leaf, has_pages, leaf_of, leaves
from search_ui.marking import Span, marks_by_passage
from search_ui.outline import index_of


@dataclass(frozen=True, slots=True)
class Place:
    """Where to open a document: a leaf, the passage of a hit (``at`` its order), an article, or
    the ``hit``-th mark of all from 1, or where it cites: ``cite`` code points into its text (its
    passages a line each), or into that of the ``article``; an entry of its outline (``head``,
    its key); the words that are ``find``-ed in it in place of the query's; the day
    whose law is read, and the revision that was cited."""

    document: str
    page: int | None = None
    at: int | None = None
    article: str | None = None
    hit: int | None = None
    cite: int | None = None
    head: str | None = None
    find: str = ""
    day: date | None = None
    rev: int | None = None

    @classmethod
    def of(cls, params: Mapping[str, str]) -> "Place":
        """Read an address's parameters; what is not valid counts as not there."""
        numbers = {name: params.get(name, "") for name in ("page", "at", "hit", "cite", "rev")}
        return cls(
            document=params.get("doc", ""),
            article=params.get("article") or None,
            head=params.get("head", "")[:20] or None,
            find=params.get("find", "").strip()[:100],
            day=day_of(params.get("day", "")),
            **{n: int(v) if v.isdecimal() and len(v) < 9 else None for n, v in numbers.items()},
        )


@dataclass(frozen=True, slots=True)
class Marked:
    """A document with its leaves and marks; ``first`` numbers each passage's first mark."""

    document: Document
    leaves: tuple[Leaf, ...]
    marks: Mapping[int, tuple[Span, ...]]
    first: Mapping[int, int]
    total: int


def mark(desk: Desk, view: View, document: Document, day: date | None, words: str = "") -> Marked:
    """Every mark in ``document``, as the law stood on ``day``: of ``words`` letter by letter, or
    without them of the query of ``view``."""
    marks = find(document.passages, words) if words else _queried(desk, view, document, day)
    counts = [len(spans) for spans in marks.values()]
    starts = accumulate(counts, initial=0)
    first = dict(zip(marks, starts, strict=False))
    return Marked(document, leaves(document.passages), marks, first, sum(counts))


def _queried(
    desk: Desk, view: View, document: Document, day: date | None
) -> dict[int, tuple[Span, ...]]:
    if not view.q.strip():
        return {}
    options = replace(view.options(), as_of=day)
    hits = desk.searcher.locate(view.q, document.id, desk.viewer, options)
    return marks_by_passage(document.passages, hits)


def current(marked: Marked, place: Place) -> int:
    """The number of the mark to stand on, from 0; -1 when there is none there."""
    if place.hit and place.hit <= marked.total:
        return place.hit - 1
    if place.head is not None:
        return -1
    near = [index for index in marked.first if _is_near(marked, index, place)]
    passages = marked.document.passages
    after = [index for index in near if place.at is None or passages[index].order >= place.at]
    return marked.first[(after or near)[0]] if near else -1


def _is_near(marked: Marked, index: int, place: Place) -> bool:
    if place.article:
        return marked.document.passages[index].article == place.article
    return place.page in (None, leaf_of(marked.leaves, index))


def leaf_at(marked: Marked, place: Place, now: int) -> Leaf:
    """The leaf to open: of the page asked for, or of mark ``now``, or of the article."""
    number = place.page
    passages = marked.document.passages
    if cited := citing_spot(marked.document, place):
        return marked.leaves[leaf_of(marked.leaves, cited[0]) - 1]
    if (head := head_at(marked, place)) is not None:
        return marked.leaves[leaf_of(marked.leaves, head) - 1]
    if place.hit or number is None or not has_pages(passages):
        index = _passage_of(marked, now)
        if index is None and place.article:
            index = next((i for i, p in enumerate(passages) if p.article == place.article), None)
        number = leaf_of(marked.leaves, index) if index is not None else number or 1
    return marked.leaves[min(max(number, 1), len(marked.leaves)) - 1]


def head_at(marked: Marked, place: Place) -> int | None:
    """The passage of the outline's entry that is asked for; None without one, or for a hit."""
    if not place.head or place.hit:
        return None
    return index_of(marked.document.passages, place.head)


def citing_spot(document: Document, place: Place) -> tuple[int, int] | None:
    """The passage in which the citation of ``place`` begins, and where in it."""
    if place.cite is None:
        return None
    left = place.cite
    for index, passage in enumerate(document.passages):
        if place.article and passage.article != place.article:
            continue
        if left <= len(passage.text):
            return index, left
        left -= len(passage.text) + 1
    return None


def _passage_of(marked: Marked, now: int) -> int | None:
    if now < 0:
        return None
    return max((i for i, first in marked.first.items() if first <= now), default=None)
