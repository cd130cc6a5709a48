"""Hangul taken apart, so that a half-typed syllable is the beginning of a whole one.

집 is on the way to 지방: both begin with ㅈㅣㅂ. Arithmetic on code points, no table of words.
"""

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


def apart(text: str) -> str:
    """``text`` with every syllable as its keystrokes.

    >>> apart("과집A")
    'ㄱㅗㅏㅈㅣㅂA'
    """
    return "".join(map(_strokes, text))


def _strokes(letter: str) -> str:
    at = ord(letter) - _BASE
    if not 0 <= at < 11172:
        return _PAIRS.get(letter, letter)
    return FIRST[at // 588] + VOWELS[at % 588 // 28] + LAST[at % 28]


def initials(text: str) -> str:
    """``text`` with every syllable as its first consonant.

    >>> initials("서울시 2009")
    'ㅅㅇㅅ 2009'
    """
    return "".join(
        FIRST[(ord(c) - _BASE) // 588] if 0 <= ord(c) - _BASE < 11172 else c for c in text
    )


def split_initials(text: str) -> tuple[str, str]:
    """``text`` as what is typed out and the run of consonants at its end.

    >>> split_initials("서울ㅌㅂㅅ"), split_initials("지방")
    (('서울', 'ㅌㅂㅅ'), ('지방', ''))
    """
    plain = "".join(_PAIRS.get(letter, letter) for letter in text)
    head = plain.rstrip(FIRST)
    return head, plain[len(head) :]
