"""What the reader shows of one document, as one JSON value."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate
from typing import Any, Final, TypeVar

from records.model import Document, Passage
from records.timeline import today
from search_ui.address import View, day_of
from search_ui.blocks import blocks
from search_ui.cards import kind_name
from search_ui.desk import Desk
from search_ui.laws import article_days, is_law, versions
from search_ui.leaves import Leaf, has_pages, leaf_of, leaves
from search_ui.marking import Span, marks_by_passage
from search_ui.originals import address
from search_ui.spots import needles, spots

LISTED: Final = 300
"""Hits named in the list beside the text; all of them are marked and counted."""
_AROUND: Final = 24
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Place:
    """Where to open a document: a leaf, the passage of a hit (``at`` its order), an article, or
    the ``hit``-th mark of all from 1; and the day whose law is read."""

    document: str
    page: int | None = None
    at: int | None = None
    article: str | None = None
    hit: int | None = None
    day: date | None = None

    @classmethod
    def of(cls, params: Mapping[str, str]) -> "Place":
        """Read an address's parameters; what is not valid counts as not there."""
        numbers = {name: params.get(name, "") for name in ("page", "at", "hit")}
        return cls(
            document=params.get("doc", ""),
            article=params.get("article") or None,
            day=day_of(params.get("day", "")),
            **{n: int(v) if v.isdecimal() and len(v) < 9 else None for n, v in numbers.items()},
        )


@dataclass(frozen=True, slots=True)
class _Marked:
    """A document with its leaves and marks; ``first`` numbers each passage's first mark."""

    document: Document
    leaves: tuple[Leaf, ...]
    marks: Mapping[int, tuple[Span, ...]]
    first: Mapping[int, int]
    total: int


def reading(desk: Desk, view: View, place: Place) -> dict[str, Any]:
    """Read and mark the document of ``place``. Raises `UnknownDocument` as records do."""
    day = place.day or view.as_of
    document = desk.records.read(place.document, desk.viewer, as_of=day)
    marked = _mark(desk, view, document, day)
    now = _current(marked, place)
    leaf = _leaf(marked, place, now)
    law = is_law(document)
    return {
        "document": document.id,
        "kind": document.kind.value,
        "kindName": kind_name(document.kind.value),
        "title": document.title,
        "meta": _meta(document),
        "notes": list(document.notes),
        "back": view.link(),
        "here": view.open(document.id, day=place.day),
        "leaf": leaf.number,
        "leaves": len(marked.leaves),
        "leafName": "쪽" if has_pages(document.passages) else "부분",
        "blocks": _blocks(desk, marked, leaf, law),
        "hits": _hits(marked),
        "total": marked.total,
        "now": now,
        "article": place.article,
        "picture": _picture(marked, leaf),
        "originals": _originals(document),
        "source": _web(document.source_url),
        "versions": _versions(desk, view, document, day) if law else [],
    }


def _mark(desk: Desk, view: View, document: Document, day: date | None) -> _Marked:
    options = replace(view.options(), as_of=day)
    hits = desk.searcher.locate(view.q, document.id, desk.viewer, options) if view.q.strip() else ()
    marks = marks_by_passage(document.passages, hits)
    counts = [len(spans) for spans in marks.values()]
    starts = accumulate(counts, initial=0)
    first = dict(zip(marks, starts, strict=False))
    return _Marked(document, leaves(document.passages), marks, first, sum(counts))


def _current(marked: _Marked, place: Place) -> int:
    """The number of the mark to stand on, from 0; -1 when there is none there."""
    if place.hit and place.hit <= marked.total:
        return place.hit - 1
    passages = marked.document.passages
    wanted = [
        index
        for index in marked.first
        if _is_there(marked, index, passages[index], place, exactly=True)
    ] or [
        index
        for index in marked.first
        if _is_there(marked, index, passages[index], place, exactly=False)
    ]
    return marked.first[wanted[0]] if wanted else -1


def _is_there(
    marked: _Marked, index: int, passage: Passage, place: Place, *, exactly: bool
) -> bool:
    if place.article:
        return passage.article == place.article
    if place.page and leaf_of(marked.leaves, index) != place.page:
        return False
    return not exactly or place.at is None or passage.order >= place.at


def _leaf(marked: _Marked, place: Place, now: int) -> Leaf:
    number = place.page
    passages = marked.document.passages
    if place.hit or number is None or not has_pages(passages):
        index = _passage_of(marked, now)
        if index is None and place.article:
            index = next((i for i, p in enumerate(passages) if p.article == place.article), None)
        number = leaf_of(marked.leaves, index) if index is not None else number or 1
    return marked.leaves[min(max(number, 1), len(marked.leaves)) - 1]


def _passage_of(marked: _Marked, now: int) -> int | None:
    if now < 0:
        return None
    return max((i for i, first in marked.first.items() if first <= now), default=None)


def _blocks(desk: Desk, marked: _Marked, leaf: Leaf, law: bool) -> list[dict[str, Any]]:
    document = marked.document
    own = [(i, document.passages[i]) for i in range(leaf.first, leaf.last)]
    made = blocks(own, marked.marks, marked.first)
    if law:
        days = article_days(desk.records, document.id, document.revision)
        for block in made:
            block["days"] = days.get((block.get("article") or "", block.get("text", "")))
    return made


def _hits(marked: _Marked) -> list[dict[str, Any]]:
    """The passages with marks, each with words around its first."""
    shown = []
    for index, first in list(marked.first.items())[:LISTED]:
        passage = marked.document.passages[index]
        start, end = marked.marks[index][0]
        low = max(0, start - _AROUND)
        text = passage.text[low : end + _AROUND].replace("\n", " ")
        leaf = leaf_of(marked.leaves, index)
        shown.append(
            {
                "n": first,
                "count": len(marked.marks[index]),
                "leaf": leaf,
                "place": passage.article or (f"{leaf}쪽" if passage.page else ""),
                "text": text,
                "marks": [[start - low, end - low]],
            }
        )
    return shown


def _picture(marked: _Marked, leaf: Leaf) -> dict[str, Any] | None:
    """Addresses of the page's picture and of the boxes of its marks, where there are pages;
    ``spots`` tells which mark each box is."""
    document = marked.document
    if not document.attachments or not has_pages(document.passages):
        return None
    own = document.passages[leaf.first : leaf.last]
    marks = _from(marked.marks, leaf)
    words = needles(own, marks)
    at: dict[str, Any] = {"n": 0, "page": leaf.number}
    return {
        "image": address("page", document.id, **at),
        "boxes": address("boxes", document.id, **at, needle=words),
        "spots": spots(own, marks, _from(marked.first, leaf), words),
    }


def _from(values: Mapping[int, _T], leaf: Leaf) -> dict[int, _T]:
    """What belongs to ``leaf``, counted from its first passage."""
    return {i - leaf.first: value for i, value in values.items() if leaf.first <= i < leaf.last}


def _originals(document: Document) -> list[dict[str, str]]:
    return [
        {
            "name": attachment.name.rpartition("/")[2],
            "size": _size(attachment.size),
            "href": address("original", document.id, n=number),
        }
        for number, attachment in enumerate(document.attachments)
    ]


def _versions(desk: Desk, view: View, document: Document, day: date | None) -> list[dict[str, Any]]:
    found = versions(desk.records, document, day or today())
    return [one | {"href": view.open(document.id, day=one["day"])} for one in found]


def _meta(document: Document) -> list[list[str]]:
    session = f"제{document.session}회" if document.session else None
    shown = {
        "날짜": document.date.isoformat() if document.date else None,
        "번호": document.number,
        "회기": session,
        "위원회": document.committee,
        "기관": document.agency,
        "생산부서": document.unit,
        "의원": ", ".join(document.members),
        "공개구분": document.disclosure,
        "비공개 근거": document.disclosure_ground,
        "보존기간": document.retention,
    }
    return [[label, value] for label, value in shown.items() if value]


def _web(url: str | None) -> str | None:
    """Only addresses of the web become links."""
    return url if url and url.startswith(("https://", "http://")) else None


def _size(size: int) -> str:
    """
    >>> _size(900), _size(1_500_000)
    ('1KB', '1.4MB')
    """
    return f"{size / 2**20:.1f}MB" if size >= 2**20 else f"{max(1, round(size / 1024))}KB"
