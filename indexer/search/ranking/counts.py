"""How often, and how near each other, the words of a question stand in each of many papers.

All papers are looked at together, as arrays: a hundred fronts cost about a millisecond.
"""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from indexer.korean.forward import Forwards, token_hash
from indexer.korean.model import Streams

NEAR: Final = 8
"""Morphemes between two words that still stand close."""
BARE: Final = 4
"""Morphemes under a title that say nothing: 제9조 삭제 <2026>."""

Matrix = NDArray[np.float64]
Vector = NDArray[np.float64]
Indexes = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of a question, each once, with how often it was said."""

    tokens: tuple[str, ...]
    times: Vector
    bigrams: tuple[str, ...]
    bigram_times: Vector
    pairs: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, streams: Streams) -> "Asked":
        """From the analysed question."""
        forms = [token.form for token in streams.morphemes]
        tokens, bigrams = Counter(forms), Counter(streams.bigrams)
        pairs = dict.fromkeys(pair for pair in pairwise(forms) if pair[0] != pair[1])
        return cls(
            tuple(tokens),
            np.array(list(tokens.values()), float),
            tuple(bigrams),
            np.array(list(bigrams.values()), float),
            tuple(pairs),
        )


@dataclass(frozen=True, slots=True)
class Counts:
    """A row a paper: how often each token, bigram, pair stands there; ``close`` counts pairs
    within a window, ``title`` and ``front`` are 1 where a token stands there. Lengths are those
    of what the forward stream keeps; ``bare`` is 1 for papers that are hardly more than a title."""

    tokens: Matrix
    bigrams: Matrix
    pairs: Matrix
    close: Matrix
    title: Matrix
    front: Matrix
    length: Vector
    letters: Vector
    bare: Vector


def count(asked: Asked, papers: Forwards, front: int) -> Counts:
    """Look for ``asked`` in ``papers``; ``front`` is how many first tokens are the front."""
    rows, size = len(papers.lengths), len(asked.tokens)
    found, owner, place = _places(asked, papers)
    after_title = place - papers.titles[owner]
    in_title, in_front = after_title < 0, after_title < front
    pairs, close = _neighbours(asked, found, owner, place, rows)
    return Counts(
        tokens=_tally(owner, found, rows, size),
        bigrams=_bigrams(asked, papers),
        pairs=pairs,
        close=close,
        title=np.minimum(_tally(owner[in_title], found[in_title], rows, size), 1),
        front=np.minimum(_tally(owner[in_front], found[in_front], rows, size), 1),
        length=papers.lengths.astype(float),
        letters=papers.sizes.astype(float),
        bare=((papers.titles > 0) & (papers.lengths - papers.titles <= BARE)).astype(float),
    )


def _places(asked: Asked, papers: Forwards) -> tuple[Indexes, Indexes, Indexes]:
    """Every place where a token of the question stands: which one, in which paper, where."""
    hashes = np.array([token_hash(token) for token in asked.tokens], np.uint32)
    table = np.zeros(65_536, np.int16)  # by the low half of a hash: one look instead of a search
    table[hashes & 0xFFFF] = np.arange(1, len(hashes) + 1)
    slots = table[papers.tokens.astype(np.uint16)]
    at = slots.nonzero()[0]
    which = slots[at].astype(np.int64) - 1
    same = hashes[which] == papers.tokens[at]
    at, which = at[same], which[same]
    ends = papers.lengths.cumsum()
    owner = ends.searchsorted(at, side="right")
    return which, owner, at - (ends - papers.lengths)[owner]


def _tally(owner: Indexes, column: Indexes, rows: int, columns: int) -> Matrix:
    flat = np.bincount(owner * columns + column, minlength=rows * columns)
    return flat.reshape(rows, columns).astype(float)


def _neighbours(
    asked: Asked, found: Indexes, owner: Indexes, place: Indexes, rows: int
) -> tuple[Matrix, Matrix]:
    """Pairs of the question side by side in their order, and close by in any order."""
    number = {token: at for at, token in enumerate(asked.tokens)}
    size, columns = len(asked.tokens), len(asked.pairs)
    table = np.full((size, size), -1)
    for at, (one, after) in enumerate(asked.pairs):
        table[number[one], number[after]] = at
    gap = place[1:] - place[:-1]
    near = (owner[1:] == owner[:-1]) & (gap <= NEAR)
    one, after, whose, gap = found[:-1][near], found[1:][near], owner[:-1][near], gap[near]
    ordered = table[one, after]
    either = np.where(ordered >= 0, ordered, table[after, one])
    side = (ordered >= 0) & (gap == 1)
    close = either >= 0
    return (
        _tally(whose[side], ordered[side], rows, columns),
        _tally(whose[close], either[close], rows, columns),
    )


def _bigrams(asked: Asked, papers: Forwards) -> Matrix:
    rows, columns = len(papers.sizes), len(asked.bigrams)
    letters = sorted({letter for letter in "".join(asked.bigrams) if ord(letter) < 65_536})
    number = np.zeros(65_536, np.int16)
    number[[ord(letter) for letter in letters]] = np.arange(1, len(letters) + 1)
    index = {letter: at for at, letter in enumerate(letters, 1)}
    table = np.full((len(letters) + 1, len(letters) + 1), -1)
    for column, bigram in enumerate(asked.bigrams):
        table[index.get(bigram[0], 0), index.get(bigram[1], 0)] = column  # 0 is never looked up
    stream = number[papers.letters]
    known = stream > 0
    first = (known[:-1] & known[1:]).nonzero()[0]
    which = table[stream[first], stream[first + 1]]
    ends = papers.sizes.cumsum()
    owner = ends.searchsorted(first, side="right")
    good = (which >= 0) & (first + 1 < ends[owner])
    return _tally(owner[good], which[good], rows, columns)
