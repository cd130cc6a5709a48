"""What a run costs: processor time, memory, and times as percentiles."""

import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Self

from elasticsearch import Elasticsearch


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock and of processors: ours with our processes, and the node's."""

    wall: float
    cpu: float

    def __sub__(self, other: Self) -> "Cost":
        return Cost(self.wall - other.wall, self.cpu - other.cpu)

    def __add__(self, other: Self) -> "Cost":
        return Cost(self.wall + other.wall, self.cpu + other.cpu)


def now(node: Elasticsearch | None = None) -> Cost:
    """So far. Processes that have not ended yet do not count."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    own = sum(one.ru_utime + one.ru_stime for one in used)
    return Cost(time.perf_counter(), own + (_node(node) if node else 0.0))


def _node(client: Elasticsearch) -> float:
    stats = client.nodes.stats(metric="process")["nodes"].values()
    return float(sum(one["process"]["cpu"]["total_in_millis"] for one in stats)) / 1000


def measured(work: Callable[[], object], node: Elasticsearch | None = None) -> Cost:
    """What ``work`` costs."""
    before = now(node)
    work()
    return now(node) - before


def peak_memory() -> float:
    """The most memory, in MB, that this process ever held."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


def percentiles(seconds: Sequence[float]) -> str:
    """p50, p95 and p99 in milliseconds, as cells of a table."""
    ordered = sorted(seconds)
    places = (min(int(part * len(ordered)), len(ordered) - 1) for part in (0.5, 0.95, 0.99))
    return " | ".join(f"{1000 * ordered[place]:.1f}" for place in places)
