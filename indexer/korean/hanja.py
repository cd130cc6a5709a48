"""Hanja read as Hangul, from the tagger's own dictionary, which knows them by word.

A word at a time, since a letter has several readings (樂: 락, 악, 요); the sound at the beginning
of a word follows 두음법칙.
"""

import re
from functools import lru_cache
from typing import Final

from MeCab import Tagger

from indexer.korean.dictionary import SYSTEM

_RUN: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_BASE: Final = 0xAC00
_N, _R, _NONE = 2, 5, 11
_FRONT_VOWELS: Final = frozenset((2, 3, 6, 7, 12, 17, 20))
"""ㅑ ㅒ ㅕ ㅖ ㅛ ㅠ ㅣ, before which ㄴ and ㄹ fall silent."""


def has_hanja(text: str) -> bool:
    """Does ``text`` hold a Hanja?"""
    return bool(_RUN.search(text))


def in_hangul(text: str) -> str:
    """``text`` with its Hanja as Hangul, a letter for a letter; what has no known reading stays.

    >>> in_hangul("市議會 行政事務監査"), in_hangul("男女 女性 李"), in_hangul("서울市")
    ('시의회 행정사무감사', '남녀 여성 李', '서울시')
    """
    return _RUN.sub(lambda run: _read(run[0]), text)


@lru_cache(maxsize=512)
def _read(run: str) -> str:
    read = ""
    for line in _tagger().parse(run).split("\n")[:-2]:
        surface, _, feature = line.partition("\t")
        reading = feature.split(",")[3]
        known = reading != "*" and len(reading) == len(surface)
        read += reading if known else surface
    return _first_sound(read[0]) + read[1:]


def _first_sound(letter: str) -> str:
    """``letter`` as it sounds at the beginning of a word: 녀 → 여, 례 → 예, 로 → 노."""
    code = ord(letter) - _BASE
    if not 0 <= code < 11172:
        return letter
    first, rest = divmod(code, 588)
    front = rest // 28 in _FRONT_VOWELS
    if first in (_N, _R) and front:
        return chr(_BASE + _NONE * 588 + rest)
    return chr(_BASE + _N * 588 + rest) if first == _R else letter


@lru_cache(maxsize=1)
def _tagger() -> Tagger:
    return Tagger(f'-d "{SYSTEM}" -r /dev/null')  # type: ignore[no-untyped-call]
