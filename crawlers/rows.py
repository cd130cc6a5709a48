"""Rows of JSON answers: made hashable, read field by field, with nothing guessed.

>>> row = Fields.of({"BILL_NO": "2126707", "YES_TCNT": 160, "PROC_DT": None})
>>> row["BILL_NO"], row["YES_TCNT"], row["PROC_DT"]
('2126707', '160', '')
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from crawlers.contract import Answer
from records.errors import WrongForm

_NO_DAYS = frozenset({"", "0", "18000101", "19000101", "19700101"})
"""What stands for no day in CLIK."""


@dataclass(frozen=True, slots=True)
class Fields:
    """One row as text; a field that is absent, null or empty is ``""``."""

    values: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, row: Mapping[str, Any], drop: Iterable[str] = ()) -> "Fields":
        """Of one JSON object, without the fields to ``drop``."""
        dropped = frozenset(drop)
        return cls(
            tuple(
                (name, "" if value is None else str(value).strip())
                for name, value in row.items()
                if name not in dropped and not isinstance(value, (dict, list))
            )
        )

    def __getitem__(self, name: str) -> str:
        return next((value for key, value in self.values if key == name), "")

    def need(self, name: str) -> str:
        """The field, which must not be empty: without it the form has changed."""
        value = self[name]
        if not value:
            raise WrongForm(f"항목에 {name}이 없습니다: 출처의 형식이 바뀌었습니다")
        return value

    def day(self, name: str) -> date | None:
        """A day written ``YYYY-MM-DD``, ``YYYY.MM.DD`` or ``YYYYMMDD``; None for none."""
        value = "".join(letter for letter in self[name] if letter.isdecimal())
        if value in _NO_DAYS:
            return None
        try:
            return date(int(value[:4]), int(value[4:6]), int(value[6:8]))
        except ValueError:
            raise WrongForm(f"{name}이 날짜가 아닙니다: {self[name]!r}") from None


def as_list(value: Any) -> list[Any]:
    """One is an object, many are a list, none is absent or empty."""
    if value in (None, "", {}):
        return []
    return value if isinstance(value, list) else [value]


def load(answer: Answer) -> Any:
    """The JSON of an answer whose form was checked."""
    return json.loads(answer.body)
