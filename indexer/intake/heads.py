"""What a paper says of itself at its head: title, number, date. Only what is certain.

>>> read_head(["[ 문서번호 ]", "법인46012-1195  (1995. 5. 2.)", "[ 제    목 ]", "이자소득의 …"])
Head(title='이자소득의 …', number='법인46012-1195', date=datetime.date(1995, 5, 2))
"""

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

_LINES = 60
"""A head is within so many lines."""
_LABEL = re.compile(r"^[\[【(]?\s*([가-힣](?:\s*[가-힣]){1,6})\s*[\]】)]?\s*[:：]?\s*(.*)$")
_TITLES = ("제목",)
_NUMBERS = ("문서번호", "의안번호")
_DATES = ("시행일자", "시행일", "작성일자", "제출일자", "발의연월일", "제출연월일", "배포일자")
_DAY = re.compile(r"(?<!\d)(\d{4})\s*[.\-/년]\s*(\d{1,2})\s*[.\-/월]\s*(\d{1,2})(?!\d)")
_NUMBER_AND_DAY = re.compile(r"^(.*\S)\s*\(\s*(\d{4}\s*\..*?)\)\s*$")


@dataclass(frozen=True, slots=True)
class Head:
    """What was found; None where nothing is certain."""

    title: str | None = None
    number: str | None = None
    date: datetime.date | None = None


def read_head(texts: Iterable[str]) -> Head:
    """The head of a paper whose lines, in order, are ``texts``."""
    lines = [line.strip() for text in islice(texts, _LINES) for line in text.split("\n")]
    facts = dict(reversed(list(_facts([line for line in lines if line]))))
    title, number = _first(facts, _TITLES), _first(facts, _NUMBERS)
    days = [facts[name] for name in _DATES if name in facts]
    if number and (found := _NUMBER_AND_DAY.match(number)):
        number, days = found[1], [found[2], *days]
    if number and not re.search(r"\d", number):
        number = None
    return Head(title, number, _only_day(days))


def _facts(lines: Sequence[str]) -> Iterable[tuple[str, str]]:
    """(label, value) of lines that are a label; a bare label takes the line below it."""
    known = {*_TITLES, *_NUMBERS, *_DATES}
    for index, line in enumerate(lines):
        found = _LABEL.match(line)
        label = re.sub(r"\s", "", found[1]) if found else ""
        if found is None or label not in known:
            continue
        below = lines[index + 1] if index + 1 < len(lines) else ""
        value, marked = found[2], re.match(r"^[\[【]|.*[:：]", line) is not None
        if marked and value:
            yield label, value
        elif not value and below and not _is_label(below):
            yield label, below


def _is_label(line: str) -> bool:
    return bool(re.match(r"^[\[【].*[\]】]$", line))


def _first(facts: dict[str, str], names: Sequence[str]) -> str | None:
    return next((facts[name] for name in names if name in facts), None)


def _only_day(values: Iterable[str]) -> datetime.date | None:
    """The one day that all values name; None where they differ or name none."""
    days = {found for value in values if (found := _day(value))}
    return days.pop() if len(days) == 1 else None


def _day(value: str) -> datetime.date | None:
    found = _DAY.search(value)
    try:
        return datetime.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
