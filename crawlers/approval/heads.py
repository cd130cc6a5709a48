"""What a paper is and whom it concerns, from its title and head. Only what is certain.

>>> kind_of("행정사무감사 요구자료 제출"), answers("행정사무감사 요구자료 제출")
(<Kind.AUDIT: 'audit'>, True)
>>> kind_of("의원 요구자료 제출 요청"), answers("의원 요구자료 제출 요청")
(<Kind.REQUEST: 'request'>, False)
>>> session_in("제332회 서울특별시의회 임시회 관련")
332
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from crawlers.approval.pack import day_in
from records.model import Kind, Member

_KINDS = (
    (Kind.AUDIT, r"행정\s*사무\s*(?:감사|조사)"),
    (Kind.REQUEST, r"(?:자료|서류)\s*(?:제출)?\s*(?:요구|요청)|요구\s*자료"),
    (Kind.QUESTION, r"(?:시정|구정|도정|군정|교육행정|서면)\s*질문"),
    (Kind.REVIEW, r"검토\s*보고"),
    (Kind.BUDGET, r"예산안|결산|기금운용계획"),
    (Kind.BILL, r"조례안|규칙안|동의안|결의안|건의안|승인안|개정안|의안"),
    (Kind.PRESS, r"보도\s*자료"),
    (Kind.RESEARCH, r"연구\s*용역|정책\s*연구"),
    (Kind.REPORT, r"보고"),
)
_ANSWER = re.compile(r"(?:답변|회신|송부|제출|통보)(?!\s*(?:을|를)?\s*(?:요구|요청|바람|협조))")
_MEMBER = re.compile(
    r"(?:요구|질문|질의|발의|대표발의|신청)\s*의원\s*(?:명)?\s*[:：]?\s*([가-힣]{2,4}?)(?=\s|의원|\(|,|$)"
)
_CALLED = re.compile(r"([가-힣]{2,4})\s*(?:시|구|도|군)?의원")
_COMMITTEE = re.compile(r"(?:소관|상임)\s*위원회\s*(?:명)?\s*[:：]?\s*([가-힣]{2,20}위원회)")
_SESSION = re.compile(
    r"제\s*(\d{1,4})\s*회(?=[\s(]*(?:[가-힣]{1,12}의회)?[\s(]*(?:정례회|임시회|회기|본회의))"
)
_DATE = r"\d{4}\s*[.\-/년]\s*\d{1,2}\s*[.\-/월]\s*\d{1,2}"
_DUE = re.compile(rf"(?:제출|답변|회신)\s*(?:기한|기일|시한)[^\d\n]{{0,12}}({_DATE})")
_RELATED = re.compile(rf"([가-힣A-Za-z0-9]{{2,20}}-\d{{1,6}})\s*\(\s*({_DATE})")
_BILL = re.compile(r"의안\s*번호\s*:?\s*제?\s*(\d{1,3}-\d{1,6}|\d{1,7})\s*호?")


@dataclass(frozen=True, slots=True)
class Cited:
    """Another paper that this one names by number and day."""

    number: str
    day: date


@dataclass(frozen=True, slots=True)
class People:
    """The member a paper concerns: the ``name`` it gives, the ``id`` if only one bears it, and
    otherwise a note for the reader."""

    name: str | None = None
    id: str | None = None
    note: str | None = None


def kind_of(title: str) -> Kind:
    """The kind that a title names; `Kind.OTHER` when it names none."""
    return next((kind for kind, words in _KINDS if re.search(words, title)), Kind.OTHER)


def answers(title: str) -> bool:
    """Whether a title brings what was asked for, rather than asks."""
    return _ANSWER.search(title) is not None


def member_in(text: str, members: Iterable[Member]) -> People:
    """The one member whom ``text`` names."""
    by_name: dict[str, list[Member]] = {}
    for member in members:
        by_name.setdefault(member.name, []).append(member)
    labelled = list(dict.fromkeys(_MEMBER.findall(text)))
    called = [name for name in dict.fromkeys(_CALLED.findall(text)) if name in by_name]
    names = labelled or called
    if len(names) != 1:
        return People(note=f"여러 의원을 가리킵니다: {', '.join(names)}" if names else None)
    return _identified(names[0], by_name.get(names[0], []), text)


def _identified(name: str, bearers: list[Member], text: str) -> People:
    if len(bearers) > 1:
        bearers = [one for one in bearers if _fits(one, text)] or bearers
    if len(bearers) == 1:
        return People(name, bearers[0].id)
    if bearers:
        return People(name, note=f"이름이 같은 의원이 {len(bearers)}명이라 잇지 않았습니다: {name}")
    return People(name, note=f"의원 명부에 없는 이름입니다: {name}")


def _fits(member: Member, text: str) -> bool:
    """Whether the text names a committee or the district of ``member`` as well."""
    return any(word in text for word in (*member.committees, member.district or "\0"))


def committee_in(text: str, known: Iterable[str]) -> str | None:
    """The one committee of this council that ``text`` names, or that a label says."""
    named = {one for one in known if one and one in text}
    named = {one for one in named if not any(one != other and one in other for other in named)}
    named = named or set(_COMMITTEE.findall(text))
    return named.pop() if len(named) == 1 else None


def session_in(text: str) -> int | None:
    """The one session (회기) that ``text`` names."""
    found = {int(number) for number in _SESSION.findall(text)}
    return found.pop() if len(found) == 1 else None


def due_in(text: str) -> date | None:
    """The one day by which an answer is due."""
    found = {day for written in _DUE.findall(text) if (day := day_in(written))}
    return found.pop() if len(found) == 1 else None


def cited_in(text: str) -> tuple[Cited, ...]:
    """The papers named as ``부서-번호(날짜)``.

    >>> cited_in("1. 관련: 의사담당관-1234(2026.03.02.)")
    (Cited(number='의사담당관-1234', day=datetime.date(2026, 3, 2)),)
    """
    found = ((number, day_in(written)) for number, written in _RELATED.findall(text))
    return tuple(dict.fromkeys(Cited(number, day) for number, day in found if day))


def bill_in(text: str) -> str | None:
    """The one bill number that ``text`` names: ``1667``, ``11-1667``."""
    found = set(_BILL.findall(text))
    return found.pop() if len(found) == 1 else None
