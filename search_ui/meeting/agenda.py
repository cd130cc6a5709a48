"""A day's meetings with the papers of each item, as far as the viewer may read them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from records.errors import Misuse
from records.model import Document, Kind, Meeting, RelationKind
from records.visibility import may_read
from search_ui.desk import Desk
from search_ui.laws import LAWS

MOST_PAPERS: Final = 12
"""Papers at hand beside the one that an item names."""
_FIRST: Final = (Kind.REVIEW, Kind.MINUTES, Kind.REQUEST, Kind.AUDIT, Kind.QUESTION, Kind.BUDGET)
"""Kinds that are wanted first when a matter is debated."""
_SPEAKS_OF: Final = frozenset({RelationKind.MENTIONS, RelationKind.ANSWERS})


@dataclass(frozen=True, slots=True)
class Item:
    """One matter: the paper that the agenda names, None where there is none for this viewer;
    the ``papers`` that speak of it, and the ``laws`` that it amends. None of them has its text."""

    document: Document | None
    papers: tuple[Document, ...] = ()
    laws: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting with its items in order."""

    meeting: Meeting
    items: tuple[Item, ...]

    @property
    def name(self) -> str:
        """As it is called: 제213회 운영위원회."""
        return f"제{self.meeting.session}회 {self.meeting.body}"


def sittings(desk: Desk, day: date) -> tuple[Sitting, ...]:
    """The meetings of ``day``; the plenary comes first."""
    found = desk.records.meetings(day)
    found.sort(key=lambda one: (one.body != "본회의", one.body, one.id))
    return tuple(Sitting(one, _items(desk, one)) for one in found)


def sitting(desk: Desk, day: date, meeting_id: str) -> Sitting:
    """One meeting of ``day``. Raises `Misuse` when there is none of that id."""
    for one in desk.records.meetings(day):
        if one.id == meeting_id:
            return Sitting(one, _items(desk, one))
    raise Misuse("없는 회의입니다")


def _items(desk: Desk, meeting: Meeting) -> tuple[Item, ...]:
    """A paper of the agenda that speaks of an earlier one stands with that."""
    named = readable(desk, meeting.agenda)
    made: list[Item] = []
    taken: set[str] = set()
    for document_id in meeting.agenda:
        if document_id in taken:
            continue
        document = named.get(document_id)
        item = _item(desk, document) if document else Item(None)
        taken |= {document_id, *(paper.id for paper in item.papers)}
        made.append(item)
    return tuple(made)


def _item(desk: Desk, document: Document) -> Item:
    near = desk.records.relations_to(document.id)
    far = desk.records.relations_of(document.id)
    speaking = [one.source for one in near if one.kind in _SPEAKS_OF]
    speaking += [one.target for one in far if one.kind in _SPEAKS_OF]
    amended = [one.target for one in far if one.kind is RelationKind.AMENDS]
    papers = readable(desk, speaking)
    papers.pop(document.id, None)
    ranked = sorted(papers.values(), key=_rank)
    laws = [one for one in readable(desk, amended).values() if one.kind in LAWS]
    shown = [one for one in ranked if one.kind not in LAWS]
    return Item(document, tuple(shown[:MOST_PAPERS]), tuple(laws))


def _rank(paper: Document) -> tuple[int, str, str]:
    first = _FIRST.index(paper.kind) if paper.kind in _FIRST else len(_FIRST)
    return first, paper.kind.value, paper.id


def readable(desk: Desk, places: Iterable[str]) -> dict[str, Document]:
    """Those papers of ``places`` (documents, or articles of them) that the viewer may read,
    without text, in order."""
    ids = list(dict.fromkeys(place.partition("#")[0] for place in places))
    heads = desk.records.heads(ids)
    return {one: heads[one] for one in ids if one in heads and may_read(desk.viewer, heads[one])}
