"""The way of a bill, or of any paper: everything that names it, in the order of its days."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from records.model import Document, Kind, Relation, RelationKind
from records.visibility import may_read
from search_ui.address import View
from search_ui.cards import kind_name
from search_ui.desk import Desk
from search_ui.lawview.address import LawPlace

_TO: Final = {
    RelationKind.AMENDS: "고치는 법규",
    RelationKind.CITES: "근거로 든 법규",
    RelationKind.MENTIONS: "가리키는 자료",
    RelationKind.ANSWERS: "답하는 자료",
}
_FROM: Final = {
    RelationKind.AMENDS: "이것을 고침",
    RelationKind.CITES: "이것을 근거로 듦",
    RelationKind.MENTIONS: "이것을 가리킴",
    RelationKind.ANSWERS: "이것에 답함",
}


def way_of(desk: Desk, document_id: str) -> dict[str, Any]:
    """One JSON value: the paper and its events by day. Raises `UnknownDocument` as records do."""
    paper = desk.records.read(document_id, desk.viewer)
    beside = near(desk, paper.id)
    papers = desk.records.heads(beside)
    seen = [(one, beside[one.id]) for one in papers.values() if may_read(desk.viewer, one)]
    events = [event(paper, ["이 자료"], here=True), *(event(one, why) for one, why in seen)]
    dated = sorted((one for one in events if one["date"]), key=lambda one: str(one["date"]))
    return {
        "title": paper.title,
        "kindName": kind_name(paper.kind.value),
        "href": View().open(paper.id),
        "events": _spread(dated),
        "undated": [one for one in events if not one["date"]],
    }


def near(desk: Desk, document_id: str) -> dict[str, list[str]]:
    """Papers beside it, with what they are to it. People are no papers."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for other, word in (
        *_words(desk.records.relations_of(document_id), "target", _TO),
        *_words(desk.records.relations_to(document_id), "source", _FROM),
    ):
        if other != document_id and word not in found[other]:
            found[other].append(word)
    return found


def _words(
    relations: Iterable[Relation], end: str, words: dict[RelationKind, str]
) -> Iterable[tuple[str, str]]:
    for one in relations:
        other = str(getattr(one, end)).partition("#")[0]
        if one.kind in words and not other.startswith("member:"):
            yield other, words[one.kind]


def event(paper: Document, why: list[str], *, here: bool = False) -> dict[str, Any]:
    """A paper as a line: its day, kind, title, address and what it is (``why``)."""
    law = paper.kind in (Kind.STATUTE, Kind.ORDINANCE)
    return {
        "date": paper.date.isoformat() if paper.date else "",
        "kind": paper.kind.value,
        "kindName": kind_name(paper.kind.value),
        "title": paper.title,
        "href": LawPlace(paper.id).link() if law else View().open(paper.id),
        "why": ", ".join(why),
        "here": here,
    }


def _spread(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each event with its ``place`` between the first day (0) and the last (1)."""
    days = [date.fromisoformat(str(one["date"])).toordinal() for one in events]
    first, span = min(days, default=0), max(max(days, default=0) - min(days, default=0), 1)
    return [
        one | {"place": round((day - first) / span, 4)}
        for one, day in zip(events, days, strict=True)
    ]
