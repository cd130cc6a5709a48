"""Article references and written numbers: tokens of their own, found before the tagger.

The tagger would make ``조제`` of ``제1조제2항``. ``제47조제1항제3호`` gives three tokens in a row,
``제47조``, ``제47조제1항`` and ``제47조제1항제3호``, so that a question for the article finds the
paper that names the item. A question asks only for the last: who wants 제47조제1항 is not
helped by 제47조.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from indexer.korean.model import Token

_FOUND: Final = re.compile(
    r"""
    (?<!\d)제\ ?\d{1,4}\ ?조(?:의\ ?\d{1,3}(?!\d|[년월일개명]|가지))?
        (?:\ ?제\ ?\d{1,3}\ ?항)?
        (?:\ ?제\ ?\d{1,3}\ ?호(?:의\ ?\d{1,2}(?!\d|[년월일개명]|가지))?)?
        (?:\ ?[가나다라마바사아자차카타파하]목(?![재적표록]))?(?!\d)
    | (?<!\d)제\d{1,3}(?:항|호)(?![\d선기])
    | (?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![.,]?\d)
    | (?<![\d.,])\d{1,9}\.\d{1,9}(?![.,]?\d)
    """,
    re.VERBOSE,
)
_STEPS: Final = re.compile(r"제\d+조(?:의\d+)?|제\d+항|제\d+호(?:의\d+)?|[가-하]목")
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


def weave(tokens: Sequence[Token], references: Iterable[Reference]) -> list[Token]:
    """``tokens`` with the references in their places, instead of what the tagger made there."""
    starts = [token.start for token in tokens]
    woven: list[Token] = []
    at = 0
    for reference in references:
        before = bisect_left(starts, reference.start, at)
        woven += tokens[at:before]
        woven += (Token(form, reference.start, reference.end) for form in reference.forms)
        at = bisect_left(starts, reference.end, before)
    return woven + list(tokens[at:])


def deepest(references: Iterable[Reference]) -> list[Reference]:
    """The references as a question asks for them: only their last form."""
    return [replace(reference, forms=reference.forms[-1:]) for reference in references]
