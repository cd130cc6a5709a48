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


def merged_words(before: str, after: str) -> list[tuple[str, str]]:
    """Both texts as one: pieces in order, each ``same``, ``gone`` or ``new``.

    Without what is new it is ``before``, without what is gone ``after``.

    >>> merged_words("의원 20명으로 한다", "의원 22명으로 한다")
    [('same', '의원 '), ('gone', '20명으로'), ('new', '22명으로'), ('same', ' 한다')]
    """
    old, new = _words(before), _words(after)
    common = align([before[i:j] for i, j in old], [after[i:j] for i, j in new])
    found: list[list[str]] = []
    i = j = 0
    for a, b in (*common, (len(old), len(new))):
        gone, fresh = _between(before, old, i, a), _between(after, new, j, b)
        _take(found, gone, fresh, before[slice(*old[a])] if a < len(old) else "")
        i, j = a + 1, b + 1
    pieces = ((how, text) for one in found for how, text in zip(_HOW, one, strict=True))
    return [(how, text) for how, text in pieces if text]


_HOW: Final = ("gone", "new", "same")


def _between(text: str, words: list[Span], first: int, last: int) -> str:
    return text[words[first][0] : words[last - 1][1]] if first < last else ""


def _take(found: list[list[str]], gone: str, fresh: str, same: str) -> None:
    """Add to ``found``, of [gone, new, same]: what stays is joined to what stays before it, and
    a replaced word to the replaced word before it when only space lies between."""
    last = found[-1] if found else ["", "", ""]
    if found and not gone and not fresh:
        last[2] += same
    elif all((gone, fresh, last[0], last[1])) and not last[2].strip():
        found[-1] = [last[0] + last[2] + gone, last[1] + last[2] + fresh, same]
    else:
        found.append([gone, fresh, same])


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
