"""Papers that lack a word: after all full matches, counted apart, each saying what it lacks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from indexer.engines.plan import AnyOf, Filter, Plan, Term
from indexer.engines.seam import Engine, Hit
from indexer.search.planner import Question
from indexer.search.plans import near_plan

MOST_WORDS: Final = 12
"""With more words than this nothing near is looked for: one word less says little then."""


@dataclass(frozen=True, slots=True)
class PageHit:
    """One hit of a page and the words of the query it lacks: none for a full match."""

    unit: Hit
    missing: tuple[str, ...] = ()


def find_near(engine: Engine, question: Question, offset: int, limit: int) -> list[PageHit]:
    """A page of near hits with the words each lacks."""
    if limit <= 0 or len(question.parts) < 2 or len(question.senses) > MOST_WORDS:
        return []
    hits = engine.search(near_plan(question, offset, limit)).hits
    return [
        PageHit(hit, missing)
        for hit, missing in zip(hits, missing_words(engine, question, hits), strict=True)
    ]


def missing_words(engine: Engine, question: Question, hits: Sequence[Hit]) -> list[tuple[str, ...]]:
    """The words each hit lacks, from one small question a word to the engine."""
    if not hits:
        return []
    those = AnyOf(tuple(Term("id", hit.id) for hit in hits))
    filters = {**question.filters, "those": those}
    lacking: dict[str, list[str]] = {hit.id: [] for hit in hits}
    for sense in question.senses:
        plan = Plan(Filter(sense.node), filters, limit=len(hits))
        having = {hit.id for hit in engine.search(plan).hits}
        for hit in hits:
            if hit.id not in having:
                lacking[hit.id].append(sense.text)
    return [tuple(lacking[hit.id]) for hit in hits]
