"""Completions out of what is asked often, as those who keep count of it tell."""

from collections.abc import Callable, Iterable
from threading import Lock
from time import monotonic
from typing import Final

from indexer.search.completions import Completions, Suggestion

Told = Callable[[], Iterable[str]]
"""The queries that many people asked, the most frequent first; nobody's own."""
RENEWED: Final = 60.0
"""Seconds after which they are told again."""


class Frequent:
    """Queries that begin as one that is typed. May be shared by threads."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._lock = Lock()
        self._until = 0.0
        self._known = Completions(())

    def of(self, typed: str, limit: int) -> list[Suggestion]:
        """At most ``limit`` of them."""
        with self._lock:
            if monotonic() >= self._until:
                self._known = Completions(Suggestion(one, "query") for one in self._told())
                self._until = monotonic() + RENEWED
        return self._known.of(typed, limit)
