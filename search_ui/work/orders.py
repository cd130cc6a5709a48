"""What a page asks to be done: a mapping from outside, read with care."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from records.errors import Misuse
from search_ui.address import day_of

Order = Mapping[str, Any]


def word(order: Order, name: str) -> str:
    """The text under ``name``; `Misuse` when it is not there.

    >>> word({"id": "a1"}, "id")
    'a1'
    """
    value = order.get(name)
    if not isinstance(value, str) or not value:
        raise Misuse(f"{name} 값이 없습니다")
    return value


def words(order: Order, name: str) -> str:
    """The text under ``name``, empty when it is not there."""
    value = order.get(name)
    return value if isinstance(value, str) else ""


def number(order: Order, name: str) -> int | None:
    """The number under ``name``; None for anything else."""
    value = order.get(name)
    if isinstance(value, str) and value.isdecimal() and len(value) < 19:
        return int(value)
    is_number = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**63
    return value if is_number else None


def day(order: Order, name: str) -> date | None:
    """The day under ``name``; None for anything else."""
    return day_of(words(order, name))
