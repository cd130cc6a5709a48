"""How many papers have a word, as far as the engine's dictionary tells without a search."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final

from indexer.engines.plan import AllOf, AnyOf, Boost, Node, Phrase, Term
from indexer.engines.seam import Engine
from indexer.search.alternatives import alternatives
from indexer.search.senses import Sense

_COMMON: Final = 0.2
"""A word that this part of all units has says little of any."""
_MANY: Final = 5_000
"""Units that are gone through before it is felt; fewer are never worth leaving any out."""
_ENOUGH: Final = 500
"""Units that have a telling word, from which on the common words bring no better ones: more
than are looked at twice, as some are not for this reader."""


_ORDINARY: Final = {"text": 0.4, "text_bigrams": 0.1, "text_pairs": 0.1}
"""A morpheme, or a pair of syllables or of morphemes, that this part of all units has is worth next
to nothing, and is found in nearly every paper that is scored (MRR@10 of 113,082 articles without
such pairs: between .06 points less and .06 more; without such morphemes .05 more)."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """``counts`` says of each word, as typed, about how many of ``units`` have it or a part of
    it: those of its most frequent way, and of a way of several tokens those of the rarest."""

    units: int
    counts: Mapping[str, int]

    @classmethod
    def of(cls, engine: Engine, senses: Sequence[Sense]) -> "Rarity":
        """One look into the dictionary for all ``senses``."""
        ways = {sense.text: [tuple(_terms(n)) for n in _ways(sense)] for sense in senses}
        known = engine.frequencies(
            tuple({term for some in ways.values() for way in some for term in way})
        )
        counts = {
            text: max((min((known.counts[t] for t in way), default=0) for way in some), default=0)
            for text, some in ways.items()
        }
        return cls(known.units, counts)

    def telling(self, senses: Sequence[Sense]) -> tuple[Sense, ...]:
        """``senses`` without those that nearly every paper has, so many that their papers cannot
        be among the best by these alone; the rarest come first.

        >>> words = (Sense("시행령", AllOf(())), Sense("과징금", AllOf(())))
        >>> rarity = Rarity(300_000, {"시행령": 119_000, "과징금": 3_000})
        >>> [sense.text for sense in rarity.telling(words)]
        ['과징금']
        """
        told, best = list[Sense](), 0
        for sense in sorted(senses, key=lambda one: self.counts[one.text]):
            count = self.counts[sense.text]
            if best >= _ENOUGH and count > max(_COMMON * self.units, _MANY):
                break
            told, best = [*told, sense], max(best, count)
        return tuple(told)


def without_ordinary(engine: Engine, scoring: Sequence[Node]) -> tuple[Node, ...]:
    """What scores, without the pairs and the morphemes that a great many units have; with all
    morphemes where few units have any of the others."""
    terms = [one for node in scoring for one in _alternatives(node)]
    known = engine.frequencies(tuple(dict.fromkeys(terms)))
    ordinary = {
        one for one in terms if known.counts[one] > max(_ORDINARY[one.field] * known.units, _MANY)
    }
    words = {node for node in scoring if isinstance(node, Term) and node in known.counts}
    if max((known.counts[word] for word in words - ordinary), default=0) < _ENOUGH:
        ordinary -= words
    return tuple(kept for node in scoring if (kept := _less(node, ordinary)) is not None)


def _alternatives(node: Node) -> Iterator[Term]:
    parts = node.part.parts if isinstance(node, Boost) and isinstance(node.part, AnyOf) else (node,)
    yield from (one for one in parts if isinstance(one, Term) and one.field in _ORDINARY)


def _less(node: Node, ordinary: Set[Node]) -> Node | None:
    """``node`` without these alternatives; None when nothing is left."""
    if not (isinstance(node, Boost) and isinstance(node.part, AnyOf)):
        return None if node in ordinary else node
    left = tuple(part for part in node.part.parts if part not in ordinary)
    return Boost(AnyOf(left), node.factor) if left else None


def _ways(sense: Sense) -> tuple[Node, ...]:
    return alternatives(*sense.parts)


def _terms(node: Node) -> Iterator[Term]:
    """Terms of text that ``node`` cannot do without."""
    match node:
        case Term():
            yield node
        case Phrase(field=field, tokens=tokens):
            yield from (Term(field, token) for token in tokens)
        case AllOf(parts=parts):
            for part in parts:
                yield from _terms(part)
        case _:
            return
