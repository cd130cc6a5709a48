"""Spelling variants made one, a code point for a code point, so that offsets stay."""

import unicodedata
from typing import Final

from indexer.engines.seam import EMPTY, GAP

SPACE: Final = "␣"
"""Stands for a run of white space in the letters stream."""

_INTERPUNCTS: Final = "ㆍᆞ・‧⋅•･∙․"
_DASHES: Final = "‐‑‒–—―−－"
_TILDES: Final = "∼～〜"
_DOUBLE_QUOTES: Final = "“”„‟″＂"
_SINGLE_QUOTES: Final = "‘’‚‛′＇"
_RESERVED: Final = EMPTY + GAP + SPACE


def _variants() -> dict[int, str]:
    """The variants that no rule of Unicode gives."""
    groups = {"·": _INTERPUNCTS, "-": _DASHES, "~": _TILDES, '"': _DOUBLE_QUOTES}
    groups |= {"'": _SINGLE_QUOTES, " ": _RESERVED}
    return {ord(letter): to for to, letters in groups.items() for letter in letters}


class _Table(dict[int, str]):
    """A table for `str.translate` that works out a code point when it first meets it."""

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, _one(chr(code)))


def _one(letter: str) -> str:
    if not letter.isprintable():
        return " "
    if "\uff01" <= letter <= "\uffee" or "\uf900" <= letter <= "\ufaff":
        folded = unicodedata.normalize("NFKC", letter)
        letter = folded if len(folded) == 1 and folded.isprintable() else letter
    lower = letter.lower()
    return lower if len(lower) == 1 else letter


_TABLE: Final = _Table(_variants())


def normalise(text: str) -> str:
    """Return ``text`` with variants made one; it keeps its length.

    Interpuncts become ``·``, full-width forms half-width, capitals small, curly quotes straight;
    whatever is no printable letter (controls, U+3000, BOM, line ends, lone surrogates, private
    use) and the letters that streams reserve become a space.

    >>> normalise("시ㆍ도지사　ＡＢＣ")
    '시·도지사 abc'
    """
    return text.translate(_TABLE)
