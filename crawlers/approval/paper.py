"""From a pack to a document: typed, dated, linked, and readable by those who may."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from crawlers.approval import heads
from crawlers.approval.pack import Content, Pack
from crawlers.approval.pubdoc import Pubdoc
from crawlers.enclosed import Enclosed, with_texts
from records.model import Document, Kind, Member, Visibility

ATTACHED = frozenset({"attach", "attach_body"})


@dataclass(frozen=True, slots=True)
class House:
    """What a council knows of itself, against which names are checked."""

    members: tuple[Member, ...] = ()
    committees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A document and what it is about: ``member`` is an id, ``answers`` whether it brings what
    was asked for, ``due`` the day a demand sets."""

    document: Document
    member: str | None
    answers: bool
    due: date | None
    cited: tuple[heads.Cited, ...]
    bill: str | None


def attachments_of(pack: Pack) -> tuple[Content, ...]:
    """The files that people enclosed; a body of its own (attach_body) goes first."""
    found = [one for one in pack.contents if one.role in ATTACHED]
    return tuple(sorted(found, key=lambda one: one.role != "attach_body"))


def document_id(pack: Pack, pubdoc: Pubdoc) -> str:
    """Serial numbers begin anew each year, so the year belongs to the id."""
    day = pubdoc.enforced or pack.sent
    return f"edoc:{pack.sender}-{pack.doc_id}" + (f"-{day.year}" if day else "")


def make_paper(pack: Pack, pubdoc: Pubdoc, enclosed: Iterable[Enclosed], house: House) -> Paper:
    """The paper of ``pack``."""
    enclosed = tuple(enclosed)
    head = "\n".join((*pubdoc.recipients, pubdoc.text))
    people = heads.member_in(head, house.members)
    kind, brings = heads.kind_of(pubdoc.title), heads.answers(pubdoc.title)
    document = Document(
        id=document_id(pack, pubdoc),
        kind=kind,
        title=pubdoc.title,
        date=pubdoc.enforced or pack.sent,
        number=pubdoc.number or None,
        unit=pubdoc.unit,
        session=heads.session_in(head),
        committee=heads.committee_in(head, house.committees),
        members=(people.name,) if people.name else (),
        agency=pubdoc.organ or pack.sender_name or None,
        disclosure=pubdoc.disclosure,
        disclosure_ground=_ground(pubdoc.grounds),
        source="edoc",
        attachments=tuple(one.attachment for one in enclosed),
        notes=tuple(_notes(people, enclosed)),
        passages=with_texts(pubdoc.passages, enclosed),
    )
    document = _opened(document, people.id, brings)
    text = pubdoc.text
    due, cited, bill = heads.due_in(text), heads.cited_in(text), heads.bill_in(text)
    return Paper(document, people.id, brings, due, cited, bill)


def _opened(document: Document, member: str | None, brings: bool) -> Document:
    """Public when it is 공개. What a member asks for is the member's own until it is answered;
    an answer that is not 공개 stays between the member and the staff."""
    asked = document.kind is Kind.REQUEST and not brings
    if document.disclosure == "공개" and not asked:
        return replace(document, visibility=Visibility.PUBLIC)
    if document.kind is Kind.REQUEST and member:
        return replace(document, visibility=Visibility.NAMED, readers=(f"member:{member}",))
    return document


def _ground(grounds: tuple[int, ...]) -> str | None:
    """
    >>> _ground((5, 6))
    '정보공개법 제9조제1항제5호·제6호'
    """
    marks = "·".join(f"제{number}호" for number in grounds)
    return f"정보공개법 제9조제1항{marks}" if marks else None


def _notes(people: heads.People, enclosed: Iterable[Enclosed]) -> Iterator[str]:
    if people.note:
        yield people.note
    for one in enclosed:
        if one.fault:
            yield f"붙임을 읽지 못했습니다: {one.attachment.name} ({one.fault})"
        yield from one.reading.notes
