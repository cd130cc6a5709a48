"""The forward stream of a document: what a second look at a hit needs, without a second analysis.

For each morpheme in order its hash (32 bits), then the letters that the bigrams are made of
(16 bits each), both from the front of the document. An index tells which documents hold a
word; this tells which words, how often and how near each other, a document holds.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from indexer.engines.seam import GAP
from indexer.korean.reading import Reading

MOST_TOKENS: Final = 4_096
MOST_LETTERS: Final = 10_240
"""What is kept of a document, some seven pages: the front says what it is about, and a second
look at a hundred hits must not depend on how long they are."""
_HEAD: Final = struct.Struct("<HHH")
_EMPTY: Final = (0, 0, 0)
_BORDER: Final = crc32(GAP.encode())

Hashes = NDArray[np.uint32]
Letters = NDArray[np.uint16]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Forwards:
    """The fronts of several documents, one after another: hashes of their morphemes, and their
    letters without spaces; borders stand where no word goes on. Of each document ``titles`` of
    its ``lengths`` morphemes are its title's; ``sizes`` counts its letters."""

    titles: Numbers
    lengths: Numbers
    sizes: Numbers
    tokens: Hashes
    letters: Letters


class _Hashes(dict[str, int]):
    """Hashes of tokens, kept: a language repeats itself."""

    def __missing__(self, token: str) -> int:
        if len(self) > 300_000:
            self.clear()
        value = self[token] = crc32(token.encode("utf-8", "surrogatepass"))
        return value


_hashes: Final = _Hashes()


def token_hash(token: str) -> int:
    """What stands for ``token`` in a forward stream."""
    return _hashes[token]


def encode(titles: Sequence[tuple[str, Reading]], body: Sequence[tuple[str, Reading]]) -> bytes:
    """The forward stream of a document's analysed titles and texts.

    >>> from indexer.korean.analyser import Analyser
    >>> text = "지방의회의 조례"
    >>> found = decode([encode([], [(text, Analyser().read(text))])])
    >>> found.titles, found.lengths, found.letters.tobytes().decode("utf-16-le")
    (array([0]), array([3]), '지방의회의조례')
    """
    head = _tokens(titles)[:MOST_TOKENS]
    tokens = (head + ([_BORDER] if head else []) + _tokens(body))[:MOST_TOKENS]
    letters = GAP.join(reading.solid for _, reading in (*titles, *body))[:MOST_LETTERS]
    units = packed(letters)[: 2 * MOST_LETTERS]
    counts = _HEAD.pack(len(head), len(tokens), len(units) // 2)
    return counts + np.array(tokens, "<u4").tobytes() + units


def packed(letters: str) -> bytes:
    """``letters`` as a forward stream holds them: 16 bits each."""
    return letters.encode("utf-16-le", "surrogatepass")


def _tokens(parts: Sequence[tuple[str, Reading]]) -> list[int]:
    """Hashes of the morphemes of ``parts`` with a border between two."""
    found: list[int] = []
    for _, reading in parts:
        if found:
            found.append(_BORDER)
        found += map(_hashes.__getitem__, reading.forms)
        if len(found) > MOST_TOKENS:
            break
    return found


def decode(streams: Sequence[bytes]) -> Forwards:
    """Read what `encode` made of several documents; nothing at all is an empty one."""
    heads = [_HEAD.unpack_from(stream) if stream else _EMPTY for stream in streams]
    titles, tokens, letters = np.array(heads, np.int64).reshape(-1, 3).T
    borders = [_HEAD.size + 4 * count for _, count, _ in heads]
    halves = list(zip(streams, borders, strict=True))
    return Forwards(
        titles,
        tokens,
        letters,
        np.frombuffer(b"".join(stream[_HEAD.size : at] for stream, at in halves), "<u4"),
        np.frombuffer(b"".join(stream[at:] for stream, at in halves), "<u2"),
    )
