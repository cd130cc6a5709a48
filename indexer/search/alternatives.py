"""What a node matches, taken apart into alternatives of which one is enough.

An engine works out a union as a whole before it looks at what else must hold. Where few papers
are asked about, or scores do not matter, the alternatives are better asked one by one.
"""

from collections.abc import Iterable, Iterator
from itertools import product
from math import prod
from typing import Final

from indexer.engines.plan import AllOf, AnyOf, Boost, Filter, Node

_FEW: Final = 12
"""Ways of having all words that are asked one by one; beyond, a union is cheaper."""


def alternatives(*nodes: Node) -> tuple[Node, ...]:
    """The alternatives of ``nodes`` without their weights, each once; one that needs another of
    them and more is left out, as it matches nothing besides.

    >>> from indexer.engines.plan import Term
    >>> road, tax = Term("text", "도로"), Term("text", "점용료")
    >>> alternatives(AnyOf((AllOf((road, tax)), Boost(tax, 0.5))), road)
    (Term(field='text', value='점용료'), Term(field='text', value='도로'))
    """
    found = dict.fromkeys(one for node in nodes for one in _apart(node))
    return tuple(
        one for one in found if not (isinstance(one, AllOf) and any(p in found for p in one.parts))
    )


def within(node: Node, those: Node) -> AnyOf:
    """What ``node`` matches among ``those``, for scores that do not matter."""
    return AnyOf(tuple(AllOf((those, one)) for one in alternatives(node)))


def every(nodes: Iterable[Node]) -> Node:
    """What matches all of ``nodes``, for scores that do not matter: each way of having them all
    by itself, so that the rarest token of a way leads it.

    >>> from indexer.engines.plan import Term
    >>> road, tax, way = Term("text", "도로"), Term("text", "점용료"), Term("text", "길")
    >>> every([AnyOf((road, way)), tax]) == AnyOf((AllOf((road, tax)), AllOf((way, tax))))
    True
    """
    ways = [alternatives(node) for node in nodes]
    if not 1 < prod(map(len, ways)) <= _FEW:
        return AllOf(tuple(AnyOf(some) for some in ways))
    return AnyOf(tuple(_together(way) for way in product(*ways)))


def _together(nodes: Iterable[Node]) -> AllOf:
    parts = (node.parts if isinstance(node, AllOf) else (node,) for node in nodes)
    return AllOf(tuple(dict.fromkeys(part for some in parts for part in some)))


def _apart(node: Node) -> Iterator[Node]:
    match node:
        case AnyOf(parts=parts):
            for part in parts:
                yield from _apart(part)
        case Boost(part=part) | Filter(part=part):
            yield from _apart(part)
        case _:
            yield node
