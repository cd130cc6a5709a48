"""Papers that lack a word: after all full matches, counted apart, each saying what it lacks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from indexer.engines.plan import AnyOf, Plan, Term, Worth
from indexer.engines.seam import Engine, Hit
from indexer.search.alternatives import within
from indexer.search.fronts import Candidates, Fronts
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

Matrix = NDArray[np.bool_]


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
    return list(map(PageHit, hits, missing_words(engine, question, Candidates.of(hits))))


def missing_words(
    engine: Engine, question: Question, those: Candidates, rarity: Rarity | None = None
) -> list[tuple[str, ...]]:
    """The words each of ``those`` lacks: as its forward stream tells, where it does not as the
    engine does. ``rarity`` tells which are cheaper looked for among the hits."""
    fronts = Fronts(those.papers)
    told = [fronts.told(sense.node) for sense in question.senses]
    has = np.array([one.yes for one in told], bool).reshape(len(told), len(those.hits))
    unsure = np.array([one.open for one in told], bool).reshape(has.shape)
    if unsure.any():
        has |= unsure & _told_by_engine(engine, question, those.hits, unsure, rarity)
    lacking: list[tuple[str, ...]] = [()] * len(those.hits)
    for at in np.flatnonzero(~has.all(axis=0)).tolist():
        lacking[at] = tuple(sense.text for n, sense in enumerate(question.senses) if not has[n, at])
    return lacking


def _told_by_engine(
    engine: Engine,
    question: Question,
    hits: Sequence[Hit],
    unsure: Matrix,
    rarity: Rarity | None,
) -> Matrix:
    """A row a sense, a column a hit: has it? Asked where ``unsure``, False elsewhere."""
    has = np.zeros_like(unsure)
    columns = np.flatnonzero(unsure.any(axis=0))
    asked = [hits[at] for at in columns.tolist()]
    for rows in _batches(np.flatnonzero(unsure.any(axis=1)).tolist(), _AT_ONCE):
        senses = [question.senses[row] for row in rows]
        having = _having(engine, question, asked, senses, rarity)
        bits = np.array([having.get(hit.id, 0) for hit in asked])
        for bit, row in enumerate(rows):
            has[row, columns] = bits >> bit & 1
    return has


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
    found = engine.search(Plan(worth, filters, limit=len(hits), count=False)).hits
    return {hit.id: int(hit.score) for hit in found}


def _batches(rows: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    return (rows[at : at + size] for at in range(0, len(rows), size))
