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
_BORDER: Final = crc32(GAP.encode())

Hashes = NDArray[np.uint32]
Letters = NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Forward:
    """One document's front: hashes of its morphemes, of which the first ``title`` are its
    title's, and its letters without spaces; borders stand where no word goes on."""

    title: int
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
    >>> found = decode(encode([], [(text, Analyser().read(text))]))
    >>> found.title, len(found.tokens), found.letters.tobytes().decode("utf-16-le")
    (0, 3, '지방의회의조례')
    """
    head = _tokens(titles)[:MOST_TOKENS]
    tokens = (head + ([_BORDER] if head else []) + _tokens(body))[:MOST_TOKENS]
    letters = GAP.join(reading.solid for _, reading in (*titles, *body))[:MOST_LETTERS]
    packed = letters.encode("utf-16-le", "surrogatepass")[: 2 * MOST_LETTERS]
    counts = _HEAD.pack(len(head), len(tokens), len(packed) // 2)
    return counts + np.array(tokens, "<u4").tobytes() + packed


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


def decode(packed: bytes) -> Forward:
    """Read what `encode` made; nothing at all is an empty document."""
    if not packed:
        return Forward(0, np.zeros(0, np.uint32), np.zeros(0, np.uint16))
    title, tokens, letters = _HEAD.unpack_from(packed)
    at = _HEAD.size
    return Forward(
        title,
        np.frombuffer(packed, "<u4", tokens, at),
        np.frombuffer(packed, "<u2", letters, at + 4 * tokens),
    )
