"""What a half-typed word stands for: first consonants, or a syllable that is still composed."""

from collections.abc import Iterable, Iterator
from typing import Final

from indexer.korean.normalise import normalise
from indexer.search.jamo import FIRST, apart, initials, split_initials

_MOST: Final = 5


def is_half(word: str) -> bool:
    """Does ``word`` end in a consonant or a syllable that may become another?

    >>> is_half("ㅎㅈㅅ"), is_half("의정활도"), is_half("2009")
    (True, True, False)
    """
    last = word[-1:]
    return bool(last) and (last in FIRST or "가" <= last <= "힣")


def stretches(typed: str, texts: Iterable[str]) -> tuple[str, ...]:
    """The words of ``texts`` that ``typed`` may become, each once, in order.

    First consonants stand for as many syllables, across spaces; a syllable by itself for the
    word that begins so.

    >>> stretches("ㅎㅈㅅㅁㄱㅅ", ["2009년 행정 사무감사 결과"]), stretches("ㄱ", ["시 공영주차장"])
    (('행정 사무감사',), ('공영주차장',))
    >>> stretches("의정활도", ["의정활동비 조례안"])
    ('의정활동',)
    """
    found = (one for text in texts for one in _in(typed, text))
    return tuple(dict.fromkeys(found))[:_MOST]


def _in(typed: str, text: str) -> Iterator[str]:
    plain = normalise(text)
    places = [at for at, letter in enumerate(plain) if letter.isalnum()]
    solid = "".join(plain[at] for at in places)
    for first, at in enumerate(places):
        begins = at == 0 or not plain[at - 1].isalnum()
        if begins and _becomes(typed, solid[first : first + len(typed) + 1]):
            yield text[at : _end(plain, places, first, len(typed))]


def _becomes(typed: str, whole: str) -> bool:
    head, firsts = split_initials(typed)
    if len(firsts) > 1:
        rest = whole[len(head) :]
        return whole.startswith(head) and initials(rest).startswith(firsts)
    return apart(whole).startswith(apart(typed)) and len(whole) >= len(typed)


def _end(plain: str, places: list[int], first: int, size: int) -> int:
    """After ``size`` letters; a single one goes on to the end of its word."""
    end = places[first + size - 1 : first + size][0] + 1
    while size == 1 and end < len(plain) and plain[end].isalnum():
        end += 1
    return end
