"""Completions of one set of words: by prefix, by 초성, by a half-typed syllable."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from heapq import nsmallest
from typing import Final, Literal

from indexer.korean.normalise import normalise
from indexer.search.jamo import apart, initials, split_initials

What = Literal["member", "committee", "agency", "law", "title", "query"]
ORDER: Final[tuple[What, ...]] = ("member", "committee", "law", "query", "agency", "title")
_KEY: Final = 16
"""Letters of a key; longer prefixes are checked against the whole text."""
_FEW: Final = 2_000
_APART: Final = re.compile(r"[\W_]+")
_AFTER: Final = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One completion and what it is; ``id`` is the unit a title or law was read from."""

    text: str
    what: What
    id: str = ""


class Completions:
    """Sorted keys with the rank of their entry; one set of entries, never changed."""

    def __init__(self, entries: Iterable[Suggestion]) -> None:
        unique = {(entry.what, _plain(entry.text)): entry for entry in entries}
        self._entries = sorted(
            unique.values(), key=lambda e: (ORDER.index(e.what), len(e.text), e.text)
        )
        self._whole = _Keys((_plain(entry.text), rank) for rank, entry in enumerate(self._entries))
        self._inner = _Keys(
            (tail, rank) for rank, entry in enumerate(self._entries) for tail in _tails(entry.text)
        )

    def of(self, typed: str, limit: int) -> list[Suggestion]:
        """Entries that begin with ``typed``, then those with a word inside that does."""
        wanted = _plain(typed)
        if not wanted:
            return []
        ranks = self._whole.ranks(wanted, limit)
        if len(ranks) < limit:
            more = self._inner.ranks(wanted, limit * 2)
            ranks += [rank for rank in more if rank not in ranks]
        return [self._entries[rank] for rank in ranks[:limit]]


class _Keys:
    """Keys by their keystrokes and by their first consonants, with ranks beside."""

    def __init__(self, keys: Iterable[tuple[str, int]]) -> None:
        kept = [(key[:_KEY], rank) for key, rank in keys]
        self._strokes = _Sorted((apart(key), rank, key) for key, rank in kept)
        self._initials = _Sorted((initials(key), rank, key) for key, rank in kept)

    def ranks(self, wanted: str, limit: int) -> list[int]:
        """The best ranks of keys that begin with ``wanted`` as typed so far."""
        head, firsts = split_initials(wanted[:_KEY])
        if len(firsts) < 2:
            return self._strokes.ranks(apart(wanted[:_KEY]), limit)
        if not head:
            return self._initials.ranks(firsts, limit)
        return self._strokes.ranks(
            apart(head), limit, lambda key: initials(key[len(head) :]).startswith(firsts)
        )


class _Sorted:
    """Ways of writing keys in order, and the ranks of what they lead to."""

    def __init__(self, written: Iterable[tuple[str, int, str]]) -> None:
        rows = sorted(written)
        self._written = [row[0] for row in rows]
        self._ranks = [row[1] for row in rows]
        self._keys = [row[2] for row in rows]

    def ranks(
        self, prefix: str, limit: int, fits: Callable[[str], bool] | None = None
    ) -> list[int]:
        low = bisect_left(self._written, prefix)
        high = bisect_left(self._written, prefix + _AFTER)
        found: Iterable[int] = self._ranks[low:high]
        if fits is not None:
            found = {self._ranks[at] for at in range(low, high) if fits(self._keys[at])}
        elif high - low > _FEW:
            return nsmallest(limit, found)
        return sorted(set(found))[:limit]


def _plain(text: str) -> str:
    """What is compared: letters and digits, capitals small."""
    return _APART.sub("", normalise(text))


def _tails(text: str) -> Iterator[str]:
    """``text`` from each of its words on, but the first."""
    words = [plain for word in normalise(text).split() if (plain := _APART.sub("", word))]
    for at in range(1, len(words)):
        yield "".join(words[at:])[:_KEY]
