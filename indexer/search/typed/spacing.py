"""Words written together, taken apart by the words that papers have."""

from collections.abc import Mapping
from math import log
from typing import Final

MOST_LETTERS: Final = 24
"""Longer runs are left as they are."""
LONGEST: Final = 6
_ALONE, _UNKNOWN = 1.8, 2.5


def stretches_of(word: str) -> tuple[str, ...]:
    """Every stretch of ``word`` that may be a word of its own; none where there is nothing to
    take apart.

    >>> stretches_of("빈집철거")[:4]
    ('빈', '빈집', '빈집철', '집')
    """
    if not 4 <= len(word) <= MOST_LETTERS:
        return ()
    return tuple(
        word[low:high]
        for low in range(len(word))
        for high in range(low + 1, min(low + LONGEST, len(word)) + 1)
        if high - low < len(word)
    )


def apart(word: str, known: Mapping[str, int]) -> str | None:
    """``word`` with the spaces that make the fewest words of ``known`` (stretch → papers);
    among as few the more frequent ones. None when it stays one word or is mostly unknown.

    >>> apart("빈집철거실적", {"빈집": 5, "철거": 9, "실적": 30, "집": 40})
    '빈집 철거 실적'
    """
    best: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for end in range(1, len(word) + 1):
        best.append(
            min(
                (best[low][0] + _cost(word[low:end], known), (*best[low][1], word[low:end]))
                for low in range(max(0, end - LONGEST), end)
            )
        )
    cost, pieces = best[-1]
    return " ".join(pieces) if len(pieces) > 1 and cost < len(word) else None


def _cost(piece: str, known: Mapping[str, int]) -> float:
    papers = known.get(piece, 0)
    if not papers:
        return _UNKNOWN * len(piece)
    return (1.0 if len(piece) > 1 else _ALONE) - 0.02 * log(papers)
