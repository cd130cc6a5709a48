"""Words typed with the keyboard in the other language: ``dmldks`` for 의안, ``ㅊㅊㅅㅍ`` for CCTV.

The layout is 두벌식, the one nearly everyone uses. A jamo is one key, a compound one two.
"""

import re
from typing import Final

from indexer.search.jamo import FIRST, LAST, VOWELS, apart

_KEYS: Final = dict(
    zip(
        "rRseEfaqQtTdwWczxvgkoiOjpuPhynbml",
        "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ",
        strict=True,
    )
)
_LETTERS: Final = {jamo: key for key, jamo in _KEYS.items()}
_VOWEL_KEYS: Final = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ"
_FIRSTS: Final = f"[{FIRST}]"
_MIDDLES: Final = "|".join(sorted((re.escape(v) for v in VOWELS), key=len, reverse=True))
_LASTS: Final = "|".join(sorted(filter(None, LAST), key=len, reverse=True))
_SYLLABLE: Final = re.compile(rf"({_FIRSTS})({_MIDDLES})((?:{_LASTS})(?![{_VOWEL_KEYS}]))?")


def composed(strokes: str) -> str:
    """Strokes put together to syllables, as an input method does; what is no syllable stays.

    >>> composed("ㅇㅡㅣㅇㅏㄴ"), composed("ㄱㅏㅂㅅㅣ"), composed("ㄱㅏ ㅋㅋ")
    ('의안', '갑시', '가 ㅋㅋ')
    """
    return _SYLLABLE.sub(_syllable, strokes)


def _syllable(found: re.Match[str]) -> str:
    first, vowel, last = found[1], found[2], found[3] or ""
    at = (FIRST.index(first) * 21 + VOWELS.index(vowel)) * 28 + LAST.index(last)
    return chr(0xAC00 + at)


def hangul(typed: str) -> str | None:
    """What ``typed`` on an English keyboard says on a Korean one; None when that is no Korean.

    >>> hangul("dmldks"), hangul("godwjdtkanrkatk"), hangul("CCTV"), hangul("xptmxm2")
    ('의안', '행정사무감사', None, '테스트2')
    """
    if not re.search("[a-zA-Z]", typed) or not typed.isascii():
        return None
    strokes = "".join(_KEYS.get(c) or _KEYS.get(c.lower(), c) for c in typed)
    word = composed(strokes)
    whole = all("가" <= c <= "힣" or c.isdigit() for c in word)
    return word if whole else None


def latin(typed: str) -> str | None:
    """What ``typed`` on a Korean keyboard says on an English one; None for what holds no Hangul.

    >>> latin("ㅊㅊㅅㅍ"), latin("ㅔㅇㄹ"), latin("ㅡㄷ얌"), latin("CCTV")
    ('cctv', 'pdf', 'media', None)
    """
    keys = "".join(_LETTERS.get(c, c) for c in apart(typed)).lower()
    return keys if keys.isascii() and keys != typed.lower() else None
