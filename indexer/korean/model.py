"""The values that Korean analysis gives."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """One token with its place in the original text: code points [start, end)."""

    form: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Streams:
    """One text analysed for indexing: four token streams and the morphemes with offsets.

    ``morphemes`` joined by a space is the ``text`` field; ``bigrams`` run across spaces;
    ``pairs`` are neighbouring morphemes joined by ``_``; ``letters`` are bigrams with ``␣`` for
    a run of spaces, in which a quoted phrase is exact to the letter.
    """

    morphemes: tuple[Token, ...]
    bigrams: tuple[str, ...]
    pairs: tuple[str, ...]
    letters: tuple[str, ...]
