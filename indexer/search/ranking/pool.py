"""The hits that are looked at twice, and the whole order of a question's papers.

The engine's best by any of the words come first, put in order by the second score; then the
other papers that have all words, then those near, both in the engine's order. So a page is a
cut of one order, however far down it lies.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from indexer.engines.plan import AllOf, AnyOf, Filter, Not, Plan, Prefer, Term
from indexer.engines.seam import Engine, Hit
from indexer.search.near import PageHit, missing_words
from indexer.search.planner import Question
from indexer.search.ranking.counts import Asked, Vector
from indexer.search.ranking.profile import Profile
from indexer.search.ranking.second import second_scores, wanted_frequencies

POOL: Final = 100
"""Hits that are looked at twice."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A hit in the order: does it have all words, and was it asked for by its name?"""

    hit: Hit
    whole: bool
    named: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """What the second score of a hit is made of, by name."""

    scores: Mapping[str, float] = field(default_factory=dict)
    named: bool = False


class SecondStep:
    """Orders the papers of a question with one engine and one profile."""

    def __init__(self, engine: Engine, profile: Profile) -> None:
        self._engine = engine
        self._profile = profile

    def page(self, question: Question, offset: int, size: int) -> list[PageHit]:
        """The hits from ``offset`` on, each with the words it lacks."""
        pool = self._pool(question)
        found = pool[offset : offset + size]
        if len(pool) == POOL and len(found) < size:
            found += self._beyond(question, pool, offset + len(found), size - len(found))
        lacking = [one.hit for one in found if not one.whole]
        missing = dict(zip(lacking, missing_words(self._engine, question, lacking), strict=True))
        return [PageHit(one.hit, missing.get(one.hit, ())) for one in found]

    def parts(self, question: Question) -> dict[str, Parts]:
        """The second scores in parts of the hits that are looked at twice, by unit id."""
        hits = self._first(question)
        if not hits:
            return {}
        named = self._having(question, hits)
        scores = self._scores(question, hits)
        return {
            hit.id: Parts(
                {name: round(float(score[at]), 4) for name, score in scores.items()},
                named.get(hit.id, 0.0) > 0,
            )
            for at, hit in enumerate(hits)
        }

    def _first(self, question: Question) -> tuple[Hit, ...]:
        plan = Plan(question.first, question.filters, limit=POOL, forward=True)
        return self._engine.search(plan).hits

    def _pool(self, question: Question) -> list[Placed]:
        hits = self._first(question)
        if not hits:
            return []
        named = self._having(question, hits)
        scored = [
            Placed(hit, hit.id in named, named.get(hit.id, 0.0) > 0)
            for hit in self._rescored(question, hits)
        ]
        place = {hit.id: at for at, hit in enumerate(hits)}
        ordered = sorted(scored, key=lambda one: (not one.named, -one.hit.score, place[one.hit.id]))
        amid = 0 if question.otherwise else self._profile.amid
        first, rest = ordered[:amid], ordered[amid:]
        return [*first, *sorted(rest, key=lambda one: not one.whole)]

    def _having(self, question: Question, hits: Sequence[Hit]) -> dict[str, float]:
        """Those of ``hits`` that have all words; more than 0 for what was asked for by name."""
        wished = (question.direct,) if question.direct is not None else ()
        those = {**question.filters, "those": _any_of(hits)}
        plan = Plan(Prefer(Filter(question.full), wished), those, limit=len(hits))
        return {hit.id: hit.score for hit in self._engine.search(plan).hits}

    def _rescored(self, question: Question, hits: Sequence[Hit]) -> list[Hit]:
        scores = np.sum(list(self._scores(question, hits).values()), axis=0)
        return [
            Hit(hit.id, hit.document, hit.revision, round(score, 4), hit.payload)
            for hit, score in zip(hits, scores.tolist(), strict=True)
        ]

    def _scores(self, question: Question, hits: Sequence[Hit]) -> Mapping[str, Vector]:
        asked = Asked.of(question.streams)
        known = self._engine.frequencies(wanted_frequencies(asked))
        return second_scores(self._profile, asked, hits, known)

    def _beyond(
        self, question: Question, pool: Sequence[Placed], offset: int, size: int
    ) -> list[Placed]:
        """What follows the pool: papers with all words, then papers near."""
        unseen = {**question.filters, "unseen": AllOf((Not(_any_of([p.hit for p in pool])),))}
        found: list[Placed] = []
        before = len(pool)
        for node, whole in ((question.full, True), (question.near, False)):
            skipped = max(offset + len(found) - before, 0)
            plan = Plan(node, unseen, offset=skipped, limit=size - len(found))
            answer = self._engine.search(plan)
            found += [Placed(hit, whole) for hit in answer.hits]
            before += answer.total
        return found


def _any_of(hits: Sequence[Hit]) -> AnyOf:
    return AnyOf(tuple(Term("id", hit.id) for hit in hits))
