"""Article references and written numbers: tokens of their own, found before the tagger.

The tagger would make ``조제`` of ``제1조제2항``. ``제47조제1항제3호`` gives three tokens in a row,
``제47조``, ``제47조제1항`` and ``제47조제1항제3호``, so that a question for the article finds the
paper that names the item. A question asks only for the last: who wants 제47조제1항 is not
helped by 제47조.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate
from operator import itemgetter
from typing import Final

from indexer.korean.letters import short
from indexer.korean.morphemes import Entry, Part, entry

_FOUND: Final = re.compile(
    r"""
    [제\d] (?:  # a set of first letters lets the search skip all others
        (?<=제) (?<!\d제) \ ?\d{1,4}\ ?조(?:의\ ?\d{1,3}(?!\d|[년월일개명]|가지))?
            (?:\ ?제\ ?\d{1,3}\ ?항)?
            (?:\ ?제\ ?\d{1,3}\ ?호(?:의\ ?\d{1,2}(?!\d|[년월일개명]|가지))?)?
            (?:\ ?[가나다라마바사아자차카타파하]목(?![재적표록]))?(?!\d)
        | (?<=제) (?<!\d제) \d{1,3}(?:항|호)(?![\d선기])
        | (?<=\d) (?<![\d.,]\d) \d{0,2}(?:,\d{3})+(?:\.\d+)?(?![.,]?\d)
        | (?<=\d) (?<![\d.,]\d) \d{0,8}\.\d{1,9}(?![.,]?\d)
    )
    """,
    re.VERBOSE,
)
_STEPS: Final = re.compile(r"제\d+조(?:의\d+)?|제\d+항|제\d+호(?:의\d+)?|[가-하]목")
_KEPT: Final = 30_000
"""References kept, as papers repeat them."""
_size: Final = itemgetter(0)
_PUNCTUATION: Final = re.compile(r"[ ,]")


@dataclass(frozen=True, slots=True)
class Reference:
    """A stretch [start, end) of normalised text that is cut out whole; ``forms`` from the
    article down to the deepest step, for a number just the number."""

    start: int
    end: int
    forms: tuple[str, ...]


def find_references(text: str) -> list[Reference]:
    """All references and grouped or decimal numbers of normalised ``text``, in order.

    >>> [found.forms for found in find_references("제3조의2 및 제5조 제1항, 1,234.5원")]
    [('제3조의2',), ('제5조', '제5조제1항'), ('1234.5',)]
    """
    return [Reference(*found.span(), _forms(found[0])) for found in _FOUND.finditer(text)]


@lru_cache(maxsize=_KEPT)
def _forms(found: str) -> tuple[str, ...]:
    plain = _PUNCTUATION.sub("", found)
    if not plain.startswith("제"):
        return (plain,)
    ends = [step.end() for step in _STEPS.finditer(plain)]
    return tuple(plain[:end] for end in ends)


def cover(text: str, references: Iterable[Reference]) -> str:
    """``text`` with references as Latin words of the same length: to the tagger a name, after
    which it reads a particle rightly."""
    pieces, at = [], 0
    for reference in references:
        pieces += [text[at : reference.start], "q" * (reference.end - reference.start)]
        at = reference.end
    return "".join((*pieces, text[at:]))


def weave(plain: str, entries: Sequence[Entry], references: Iterable[Reference]) -> list[Entry]:
    """``entries`` with the references in their places, instead of what the tagger made of their
    covers. Latin letters that touch a reference are one word with its cover to the tagger; they
    become a token by themselves."""
    ends = list(accumulate(map(_size, entries)))
    woven: list[Entry] = []
    done = low = 0  # entries and letters that are woven
    for reference in references:
        before = bisect_right(ends, reference.start)
        if before >= done:  # else it goes on in the word of the one before
            woven += _rest(plain, low, _start(ends, done))
            woven += entries[done:before]
            low = _start(ends, before)
        woven.append(_own(plain, low, reference))
        low = reference.end
        done = bisect_left(ends, reference.end) + 1
    return [*woven, *_rest(plain, low, _start(ends, done)), *entries[done:]]


def _start(ends: Sequence[int], number: int) -> int:
    return ends[number - 1] if number else 0


def _own(plain: str, low: int, reference: Reference) -> Entry:
    """The reference as a surface from ``low`` on."""
    return _entry(plain[low : reference.end], reference.start - low, reference.forms)


@lru_cache(maxsize=_KEPT)
def _entry(surface: str, start: int, forms: tuple[str, ...]) -> Entry:
    before = _word(surface[:start])
    return entry(surface, [*before, *((form, start, len(surface)) for form in forms)])


def _rest(plain: str, low: int, high: int) -> list[Entry]:
    """What a word goes on with after a reference."""
    rest = plain[low:high]
    return [entry(rest, _word(rest))] if rest else []


def _word(surface: str) -> list[Part]:
    word = surface.strip(" ")
    at = surface.find(word)
    return [(short(word), at, at + len(word))] if word else []


def deepest(references: Iterable[Reference]) -> list[Reference]:
    """The references as a question asks for them: only their last form."""
    return [replace(reference, forms=reference.forms[-1:]) for reference in references]
