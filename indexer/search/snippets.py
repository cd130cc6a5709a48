"""Cutting a passage around its densest marks."""

from typing import Final

from indexer.search.marks import Span

LENGTH: Final = 240
"""Code points of a snippet, about."""
_LEAD: Final = 40
_BREAKS: Final = " \n\t"
_SEEK: Final = 20


def cut(text: str, marks: tuple[Span, ...], length: int = LENGTH) -> tuple[str, tuple[Span, ...]]:
    """About ``length`` code points of ``text`` with the most marks, and the marks in them.

    >>> cut("가나 다라 마바", ((3, 5),))
    ('가나 다라 마바', ((3, 5),))
    """
    if len(text) <= length:
        return text, marks
    start, end = _window(len(text), marks, length)
    start, end = _at_breaks(text, start, end)
    inside = ((max(a, start), min(b, end)) for a, b in marks if a < end and b > start)
    before, after = "…" if start else "", "…" if end < len(text) else ""
    shift = len(before) - start
    return before + text[start:end] + after, tuple((a + shift, b + shift) for a, b in inside)


def _window(size: int, marks: tuple[Span, ...], length: int) -> Span:
    """The stretch that begins shortly before a mark and covers most marked letters."""
    best, start = -1, 0
    last = covered = 0
    for first, (a, _) in enumerate(marks):
        while last < len(marks) and marks[last][1] <= a + length - _LEAD:
            covered += marks[last][1] - marks[last][0]
            last += 1
        if covered > best:
            best, start = covered, a
        if last > first:
            covered -= marks[first][1] - marks[first][0]
        else:
            last = first + 1
    start = max(0, min(start - _LEAD, size - length))
    return start, min(size, start + length)


def _at_breaks(text: str, start: int, end: int) -> Span:
    """Move both ends outwards to a word's border when one is near."""
    if start:
        found = max(text.rfind(mark, max(0, start - _SEEK), start) for mark in _BREAKS)
        start = found + 1 if found >= 0 else start
    found = min(
        (at for mark in _BREAKS if (at := text.find(mark, end, end + _SEEK)) >= 0), default=end
    )
    return start, found if end < len(text) else end
