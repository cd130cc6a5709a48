"""Measures question by question, their means, and what chance leaves of a difference."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.relevance.sets import Query

MEASURES: Final = ("MRR@10", "Recall@1", "Recall@5", "Recall@10", "nDCG@10")
RESAMPLES: Final = 10_000
SEED: Final = 2009

Values = NDArray[np.float64]
"""One value a question, in the order of the set."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean with the interval that holds it in 95 of 100 draws of the questions; all times 100."""

    mean: float
    low: float
    high: float


def per_question(
    queries: Sequence[Query], rankings: Sequence[Sequence[str]]
) -> Mapping[str, Values]:
    """Every measure of every question."""
    rows = [_measures(q.relevant, ids[:10]) for q, ids in zip(queries, rankings, strict=True)]
    columns = np.array(rows).T
    return dict(zip(MEASURES, columns, strict=True))


def interval(values: Values) -> Interval:
    """The mean of ``values`` and its interval by bootstrap; of differences it is the paired one."""
    draw = np.random.default_rng(SEED)
    size = len(values)
    means = [values[draw.integers(0, size, size)].mean() for _ in range(RESAMPLES)]
    low, high = np.percentile(means, (2.5, 97.5))
    return Interval(100 * float(values.mean()), 100 * float(low), 100 * float(high))


def _measures(grades: Mapping[str, int], ids: Sequence[str]) -> tuple[float, ...]:
    gains = [grades.get(name, 0) for name in ids]
    first = next((at for at, gain in enumerate(gains, 1) if gain), None)
    recalls = [sum(gain > 0 for gain in gains[:k]) / len(grades) for k in (1, 5, 10)]
    best = _discounted(sorted(grades.values(), reverse=True)[:10])
    return (1 / first if first else 0.0, *recalls, _discounted(gains) / best)


def _discounted(gains: Sequence[int]) -> float:
    return sum((2.0**gain - 1) / log2(at + 1) for at, gain in enumerate(gains, 1))
