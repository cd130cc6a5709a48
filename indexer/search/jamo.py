"""Hangul taken apart, so that a half-typed syllable is the beginning of a whole one.

집 is on the way to 지방: both begin with ㅈㅣㅂ. Arithmetic on code points, no table of words.
"""

from collections.abc import Callable
from typing import Final

FIRST: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS: Final = (
    "ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ", "ㅖ", "ㅗ", "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅛ", "ㅜ",
    "ㅜㅓ", "ㅜㅔ", "ㅜㅣ", "ㅠ", "ㅡ", "ㅡㅣ", "ㅣ",
)  # fmt: skip
LAST: Final = (
    "", "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ",
    "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅁ", "ㅂ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ",
    "ㅍ", "ㅎ",
)  # fmt: skip
_PAIRS: Final = {"ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ",
                 "ㄽ": "ㄹㅅ", "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ"}  # fmt: skip
_BASE: Final = 0xAC00


class _Table(dict[int, str]):
    """A table for `str.translate` that works out a letter when it first meets it."""

    def __init__(self, way: Callable[[str], str]) -> None:
        super().__init__()
        self._way = way

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, self._way(chr(code)))


def apart(text: str) -> str:
    """``text`` with every syllable as its keystrokes.

    >>> apart("과집A")
    'ㄱㅗㅏㅈㅣㅂA'
    """
    return text.translate(_STROKES)


def initials(text: str) -> str:
    """``text`` with every syllable as its first consonant.

    >>> initials("서울시 2009")
    'ㅅㅇㅅ 2009'
    """
    return text.translate(_INITIALS)


def _strokes(letter: str) -> str:
    at = ord(letter) - _BASE
    if not 0 <= at < 11172:
        return _PAIRS.get(letter, letter)
    return FIRST[at // 588] + VOWELS[at % 588 // 28] + LAST[at % 28]


def _initial(letter: str) -> str:
    at = ord(letter) - _BASE
    return FIRST[at // 588] if 0 <= at < 11172 else letter


_STROKES: Final = _Table(_strokes)
_INITIALS: Final = _Table(_initial)


def split_initials(text: str) -> tuple[str, str]:
    """``text`` as what is typed out and the run of consonants at its end.

    >>> split_initials("서울ㅌㅂㅅ"), split_initials("지방")
    (('서울', 'ㅌㅂㅅ'), ('지방', ''))
    """
    plain = "".join(_PAIRS.get(letter, letter) for letter in text)
    head = plain.rstrip(FIRST)
    return head, plain[len(head) :]
