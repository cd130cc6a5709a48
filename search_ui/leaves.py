"""A document as leaves that the reader turns: its pages, or where it has none, stretches of it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from records.model import Passage

LENGTH: Final = 12_000
"""Letters on a leaf of a document without pages, about."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One leaf: its number from 1, and the indexes of its passages [first, last)."""

    number: int
    first: int
    last: int


def has_pages(passages: Sequence[Passage]) -> bool:
    """Whether the document has pages of its own."""
    return any(passage.page for passage in passages)


def leaves(passages: Sequence[Passage]) -> tuple[Leaf, ...]:
    """The leaves in order, at least one. A page without text is a leaf without passages.

    >>> leaves([Passage(0, "가", page=1), Passage(1, "나", page=2)])
    (Leaf(number=1, first=0, last=1), Leaf(number=2, first=1, last=2))
    """
    return _pages(passages) if has_pages(passages) else _stretches(passages)


def leaf_of(leaves: Sequence[Leaf], index: int) -> int:
    """The number of the leaf on which passage ``index`` stands."""
    return max(1, bisect_right(leaves, index, key=lambda leaf: leaf.first))


def _pages(passages: Sequence[Passage]) -> tuple[Leaf, ...]:
    """Passages without a page stay with the one before."""
    made: list[Leaf] = []
    first, page = 0, 1
    for index, passage in enumerate(passages):
        while passage.page and passage.page > page:
            made.append(Leaf(page, first, index))
            first, page = index, page + 1
    return (*made, Leaf(page, first, len(passages)))


def _stretches(passages: Sequence[Passage]) -> tuple[Leaf, ...]:
    made: list[Leaf] = []
    first, size = 0, 0
    for index, passage in enumerate(passages):
        if size and size + len(passage.text) > LENGTH and not _same_table(passages, index):
            made.append(Leaf(len(made) + 1, first, index))
            first, size = index, 0
        size += len(passage.text)
    return (*made, Leaf(len(made) + 1, first, len(passages)))


def _same_table(passages: Sequence[Passage], index: int) -> bool:
    here, before = passages[index].cell, passages[index - 1].cell
    return bool(here and before and here.partition(".")[0] == before.partition(".")[0])
