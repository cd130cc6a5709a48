"""One order for both engines: where a tie ends, and the page cut out of it.

The engines add the same BM25 parts in another order and precision, so that equal scores may
differ in the last bit. Scores that lie closer than `SAME` are therefore one tie, and the unit
id, ascending, decides.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final, Generic, NamedTuple, TypeVar

SAME: Final = 2e-6
"""Relative distance under which two neighbouring scores count as equal."""
SLACK: Final = 16
"""How many more than the page are fetched at first, to see where its last tie ends."""

Place = TypeVar("Place")


class Ranked(NamedTuple, Generic[Place]):
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
    end = offset + limit
    ordered = list(ranked)
    for start, after in _ties([one.score for one in ranked]):
        if start < end and after > offset:
            ordered[start:after] = sorted(ranked[start:after], key=lambda one: id_of(one.place))
    return ordered[offset:end]


def _ties(scores: Sequence[float]) -> Iterator[tuple[int, int]]:
    """Where two scores or more tie, as [start, end)."""
    same = [at for at, (one, other) in enumerate(pairwise(scores)) if same_score(one, other)]
    start = end = -1
    for at in same:
        if at != end:
            if end > start:
                yield start, end + 1
            start = at
        end = at + 1
    if end > start:
        yield start, end + 1
