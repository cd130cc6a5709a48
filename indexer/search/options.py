"""What narrows and orders a search beside the query itself."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

Order = Literal["relevance", "newest", "oldest"]


@dataclass(frozen=True, slots=True)
class Options:
    """All given conditions must hold. ``date_from``/``date_to`` are both included; ``as_of`` is
    the day whose law is asked about (today when None), ``history`` finds past texts too, one
    hit an article. ``documents`` asks which of those papers are found, and for nothing in their
    place. ``size``/``offset`` cut the page."""

    kinds: tuple[str, ...] = ()
    date_from: date | None = None
    date_to: date | None = None
    member: str | None = None
    committee: str | None = None
    agency: str | None = None
    year: str | int | None = None
    session: str | int | None = None
    sort: Order = "relevance"
    size: int = 10
    offset: int = 0
    as_of: date | None = None
    history: bool = False
    documents: tuple[str, ...] = ()


DEFAULT: Final = Options()
"""Nothing narrowed: the first ten, best first, as of today."""
