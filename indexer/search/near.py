"""Papers that lack a word: after all full matches, counted apart, each saying what it lacks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from indexer.engines.plan import AnyOf, Plan, Term, Worth
from indexer.engines.seam import Engine, Hit
from indexer.search.alternatives import within
from indexer.search.plans import near_plan
from indexer.search.question import Question
from indexer.search.rarity import Rarity
from indexer.search.senses import Sense

MOST_WORDS: Final = 12
"""With more words than this nothing near is looked for: one word less says little then."""
_AT_ONCE: Final = 20
"""Words asked for in one question: their powers of two add up exactly in a score."""
_FEW: Final = 30
"""Up to so many hits each way of having a word is looked for among them alone."""
_WORTH: Final = 300
"""Papers that have a word, a hit, from which on it is looked for among the hits alone."""


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


def missing_words(
    engine: Engine, question: Question, hits: Sequence[Hit], rarity: Rarity | None = None
) -> list[tuple[str, ...]]:
    """The words each hit lacks; ``rarity`` tells which are cheaper looked for among the hits."""
    lacking: list[tuple[str, ...]] = [()] * len(hits)
    for senses in _batches(question.senses, _AT_ONCE):
        having = _having(engine, question, hits, senses, rarity) if hits else {}
        for at, hit in enumerate(hits):
            has = having.get(hit.id, 0)
            lacking[at] += tuple(one.text for n, one in enumerate(senses) if not has >> n & 1)
    return lacking


def _having(
    engine: Engine,
    question: Question,
    hits: Sequence[Hit],
    senses: Sequence[Sense],
    rarity: Rarity | None,
) -> dict[str, int]:
    """Which of ``senses`` each hit has, as bits, from one question to the engine: what the first
    matches is worth 1, the second 2, the third 4, so that the score of a hit says which."""
    those = AnyOf(tuple(Term("id", hit.id) for hit in hits))
    counts = rarity.counts if rarity else {}
    nodes = [
        within(sense.node, those)
        if len(hits) <= _FEW or counts.get(sense.text, 0) > _WORTH * len(hits)
        else sense.node
        for sense in senses
    ]
    worth = AnyOf(tuple(Worth(node, float(1 << n)) for n, node in enumerate(nodes)))
    filters = {"readers": question.filters["readers"], "those": those}
    found = engine.search(Plan(worth, filters, limit=len(hits))).hits
    return {hit.id: int(hit.score) for hit in found}


def _batches(senses: Sequence[Sense], size: int) -> Iterator[Sequence[Sense]]:
    return (senses[at : at + size] for at in range(0, len(senses), size))
