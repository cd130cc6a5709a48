"""What two sequences have in common, in order, in bounded time whatever the input.

First the elements that occur once in each (patience diff), then, between those, the shortest
edit (Myers) up to `MOST_EDITS`. A stretch that differs by more has nothing in common: it is
shown as replaced as a whole, which is how people read it anyway.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import Final

MOST_EDITS: Final = 64
_DEEPEST: Final = 8

Pair = tuple[int, int]
Span = tuple[int, int, int, int]
"""From and to in the first sequence, from and to in the second."""


def align(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[Pair]:
    """The positions of equal elements, rising in both.

    >>> align("가나다라", "가다라마")
    [(0, 0), (2, 1), (3, 2)]
    """
    found: list[Pair] = []
    waiting: list[tuple[Span, int]] = [((0, len(a), 0, len(b)), 0)]
    while waiting:
        span, depth = waiting.pop()
        inner, ends = _trim(a, b, span)
        found += ends
        if inner[0] == inner[1] or inner[2] == inner[3]:
            continue
        anchors = _anchors(a, b, inner) if depth < _DEEPEST else []
        if anchors:
            found += anchors
            waiting += ((gap, depth + 1) for gap in _gaps(anchors, inner))
        else:
            found += _shortest_edit(a, b, inner)
    return sorted(found)


def rising(values: Sequence[int]) -> list[int]:
    """The positions of a longest rising subsequence of ``values``.

    >>> rising([2, 0, 1, 3])
    [1, 2, 3]
    """
    tails: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for at, value in enumerate(values):
        place = bisect_left(tops, value)
        before.append(tails[place - 1] if place else -1)
        tops[place : place + 1] = [value]
        tails[place : place + 1] = [at]
    chain, at = [], tails[-1] if tails else -1
    while at >= 0:
        chain.append(at)
        at = before[at]
    return chain[::-1]


def _trim(a: Sequence[Hashable], b: Sequence[Hashable], span: Span) -> tuple[Span, list[Pair]]:
    """``span`` without its equal start and end, and the pairs of those."""
    i, i_end, j, j_end = span
    pairs: list[Pair] = []
    while i < i_end and j < j_end and a[i] == b[j]:
        pairs.append((i, j))
        i, j = i + 1, j + 1
    while i < i_end and j < j_end and a[i_end - 1] == b[j_end - 1]:
        i_end, j_end = i_end - 1, j_end - 1
        pairs.append((i_end, j_end))
    return (i, i_end, j, j_end), pairs


def _anchors(a: Sequence[Hashable], b: Sequence[Hashable], span: Span) -> list[Pair]:
    """The elements that occur once on each side, those that keep their order."""
    i, i_end, j, j_end = span
    counts, others = Counter(a[i:i_end]), Counter(b[j:j_end])
    places = {b[at]: at for at in range(j, j_end)}
    pairs = [
        (at, places[a[at]]) for at in range(i, i_end) if counts[a[at]] == 1 == others.get(a[at], 0)
    ]
    return [pairs[at] for at in rising([pair[1] for pair in pairs])]


def _gaps(anchors: Sequence[Pair], span: Span) -> Iterator[Span]:
    i, j = span[0], span[2]
    for i_next, j_next in (*anchors, (span[1], span[3])):
        if i < i_next and j < j_next:
            yield i, i_next, j, j_next
        i, j = i_next + 1, j_next + 1


def _shortest_edit(a: Sequence[Hashable], b: Sequence[Hashable], span: Span) -> list[Pair]:
    """Myers' greedy search; nothing when more than `MOST_EDITS` edits are needed."""
    i, i_end, j, j_end = span
    n, m = i_end - i, j_end - j
    if abs(n - m) > MOST_EDITS:
        return []
    reach: dict[int, int] = {1: 0}
    trace: list[dict[int, int]] = []
    for edits in range(min(n + m, MOST_EDITS) + 1):
        trace.append(dict(reach))
        for k in range(-edits, edits + 1, 2):
            x = _start(reach, k, edits)
            while x < n and x - k < m and x >= k and a[i + x] == b[j + x - k]:
                x += 1
            reach[k] = x
            if x >= n and x - k >= m:
                return [(i + p, j + q) for p, q in _walk_back(trace, n, m)]
    return []


def _start(reach: dict[int, int], k: int, edits: int) -> int:
    """Where diagonal ``k`` begins: an insertion below it or a deletion beside it."""
    down = k == -edits or (k != edits and reach[k - 1] < reach[k + 1])
    return reach[k + 1] if down else reach[k - 1] + 1


def _walk_back(trace: Sequence[dict[int, int]], x: int, y: int) -> Iterator[Pair]:
    for edits in range(len(trace) - 1, -1, -1):
        reach, k = trace[edits], x - y
        start = _start(reach, k, edits)
        while x > start:
            x, y = x - 1, y - 1
            yield x, y
        if edits == 0:
            return
        down = k == -edits or (k != edits and reach[k - 1] < reach[k + 1])
        x, y = (x, y - 1) if down else (x - 1, y)
