"""Facets of a plan: which requests are counted together, and in what order values are shown."""

from collections.abc import Callable, Mapping, Sequence

from indexer.engines.plan import FacetRequest, Node, Plan

Buckets = list[tuple[str, int]]
"""Values with their counts, complete, in any order."""


def exact_facets(
    plan: Plan, count: Callable[[Sequence[FacetRequest]], list[Buckets]]
) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Ask ``count`` once for each set of filters, then order and cut each facet."""
    facets: dict[str, tuple[tuple[str, int], ...]] = {}
    for together in group_by_filters(plan):
        for request, buckets in zip(together, count(together), strict=True):
            facets[request.name or request.field] = largest(buckets, request.size)
    return facets


def group_by_filters(plan: Plan) -> list[list[FacetRequest]]:
    """Requests that leave out the same of the plan's filters and narrow alike."""
    groups: dict[tuple[frozenset[str], Node | None], list[FacetRequest]] = {}
    for request in plan.facets:
        left_out = frozenset(request.leave_out).intersection(plan.filters)
        groups.setdefault((left_out, request.within), []).append(request)
    return list(groups.values())


def largest(buckets: Buckets, size: int) -> tuple[tuple[str, int], ...]:
    """The ``size`` largest by falling count, then by value.

    >>> largest([("나", 1), ("다", 2), ("가", 1)], 2)
    (('다', 2), ('가', 1))
    """
    return tuple(sorted(buckets, key=lambda bucket: (-bucket[1], bucket[0]))[:size])
