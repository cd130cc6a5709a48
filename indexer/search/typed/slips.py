"""Words one jamo away from a word, as a slip of a finger makes them."""

from collections.abc import Iterator
from typing import Final

from indexer.search.jamo import FIRST, LAST, VOWELS, apart
from indexer.search.typed.keyboard import composed

_BASE: Final = 0xAC00
MOST_SYLLABLES: Final = 12
"""Longer words are not corrected: their neighbours grow with their length."""


def one_jamo_away(word: str) -> tuple[str, ...]:
    """Words that ``word`` becomes when one jamo is another, is left out, comes in, or changes
    places with its neighbour; none for what is not 2 to 12 syllables.

    >>> found = one_jamo_away("의정활돋")
    >>> "의정활동" in found, "의정활도" in found, "의정활돋" in found, one_jamo_away("abc")
    (True, True, False, ())
    """
    if not 2 <= len(word) <= MOST_SYLLABLES or not all("가" <= c <= "힣" for c in word):
        return ()
    found = dict.fromkeys((*_substituted(word), *_shifted(word)))
    found.pop(word, None)
    return tuple(found)


def slips(typed: str) -> tuple[str, ...]:
    """``typed`` with its last word one jamo away.

    >>> "시내버스 준공영제" in slips("시내버스 준공영데")
    True
    """
    head, space, last = typed.rstrip().rpartition(" ")
    return tuple(f"{head}{space}{one}" for one in one_jamo_away(last))


def _substituted(word: str) -> Iterator[str]:
    """One syllable with another beginning, middle or end."""
    for place, letter in enumerate(word):
        first, rest = divmod(ord(letter) - _BASE, 588)
        vowel, last = divmod(rest, 28)
        codes = [one * 588 + rest for one in range(len(FIRST))]
        codes += [first * 588 + one * 28 + last for one in range(len(VOWELS))]
        codes += [first * 588 + vowel * 28 + one for one in range(len(LAST))]
        for code in codes:
            yield word[:place] + chr(_BASE + code) + word[place + 1 :]


def _shifted(word: str) -> Iterator[str]:
    """A stroke left out, doubled, or exchanged with the next, where syllables come out."""
    strokes = apart(word)
    for at in range(len(strokes)):
        one, after = strokes[at], strokes[at + 1 : at + 2]
        head, tail = strokes[:at], strokes[at + 1 :]
        for made in (head + tail, head + after + one + tail[1:], head + one + one + tail):
            text = composed(made)
            if len(text) > 1 and all("가" <= c <= "힣" for c in text):
                yield text
