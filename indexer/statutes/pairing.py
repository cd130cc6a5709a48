"""Which article of the new version is which of the old one.

In this order: the same number and text; what the law itself notes (``[제5조에서 이동]``); the
same text under another number; then the most alike first, where the same number and the same
title count in favour; at last what is left under the same number.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Final

from indexer.statutes.likeness import (
    Words,
    body,
    by_title,
    candidates,
    is_stub,
    likeness,
    words,
)
from records.model import Article

_MOVED_HERE: Final = re.compile(r"\[(제\d+조(?:의\d+)*)에서 이동")
_SAME_TITLE: Final = 0.3
_SAME_KEY: Final = 0.25
_ENOUGH: Final = 0.55
"""The least score of a pair: half of the words, or fewer where number or title agree."""
_FEW_WORDS: Final = 5
"""Below so many words, likeness alone is no evidence that a number changed."""

Pairs = dict[int, int]
"""Place in the old version → place in the new one."""


def pair(old: Sequence[Article], new: Sequence[Article]) -> Pairs:
    """The articles that are the same one, in whatever form."""
    return _Pairing(old, new).done()


class _Pairing:
    """The pairs found so far and what is left on either side."""

    def __init__(self, old: Sequence[Article], new: Sequence[Article]) -> None:
        self._old, self._new = old, new
        self._pairs: Pairs = {}
        self._left = dict.fromkeys(range(len(old)))
        self._right = dict.fromkeys(range(len(new)))

    def done(self) -> Pairs:
        self._by(lambda article: (article.key, article.text))
        self._by_note()
        self._by(lambda article: None if is_stub(article) else body(article), unique=True)
        self._by_likeness()
        self._by(lambda article: article.key)
        return self._pairs

    def _join(self, i: int, j: int) -> None:
        if i in self._left and j in self._right:
            self._pairs[i] = j
            del self._left[i], self._right[j]

    def _by(self, value: Callable[[Article], Hashable], unique: bool = False) -> None:
        """Join those of equal ``value`` in order, or only where each side has one of it."""
        left = _places(value, self._old, self._left)
        right = _places(value, self._new, self._right)
        for own, places in left.items():
            others = right.get(own, [])
            if not unique or len(places) == len(others) == 1:
                for i, j in zip(places, others, strict=False):
                    self._join(i, j)

    def _by_note(self) -> None:
        """A note that the old version's article of that number does not have yet is news."""
        places = {self._old[i].key: i for i in self._left}
        texts = {article.key: article.text for article in self._old}
        for j in list(self._right):
            article = self._new[j]
            found = _MOVED_HERE.search(article.text)
            if found and found[0] not in texts.get(article.key, "") and found[1] in places:
                i = places[found[1]]
                if not is_stub(self._old[i]):
                    self._join(i, j)

    def _by_likeness(self) -> None:
        old = {i: words(self._old[i]) for i in self._left if not is_stub(self._old[i])}
        new = {j: words(self._new[j]) for j in self._right if not is_stub(self._new[j])}
        scored = sorted(
            ((-self._score(i, j, old[i], new[j]), i, j) for i, j in self._asked(old, new))
        )
        for score, i, j in scored:
            if -score >= _ENOUGH:
                self._join(i, j)

    def _asked(self, old: dict[int, Words], new: dict[int, Words]) -> Iterator[tuple[int, int]]:
        keys = {self._new[j].key: j for j in new}
        titles, others = by_title(self._old, list(old)), by_title(self._new, list(new))
        asked = {(i, j) for i, found in candidates(old, new).items() for j in found}
        asked |= {(i, keys[self._old[i].key]) for i in old if self._old[i].key in keys}
        asked |= {
            (places[0], others[title][0])
            for title, places in titles.items()
            if len(places) == len(others.get(title, ())) == 1
        }
        yield from asked

    def _score(self, i: int, j: int, old: Words, new: Words) -> float:
        a, b = self._old[i], self._new[j]
        alike, same_key = likeness(old, new), a.key == b.key
        same_title = bool(a.title) and a.title == b.title
        if not same_key and not same_title and min(len(old), len(new)) < _FEW_WORDS:
            return 0.0
        return alike + _SAME_TITLE * same_title + _SAME_KEY * same_key


def _places(
    value: Callable[[Article], Hashable], articles: Sequence[Article], left: dict[int, None]
) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for place in left:
        own = value(articles[place])
        if own is not None:
            found[own].append(place)
    return found
