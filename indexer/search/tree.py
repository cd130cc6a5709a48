"""A query as understood: a small typed tree, before any analysis.

>>> Query((Word("조례"), Exclude(Exact("폐지"))))
Query(clauses=(Word(text='조례'), Exclude(part=Exact(text='폐지'))), as_of=None, history=False, \
notes=())
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

FieldName = Literal[
    "kind", "member", "committee", "agency", "session", "year", "cites", "number"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """One word as typed; 조사 are set aside by analysis."""

    text: str


@dataclass(frozen=True, slots=True)
class Exact:
    """A quoted phrase: exact to the letter, a run of spaces counting as one."""

    text: str


@dataclass(frozen=True, slots=True)
class Narrow:
    """One of ``values`` in a keyword field, as typed and tidied (``213`` for ``제213회``).
    ``keys`` are what the index calls them where that is not what people read."""

    field: FieldName
    values: tuple[str, ...]
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """Papers dated from ``low`` to ``high``, both included; None is open."""

    low: date | None
    high: date | None


Leaf = Word | Exact | Narrow | Period


@dataclass(frozen=True, slots=True)
class Exclude:
    """Papers that have this are left out."""

    part: Leaf


@dataclass(frozen=True, slots=True)
class Either:
    """One or more of two or more parts."""

    parts: tuple[Leaf | Exclude, ...]


Clause = Leaf | Exclude | Either


@dataclass(frozen=True, slots=True)
class Query:
    """All ``clauses`` must hold. ``as_of`` is the day asked about, ``history`` widens to past
    texts. ``notes`` are Korean sentences on what was set aside and why."""

    clauses: tuple[Clause, ...] = ()
    as_of: date | None = None
    history: bool = False
    notes: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The bare words that must all hold, as typed."""
        return tuple(clause.text for clause in self.clauses if isinstance(clause, Word))
