"""The council itself: members, sessions, meetings, requests, and how papers relate."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Member:
    """A member. ``id`` identifies; ``name`` never does (동명이인)."""

    id: str
    name: str
    hanja: str | None = None
    terms: tuple[int, ...] = ()
    district: str | None = None
    party: str | None = None
    committees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """One 회기: its number, 정례회 or 임시회, first and last day."""

    number: int
    kind: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Meeting:
    """A sitting of the plenary or a committee, with its agenda as document ids in order."""

    id: str
    session: int
    body: str
    date: date
    agenda: tuple[str, ...] = ()


class RequestStatus(StrEnum):
    ASKED = "asked"
    ANSWERED = "answered"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class DataRequest:
    """A member's demand for material and the day it is due; ``document_id`` is its paper."""

    document_id: str
    member: str
    agency: str
    asked: date
    due: date
    answered: date | None
    status: RequestStatus


class RelationKind(StrEnum):
    CITES = "cites"
    CITED = "cited"
    """Cites in a text of an article that is past, or to come."""
    AMENDS = "amends"
    DELEGATES = "delegates"
    PROPOSES = "proposes"
    ANSWERS = "answers"
    MENTIONS = "mentions"
    SPOKE = "spoke"
    RECORDED = "recorded"
    """Was recorded: the target is the address of the video."""


@dataclass(frozen=True, slots=True)
class Relation:
    """``source`` does ``kind`` to ``target``; ``start``/``end`` mark the evidence in its text."""

    source: str
    kind: RelationKind
    target: str
    start: int | None = None
    end: int | None = None
