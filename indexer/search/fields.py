"""The fields a query may name, in Korean and English, and how their values are tidied."""

import re
from typing import Final, Literal

from indexer.search.tree import FieldName
from records.model import Kind

Special = Literal["period", "as_of", "history"]

FIELDS: Final[dict[str, FieldName | Special]] = {
    "종류": "kind", "구분": "kind", "kind": "kind", "type": "kind",
    "의원": "member", "의원명": "member", "발의": "member", "member": "member",
    "위원회": "committee", "상임위": "committee", "committee": "committee",
    "기관": "agency", "부서": "agency", "agency": "agency",
    "회기": "session", "session": "session",
    "연도": "year", "년도": "year", "year": "year",
    "조문": "cites", "인용": "cites", "article": "cites", "cites": "cites",
    "번호": "number", "의안번호": "number", "문서번호": "number", "number": "number",
    "기간": "period", "날짜": "period", "period": "period", "date": "period",
    "시점": "as_of", "기준일": "as_of", "asof": "as_of",
    "연혁": "history", "history": "history",
}  # fmt: skip
KOREAN: Final[dict[FieldName, str]] = {
    "kind": "종류", "member": "의원", "committee": "위원회", "agency": "기관",
    "session": "회기", "year": "연도", "cites": "조문", "number": "번호",
}  # fmt: skip
_KIND_ALIASES: Final[dict[str, Kind]] = {
    "조례안": Kind.BILL, "검토": Kind.REVIEW, "심사보고": Kind.REVIEW, "요구자료": Kind.REQUEST,
    "자료요구": Kind.REQUEST, "감사": Kind.AUDIT, "행감": Kind.AUDIT, "감사자료": Kind.AUDIT,
    "질문": Kind.QUESTION, "질의": Kind.QUESTION, "예산": Kind.BUDGET, "결산": Kind.BUDGET,
    "속기록": Kind.MINUTES, "보도": Kind.PRESS, "법률": Kind.STATUTE, "조례": Kind.ORDINANCE,
    "규칙": Kind.ORDINANCE, "훈령": Kind.RULE, "예규": Kind.RULE, "연구": Kind.RESEARCH,
    "용역": Kind.RESEARCH, "보고": Kind.REPORT,
}  # fmt: skip
_DIGITS = re.compile(r"(?:제\s*)?(\d+)\s*(?:회|년|년도)?")


def field(name: str) -> FieldName | Special | None:
    """The field a person means by ``name``, or None."""
    return FIELDS.get(name.lower())


def kinds(value: str) -> tuple[str, ...]:
    """The kinds meant by ``value``: its own word, an alias, or the beginning of a name.

    >>> kinds("의안"), kinds("행감"), kinds("의")
    (('bill',), ('audit',), ('bill', 'request'))
    """
    wanted = value.replace(" ", "").lower()
    for kind in Kind:
        if wanted in (kind.value, kind.korean):
            return (kind.value,)
    if wanted in _KIND_ALIASES:
        return (_KIND_ALIASES[wanted].value,)
    return tuple(kind.value for kind in Kind if wanted and kind.korean.startswith(wanted))


def tidy(name: FieldName, value: str) -> tuple[str, ...]:
    """``value`` as the index keeps it; nothing when it cannot be one of the field's values."""
    if name == "kind":
        return kinds(value)
    if name in ("session", "year"):
        found = _DIGITS.fullmatch(value.strip())
        return (found[1].lstrip("0"),) if found and found[1].strip("0") else ()
    value = " ".join(value.split())
    return (value,) if value else ()
