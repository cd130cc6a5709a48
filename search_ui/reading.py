"""What the reader shows of one document, as one JSON value."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any, Final, TypeVar

from records.model import Document, Kind, RelationKind
from records.timeline import today
from search_ui.address import View
from search_ui.blocks import blocks
from search_ui.cards import kind_name
from search_ui.desk import Desk
from search_ui.laws import article_days, is_law, versions
from search_ui.lawview.address import LawPlace
from search_ui.leaves import Leaf, has_pages, leaf_of
from search_ui.originals import address
from search_ui.outline import outline
from search_ui.places import Marked, Place, citing_spot, current, head_at, leaf_at, mark
from search_ui.related import related
from search_ui.sizes import size_name
from search_ui.spots import needles, spots
from search_ui.work.pinning import note_on, read_at

LISTED: Final = 300
"""Hits named in the list beside the text; all of them are marked and counted."""
_AROUND: Final = 24
_T = TypeVar("_T")


def reading(desk: Desk, view: View, place: Place) -> dict[str, Any]:
    """Read and mark the document of ``place``. Raises `UnknownDocument` as records do."""
    day = place.day or view.as_of
    document = read_at(desk, place.document, place.rev, day)
    marked = mark(desk, view, document, day, place.find)
    now = current(marked, place)
    leaf = leaf_at(marked, place, now)
    law = is_law(document)
    return {
        "document": document.id,
        "kind": document.kind.value,
        "kindName": kind_name(document.kind.value),
        "title": document.title,
        "meta": _meta(document),
        "notes": [*note_on(desk, document, place.rev), *document.notes],
        "back": view.link(),
        "backName": "회의 중" if view.meet else "검색 결과",
        "here": view.open(document.id, day=place.day, rev=place.rev, find=place.find or None),
        "find": place.find,
        "unfound": view.open(document.id, day=place.day, rev=place.rev, page=leaf.number),
        "head": head_at(marked, place),
        "outline": _outline(view, marked, place),
        "related": related(desk, document),
        "leaf": leaf.number,
        "leaves": len(marked.leaves),
        "leafName": "쪽" if has_pages(document.passages) else "부분",
        "blocks": _blocks(desk, marked, leaf, law, day),
        "hits": _hits(marked),
        "turns": _turns(marked),
        "total": marked.total,
        "now": now,
        "article": place.article,
        "citing": citing_spot(document, place),
        "citations": _citations(desk, document, leaf, day if law else None),
        "picture": _picture(marked, leaf),
        "originals": _originals(document),
        "source": _web(document.source_url),
        "videos": _videos(desk, document),
        "versions": _versions(desk, view, document, day) if law else [],
        "law": LawPlace(document.id, place.article, day).link() if law else None,
    }


def _blocks(
    desk: Desk, marked: Marked, leaf: Leaf, law: bool, day: date | None
) -> list[dict[str, Any]]:
    document = marked.document
    own = [(i, document.passages[i]) for i in range(leaf.first, leaf.last)]
    made = blocks(own, marked.marks, marked.first)
    if law:
        days = article_days(desk.records, document.id, document.revision)
        for block in made:
            key = block.get("article")
            block["days"] = days.get((key or "", block.get("text", "")))
            block["law"] = LawPlace(document.id, key, day).link() if key else None
    return made


def _outline(view: View, marked: Marked, place: Place) -> dict[str, Any]:
    """Headings with the leaf each is on and its address."""
    entries, more = outline(marked.document.passages)
    paged = has_pages(marked.document.passages)
    head = head_at(marked, place)
    at = partial(view.open, place.document, day=place.day, rev=place.rev, find=place.find or None)
    return {
        "more": more,
        "items": [
            {
                "label": one.label,
                "level": one.level,
                "href": at(head=one.key),
                "place": f"{leaf_of(marked.leaves, one.index)}쪽" if paged else "",
                "here": one.index == head,
            }
            for one in entries
        ],
    }


def _hits(marked: Marked) -> list[dict[str, Any]]:
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


def _turns(marked: Marked) -> list[list[int]]:
    """[first mark, leaf] of every leaf with marks, so that the next hit is found on any."""
    turns: dict[int, int] = {}
    for index, first in marked.first.items():
        turns.setdefault(leaf_of(marked.leaves, index), first)
    return [[first, leaf] for leaf, first in turns.items()]


def _picture(marked: Marked, leaf: Leaf) -> dict[str, Any] | None:
    """Addresses of the page's picture and of the boxes of its marks, where there are pages;
    ``spots`` tells which mark each box is."""
    document = marked.document
    if not document.attachments or not has_pages(document.passages):
        return None
    own = document.passages[leaf.first : leaf.last]
    marks = _from(marked.marks, leaf)
    words = needles(own, marks)
    at: dict[str, Any] = {"n": 0, "page": leaf.number, "rev": document.revision}
    return {
        "image": address("page", document.id, **at),
        "boxes": address("boxes", document.id, **at, needle=words),
        "spots": spots(own, marks, _from(marked.first, leaf), words),
    }


def _citations(desk: Desk, document: Document, leaf: Leaf, day: date | None) -> str | None:
    """Where to ask for the citations of the leaf, once it is on screen."""
    if desk.cite is None:
        return None
    on: dict[str, object] = {"day": day.isoformat()} if day else {}
    return address("citations", document.id, leaf=leaf.number, rev=document.revision, **on)


def _from(values: Mapping[int, _T], leaf: Leaf) -> dict[int, _T]:
    """What belongs to ``leaf``, counted from its first passage."""
    return {i - leaf.first: value for i, value in values.items() if leaf.first <= i < leaf.last}


def _originals(document: Document) -> list[dict[str, str]]:
    return [
        {
            "name": attachment.name.rpartition("/")[2],
            "size": size_name(attachment.size),
            "href": address("original", document.id, n=number, rev=document.revision),
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


def _videos(desk: Desk, document: Document) -> list[str]:
    """Where the sitting that these minutes are of can be watched."""
    if document.kind is not Kind.MINUTES:
        return []
    found = desk.records.relations(source=document.id)
    return [one.target for one in found if one.kind is RelationKind.RECORDED and _web(one.target)]
