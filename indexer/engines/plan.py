"""What is asked of an engine, as values that know no engine and no query string.

A plan can be printed and tested without an index:

>>> AllOf((Term("text", "조례"), Not(Term("kind", "press"))))
AllOf(parts=(Term(field='text', value='조례'), Not(part=Term(field='kind', value='press'))))

Text fields hold token streams; a `Term` on one is one token and scores by BM25, a `Phrase` is
adjacent tokens. On keyword fields a `Term` is one whole value. Days are integers
(`date.toordinal()`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Term:
    """One token of a text field, which scores by BM25, or one value of a keyword field, which
    scores 1, so that `Boost` sets what it is worth."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens next to each other, in order, in one text field. One token alone is a `Term`."""

    field: str
    tokens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Range:
    """Days from ``low`` to ``high``, both included; None is open. Scores nothing."""

    field: str
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part must match; scores add up. With no part it matches everything."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One part or more must match; scores of those that match add up. No part: nothing."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Must not match. Allowed only inside `AllOf`."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class Boost:
    """The part's score times ``factor``."""

    part: "Node"
    factor: float


@dataclass(frozen=True, slots=True)
class Filter:
    """Must match, scores nothing."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class Worth:
    """Must match, scores ``score`` however well it matches. Whole numbers add up exactly below
    2 ** 24, so that powers of two tell which parts a hit matches."""

    part: "Node"
    score: float


@dataclass(frozen=True, slots=True)
class Prefer:
    """Matches what ``required`` matches; ``wished`` only adds to the score."""

    required: "Node"
    wished: tuple["Node", ...]


Node = Term | Phrase | Range | AllOf | AnyOf | Not | Boost | Filter | Worth | Prefer


@dataclass(frozen=True, slots=True)
class FacetRequest:
    """Counts of a keyword field's values, the ``size`` largest first.

    ``filters`` names the plan's filters that this facet leaves out, so that choosing one kind
    does not hide the counts of the others. ``within`` further narrows what is counted.
    """

    field: str
    size: int = 20
    leave_out: tuple[str, ...] = ()
    within: Node | None = None
    name: str | None = None
    """Its key in `Found.facets`; the field's name when None."""


@dataclass(frozen=True, slots=True)
class Sort:
    """By ``score`` or a day field; the unit id, ascending, breaks ties."""

    field: str = "score"
    descending: bool = True


@dataclass(frozen=True, slots=True)
class Plan:
    """One question to the ``documents`` or the ``passages`` index.

    ``query`` scores and matches; ``filters`` (by name) must all hold too and score nothing.
    A hit is everything that matches both; ``offset``/``limit`` cut the page out.
    ``total`` and facets are exact; without ``count`` the total is 0, and what cannot come on the
    page need not be looked at. With ``forward`` hits bring their forward streams along.
    """

    query: Node
    filters: Mapping[str, Node]
    facets: tuple[FacetRequest, ...] = ()
    sort: Sort = Sort()
    offset: int = 0
    limit: int = 10
    index: Literal["documents", "passages"] = "documents"
    forward: bool = False
    count: bool = True
