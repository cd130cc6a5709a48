"""The head of a statute's Markdown: YAML between two ``---`` lines, every value as text."""

import re
from datetime import date
from typing import Any

import yaml

from records.errors import Broken

Head = dict[str, Any]
"""Keys as the source names them; values are strings, lists of strings or lists of heads."""

_FRAME = re.compile(r"\A\ufeff?---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_DAY = re.compile(r"(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?")
STATUTE_ID_KEYS = ("법령ID", "자치법규ID")


def split_head(text: str) -> tuple[Head, str]:
    """The head and the body below it; raise `Broken` where there is no readable head.

    >>> split_head("---\\n법령ID: '009946'\\n---\\n# 이름\\n")
    ({'법령ID': '009946'}, '# 이름\\n')
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    frame = _FRAME.match(text)
    if frame is None:
        raise Broken("머리말(---)이 없는 법령 Markdown")
    try:
        # The base loader keeps 009946 and 2009-02-24 as they are written.
        head = yaml.load(frame[1], Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, RecursionError) as fault:
        raise Broken(f"머리말을 읽을 수 없음: {_first_line(fault)}") from fault
    if not isinstance(head, dict):
        raise Broken("머리말이 '키: 값' 꼴이 아님")
    return head, text[frame.end() :]


def is_statute(text: str) -> bool:
    """Whether the text starts with a head that names a statute's or an ordinance's id."""
    frame = _FRAME.match(text[:20_000].replace("\r\n", "\n"))
    return frame is not None and any(
        re.search(rf"^{key}[ \t]*:", frame[1], re.MULTILINE) for key in STATUTE_ID_KEYS
    )


def word(head: Head, *keys: str) -> str | None:
    """The first of ``keys`` with a value, a list joined by commas; None where all are empty."""
    for key in keys:
        value = head.get(key)
        if isinstance(value, list):
            value = ", ".join(item for item in value if isinstance(item, str))
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


def needed(head: Head, *keys: str) -> str:
    """As `word`, but raise `Broken` where there is none."""
    value = word(head, *keys)
    if value is None:
        raise Broken(f"머리말에 {keys[0]} 값이 없음")
    return value


def needed_day(head: Head, key: str) -> date:
    """The day that ``key`` names; raise `Broken` where there is none."""
    return _read_day(needed(head, key))


def day(value: str | None) -> date | None:
    """``2009-02-24``, ``20090224`` or ``2009. 2. 24.`` as a day; raise `Broken` for others."""
    return None if value is None else _read_day(value)


def _read_day(value: str) -> date:
    found = _DAY.fullmatch(value.replace(" ", ""))
    try:
        return date(*map(int, found.groups())) if found else date.fromisoformat(value)
    except ValueError as fault:
        raise Broken(f"날짜가 아님: {value!r}") from fault


def _first_line(fault: Exception) -> str:
    return str(fault).partition("\n")[0]
