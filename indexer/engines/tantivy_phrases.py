"""Phrases are looked at last: only in units that no cheaper alternative has.

To tell whether tokens stand side by side costs many times what it costs to tell whether they are
there, and tantivy asks it of every unit that has them, even where another alternative of a union
has brought the unit already (시행령 as two morphemes, or letter by letter). Where only what matches
counts and not its score, `A or P` is therefore asked as `A or (P's tokens and not A, and then P)`.
Elasticsearch does so by itself.
"""

from collections.abc import Callable, Sequence
from typing import Final

from indexer.engines.plan import AllOf, AnyOf, Boost, Filter, Node, Not, Phrase, Term

Frequency = Callable[[Term], int]
"""How many units have a token."""
MANY: Final = 5_000
"""Units that have the rarest token of a phrase, from which on this is worth it."""


def late(node: Node, frequency: Frequency) -> Node:
    """What matches as ``node`` does, its phrases last; of no use where scores are asked for.

    >>> road, lane = Term("text", "도로"), Phrase("letters", ("도로", "로변"))
    >>> found = late(AnyOf((road, lane)), lambda token: MANY)
    >>> found.parts[1].parts[0].parts[2], found.parts[1].parts[1] == lane
    (Not(part=Term(field='text', value='도로')), True)
    """
    match node:
        case Filter(part=part) | Boost(part=part):
            return late(part, frequency)
        case AllOf(parts=parts):
            return AllOf(tuple(late(part, frequency) for part in parts))
        case AnyOf(parts=parts):
            return _union([late(part, frequency) for part in parts], frequency)
        case Not(part=part):
            return Not(late(part, frequency))
        case _:
            return node


def _union(parts: Sequence[Node], frequency: Frequency) -> AnyOf:
    quick = [part for part in parts if not _phrases(part)]
    others = [_but_for(quick, part, frequency) for part in parts if _phrases(part)]
    return AnyOf((*quick, *others))


def _but_for(quick: Sequence[Node], part: Node, frequency: Frequency) -> Node:
    """``part`` but for what has one of ``quick``, its phrases last."""
    phrases = _phrases(part)
    tokens = [Term(one.field, token) for one in phrases for token in one.tokens]
    if not quick or min(map(frequency, tokens)) < MANY:
        return part
    others = [one for one in _together(part) if one not in phrases]
    return AllOf((AllOf((*others, *tokens, *map(Not, quick))), *phrases))


def _phrases(node: Node) -> list[Phrase]:
    return [one for one in _together(node) if isinstance(one, Phrase) and len(one.tokens) > 1]


def _together(node: Node) -> Sequence[Node]:
    return node.parts if isinstance(node, AllOf) else (node,)
