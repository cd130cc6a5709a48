"""One order for both engines: where a tie ends, and the page cut out of it.

The engines add the same BM25 parts in another order and precision, so that equal scores may
differ in the last bit. Scores that lie closer than `SAME` are therefore one tie, and the unit
id, ascending, decides.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

SAME: Final = 2e-6
"""Relative distance under which two neighbouring scores count as equal."""
SLACK: Final = 16
"""How many more than the page are fetched at first, to see where its last tie ends."""

Place = TypeVar("Place")


@dataclass(frozen=True, slots=True)
class Ranked(Generic[Place]):
    """A unit in an engine's own order; ``place`` is where the engine keeps it."""

    score: float
    place: Place


def same_score(one: float, other: float) -> bool:
    """Are two scores one tie?

    >>> same_score(3.0, 3.000001), same_score(3.0, 3.01)
    (True, False)
    """
    return abs(one - other) <= SAME * max(abs(one), abs(other))


def fetch_whole_ties(
    fetch: Callable[[int], Sequence[Ranked[Place]]], end: int
) -> Sequence[Ranked[Place]]:
    """Fetch the best by falling score until the tie at position ``end`` is complete."""
    wanted = end + SLACK
    while True:
        ranked = fetch(wanted)
        if len(ranked) < wanted or tie_ends(ranked, end) < wanted:
            return ranked
        wanted *= 4


def tie_ends(ranked: Sequence[Ranked[Place]], start: int) -> int:
    """The first position at or after ``start`` that does not tie with the one before it."""
    at = max(start, 1)
    while at < len(ranked) and same_score(ranked[at - 1].score, ranked[at].score):
        at += 1
    return at


def page_by_id(
    ranked: Sequence[Ranked[Place]], offset: int, limit: int, id_of: Callable[[Place], str]
) -> list[Ranked[Place]]:
    """Put each tie in the order of ids and cut out the page; reads ids only where needed."""
    page: list[Ranked[Place]] = []
    at, end = 0, offset + limit
    while at < min(end, len(ranked)):
        after = tie_ends(ranked, at + 1)
        if after > offset:
            tie = ranked[at:after]
            if len(tie) > 1:
                tie = sorted(tie, key=lambda one: id_of(one.place))
            page.extend(tie[max(offset - at, 0) : end - at])
        at = after
    return page
