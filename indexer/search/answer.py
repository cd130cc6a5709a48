"""What a query was understood as, and what it found."""

from dataclasses import dataclass

from indexer.engines.seam import Found
from indexer.search.intents import Intent, without
from indexer.search.near import PageHit
from indexer.search.question import Question
from indexer.search.results import Recognised
from indexer.search.tree import Query
from indexer.search.typed.readings import Reading


@dataclass(frozen=True, slots=True)
class Asked:
    """``query`` as typed or read anew, as understood, and made ready for an engine."""

    query: str
    understood: Query
    question: Question
    intents: tuple[Intent, ...]

    @property
    def recognised(self) -> tuple[Recognised, ...]:
        """The intents, each with the query that takes it back."""
        return tuple(
            Recognised(one.what, one.text, one.label, without(self.query, one))
            for one in self.intents
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """A page of hits, ``amid`` near ones standing among the full matches; with ``reading`` of
    what was searched instead of the query typed."""

    asked: Asked
    found: Found
    hits: list[PageHit]
    amid: int = 0
    reading: Reading | None = None

    @property
    def notes(self) -> tuple[str, ...]:
        """How the query was read anew: never silently."""
        if self.reading is None:
            return ()
        return ("친 그대로는 찾은 것이 없습니다", *self.reading.notes)
