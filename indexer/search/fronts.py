"""Which words some hits have, as far as their forward streams tell: without asking the engine.

An answer is one of three: it has the word, it has not, or only the engine knows (what a field
holds, letters side by side with or without a space, a paper longer than its stream). Tokens are
compared by their 32 bits, so that one word in some ten million is seen where there is another.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from indexer.engines.plan import AllOf, AnyOf, Boost, Filter, Node, Not, Phrase, Term
from indexer.engines.seam import Hit
from indexer.korean.forward import MOST_LETTERS, MOST_TOKENS, Forwards, decode, packed, token_hash
from indexer.korean.letters import solid
from indexer.korean.normalise import SPACE

Flags = NDArray[np.bool_]
"""One flag a hit."""
Places = NDArray[np.int64]
"""Places in the tokens of all hits."""
_PAIR: Final = re.compile("[^_]+_[^_]+")


@dataclass(frozen=True, slots=True)
class Candidates:
    """Hits that are looked at twice, with their forward streams read."""

    hits: Sequence[Hit]
    papers: Forwards

    @classmethod
    def of(cls, hits: Sequence[Hit]) -> Self:
        """Read the streams of ``hits``."""
        return cls(hits, decode([hit.forward for hit in hits]))


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of each hit: ``yes`` where it matches, ``maybe`` where it may.

    >>> told = Told(np.array([True, False]), np.array([True, True]))
    >>> told.open, (told & ~told).maybe
    (array([False,  True]), array([False,  True]))
    """

    yes: Flags
    maybe: Flags

    @property
    def open(self) -> Flags:
        """Where only the engine knows."""
        return self.maybe & ~self.yes

    def __and__(self, other: Self) -> "Told":
        return Told(self.yes & other.yes, self.maybe & other.maybe)

    def __or__(self, other: Self) -> "Told":
        return Told(self.yes | other.yes, self.maybe | other.maybe)

    def __invert__(self) -> "Told":
        return Told(~self.maybe, ~self.yes)


class Fronts:
    """What the forward streams of some hits tell; of a hit that has none, nothing."""

    def __init__(self, papers: Forwards) -> None:
        self.papers = papers
        self._ends = papers.sizes.cumsum()
        self._owner = np.repeat(np.arange(len(papers.lengths)), papers.lengths)
        self._none = np.zeros(len(papers.lengths), bool)
        absent = papers.lengths == 0
        self._cut_tokens = absent | (papers.lengths >= MOST_TOKENS)
        self._cut_letters = absent | (papers.sizes >= MOST_LETTERS)

    def told(self, node: Node) -> Told:
        """What the streams tell of ``node``."""
        match node:
            case AllOf(parts=parts):
                return reduce(Told.__and__, map(self._part, parts))
            case AnyOf(parts=parts) if parts:
                return reduce(Told.__or__, map(self.told, parts))
            case Boost(part=part) | Filter(part=part):
                return self.told(part)
            case Term(field="text", value=token):
                return self._seen(self._places(token))
            case Term(field="text_pairs", value=pair) if _PAIR.fullmatch(pair):
                return self._seen(self._side_by_side(*pair.split("_")))
            case Phrase(field="letters", tokens=tokens) if tokens:
                return Told(self._none, self._spelled(tokens) | self._cut_letters)
            case _:
                return Told(self._none, ~self._none)

    def _part(self, node: Node) -> Told:
        return ~self.told(node.part) if isinstance(node, Not) else self.told(node)

    def _seen(self, places: Places) -> Told:
        seen = self._none.copy()
        seen[self._owner[places]] = True
        return Told(seen, seen | self._cut_tokens)

    def _places(self, token: str) -> Places:
        return np.flatnonzero(self.papers.tokens == token_hash(token))

    def _side_by_side(self, one: str, after: str) -> Places:
        places = self._places(one)
        places = places[places + 1 < len(self._owner)]
        inside = self._owner[places] == self._owner[places + 1]
        follows = self.papers.tokens[places + 1] == token_hash(after)
        found: Places = places[inside & follows]
        return found

    def _spelled(self, tokens: Sequence[str]) -> Flags:
        """Where the letters stand one after another, be there spaces among them or not."""
        phrase = "".join(token[0] for token in tokens[:-1]) + tokens[-1]
        units = np.frombuffer(packed(solid(phrase.replace(SPACE, " "))), "<u2")
        letters, last = self.papers.letters, len(self.papers.letters) - len(units) + 1
        places = np.flatnonzero(letters[: max(last, 0)] == units[0])
        for n, unit in enumerate(units[1:], 1):
            places = places[letters[places + n] == unit]
        owner = self._ends.searchsorted(places, side="right")
        spelled = self._none.copy()
        spelled[owner[places + len(units) <= self._ends[owner]]] = True
        return spelled
