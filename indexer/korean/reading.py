"""One text read once by the tagger, and all that an index needs of it, each made when asked.

Nothing here goes through a text letter by letter or token by token in Python: surfaces come
with their strings ready (`indexer.korean.morphemes.Entry`), and strings are joined and cut.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from operator import itemgetter

from indexer.korean.letters import pairs_of, solid_of
from indexer.korean.model import Token
from indexer.korean.morphemes import Entry

_size, _forms, _shape, _stems = map(itemgetter, range(4))


@dataclass(frozen=True)
class Reading:
    """``text`` read: ``plain`` is its normalised form, letter for letter; ``entries`` are its
    surfaces in order, which spell it."""

    text: str
    plain: str
    entries: Sequence[Entry]

    @cached_property
    def stream(self) -> str:
        """The morphemes joined by a space; empty when there are none."""
        return "".join(map(_forms, self.entries))[:-1]

    @cached_property
    def forms(self) -> list[str]:
        """The morphemes in order."""
        return self.stream.split()

    @cached_property
    def shape(self) -> str:
        """Of each letter what it is, see `Entry`."""
        return "".join(map(_shape, self.entries))

    @cached_property
    def stems(self) -> list[str]:
        """The forms at each ``B`` of `shape`."""
        return "".join(map(_stems, self.entries)).split(" ")[:-1]

    @cached_property
    def solid(self) -> str:
        """See `indexer.korean.letters.solid`."""
        return solid_of(self.plain)

    @property
    def pairs(self) -> list[str]:
        """Neighbouring morphemes joined by ``_``."""
        return pairs_of(self.forms)

    @property
    def morphemes(self) -> tuple[Token, ...]:
        """The morphemes with their places."""
        starts = accumulate(map(_size, self.entries), initial=0)
        return tuple(
            Token(form, at + start, at + end)
            for at, entry in zip(starts, self.entries, strict=False)
            for form, start, end in entry.parts
        )

    def cut(self, low: int, high: int) -> "Reading":
        """What of it begins in [low, high)."""
        if low == 0 and high >= len(self.text):
            return self
        first, last = self._begins(low), self._begins(high)
        return Piece(self.text[low:high], self.plain[low:high], self.entries[first:last], self, low)

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(map(_size, self.entries)))

    def _begins(self, at: int) -> int:
        """The first surface that, without the space before it, begins at or after ``at``."""
        number = bisect_left(self._ends, at + 1)
        before = self._ends[number - 1] if number else 0
        inside = self.plain[before:at].strip(" ")
        return number + 1 if inside else number


@dataclass(frozen=True)
class Piece(Reading):
    """A stretch of ``whole`` from letter ``at`` on. A word that a border cuts has its tokens in
    the piece it begins in, and its letters where they are."""

    whole: Reading
    at: int

    @cached_property
    def shape(self) -> str:
        return self.whole.shape[self.at : self.at + len(self.text)]

    @cached_property
    def stems(self) -> list[str]:
        first = self.whole.shape.count("B", 0, self.at)
        return self.whole.stems[first : first + self.shape.count("B")]
