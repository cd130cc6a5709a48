"""The words that differ between two texts, as spans of code points."""

import re
from collections.abc import Iterable
from typing import Final

from indexer.statutes.alignment import align

Span = tuple[int, int]
_WORD: Final = re.compile(r"\w+|\s+|.", re.DOTALL)


def changed_words(before: str, after: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """What ``before`` has and ``after`` lacks, and the reverse; whole words, joined where only
    space lies between.

    >>> changed_words("행정자치부장관의 승인", "행정안전부장관의 승인")
    (((0, 8),), ((0, 8),))
    """
    old, new = _words(before), _words(after)
    common = align([before[i:j] for i, j in old], [after[i:j] for i, j in new])
    kept, stayed = {i for i, _ in common}, {j for _, j in common}
    return (
        _joined(before, (span for at, span in enumerate(old) if at not in kept)),
        _joined(after, (span for at, span in enumerate(new) if at not in stayed)),
    )


def _words(text: str) -> list[Span]:
    return [found.span() for found in _WORD.finditer(text)]


def _joined(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for start, end in spans:
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)
