"""Which page of a layout a block of text stands on.

The layout gives each page's letters in drawing order, without spaces; blocks come in reading
order. Walking both side by side finds the page of a block by its first letters.
"""

import re
from collections.abc import Sequence

_SPACE = re.compile(r"\s+")
_PROBE = 24
_SURE = 8
_SHORT = 4
_NEAR = 300


class PageFinder:
    """Answers `page` for blocks asked in reading order. ``pages`` are the pages' texts."""

    def __init__(self, pages: Sequence[str]) -> None:
        self._pages = [_SPACE.sub("", page) for page in pages]
        self._page = 0
        self._at = 0

    def page(self, text: str, in_table: bool = False) -> int | None:
        """The page, from 1, on which ``text`` begins; that of the block before when it cannot
        be told; None without pages. The figures of a table recur, so a cell may lead one page
        further and no more."""
        if not self._pages:
            return None
        letters = _SPACE.sub("", text)
        for probe in _probes(letters):
            if self._find(probe, 1 if in_table else len(self._pages)):
                break
        return self._page + 1

    def _find(self, probe: str, reach: int) -> bool:
        if len(probe) < _SHORT:
            return self._move(self._page, self._pages[self._page], probe, self._at, _NEAR)
        reach = reach if len(probe) >= _SURE else 1
        if self._move(self._page, self._pages[self._page], probe, self._at):
            return True
        if probe in self._pages[self._page]:
            return True
        later = range(self._page + 1, min(self._page + 1 + reach, len(self._pages)))
        return any(self._move(number, self._pages[number], probe, 0) for number in later)

    def _move(self, number: int, page: str, probe: str, start: int, near: int = 0) -> bool:
        found = page.find(probe, start, start + near if near else len(page))
        if found < 0:
            return False
        self._page, self._at = number, found + len(probe)
        return True


def _probes(letters: str) -> list[str]:
    """The first letters, then fewer: a paragraph may break across pages, and the layout may
    draw a character in another way."""
    whole = letters[:_PROBE]
    if not whole:
        return []
    shorter = [letters[:_SURE], letters[1 : 1 + _SURE]] if len(letters) > _SURE else []
    return [whole, *shorter]
