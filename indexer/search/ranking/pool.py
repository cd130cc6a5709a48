"""The hits that are looked at twice, and the whole order of a question's papers.

The engine's best by any of the words are put in order by the second score. The first few stand
as that puts them; then come all other papers that have all words, then those near, of both the
ones looked at twice before the rest in the engine's order. So a page is a cut of one order,
however far down it lies.
"""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from sys import maxsize
from typing import Final

import numpy as np

from indexer.engines.plan import AllOf, AnyOf, Filter, Node, Not, Plan, Prefer, Term
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


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the papers of a question in their order; ``amid`` counts the near ones that stand
    among the first, so that full matches end that many places later than their number."""

    hits: list[PageHit]
    amid: int


@dataclass(frozen=True, slots=True)
class _Pool:
    """The hits looked at twice: ``first`` are the first places and all full matches, ``near``
    the rest; ``whole`` says that there are no others."""

    first: list[Placed]
    near: list[Placed]
    whole: bool

    @property
    def amid(self) -> int:
        return sum(not one.whole for one in self.first)


class SecondStep:
    """Orders the papers of a question with one engine and one profile."""

    def __init__(self, engine: Engine, profile: Profile) -> None:
        self._engine = engine
        self._profile = profile

    def page(self, question: Question, offset: int, size: int, total: int) -> Page:
        """The hits from ``offset`` on, each with the words it lacks; ``total`` papers have all."""
        pool = self._pool(question)
        found = self._cut(question, pool, offset, size, total)
        lacking = [one.hit for one in found if not one.whole]
        missing = dict(zip(lacking, missing_words(self._engine, question, lacking), strict=True))
        return Page([PageHit(one.hit, missing.get(one.hit, ())) for one in found], pool.amid)

    def parts(self, question: Question) -> dict[str, Parts]:
        """The second scores in parts of the hits that are looked at twice, by unit id."""
        hits = self._first(question)
        if not hits:
            return {}
        named = self._having(question, hits)
        scores = self._scores(question, hits, named)
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

    def _pool(self, question: Question) -> _Pool:
        hits = self._first(question)
        if not hits:
            return _Pool([], [], whole=True)
        named = self._having(question, hits)
        scored = [
            Placed(hit, hit.id in named, named.get(hit.id, 0.0) > 0)
            for hit in self._rescored(question, hits, named)
        ]
        place = {hit.id: at for at, hit in enumerate(hits)}
        ordered = sorted(scored, key=lambda one: (not one.named, -one.hit.score, place[one.hit.id]))
        amid = 0 if question.otherwise else self._profile.amid
        first, rest = ordered[:amid], ordered[amid:]
        first += [one for one in rest if one.whole]
        return _Pool(first, [one for one in rest if not one.whole], len(hits) < POOL)

    def _having(self, question: Question, hits: Sequence[Hit]) -> dict[str, float]:
        """Those of ``hits`` that have all words; more than 0 for what was asked for by name."""
        wished = (question.direct,) if question.direct is not None else ()
        those = {**question.filters, "those": _any_of(hits)}
        plan = Plan(Prefer(Filter(question.full), wished), those, limit=len(hits))
        return {hit.id: hit.score for hit in self._engine.search(plan).hits}

    def _rescored(
        self, question: Question, hits: Sequence[Hit], having: Container[str]
    ) -> list[Hit]:
        scores = np.sum(list(self._scores(question, hits, having).values()), axis=0)
        return [
            Hit(hit.id, hit.document, hit.revision, round(score, 4), hit.payload)
            for hit, score in zip(hits, scores.tolist(), strict=True)
        ]

    def _scores(
        self, question: Question, hits: Sequence[Hit], having: Container[str]
    ) -> Mapping[str, Vector]:
        """A paper that has all words, though a text was taken apart otherwise there, is given
        each at least once."""
        asked = Asked.of(question.streams)
        known = self._engine.frequencies(wanted_frequencies(asked))
        literal = not question.otherwise
        whole = np.array([float(literal and hit.id in having) for hit in hits])
        return second_scores(self._profile, asked, hits, known, question.intents, whole)

    def _cut(
        self, question: Question, pool: _Pool, offset: int, size: int, total: int
    ) -> list[Placed]:
        """The page out of the whole order, which is made of four stretches one after another."""
        more = 0 if pool.whole else max(total - len(pool.first) + pool.amid, 0)
        seen = [one.hit for one in (*pool.first, *pool.near)]
        beyond = partial(self._beyond, {**question.filters, "unseen": _none_of(seen)})
        stretches: tuple[tuple[int, Callable[[int, int], list[Placed]]], ...] = (
            (len(pool.first), lambda at, room: pool.first[at : at + room]),
            (more, partial(beyond, question.full, True)),
            (len(pool.near), lambda at, room: pool.near[at : at + room]),
            (0 if pool.whole else maxsize, partial(beyond, question.near, False)),
        )
        found: list[Placed] = []
        start = 0
        for length, take in stretches:
            at = offset + len(found) - start
            room = min(size - len(found), length - at)
            found += take(at, room) if room > 0 else []
            start += length
        return found

    def _beyond(
        self, filters: Mapping[str, Node], node: Node, whole: bool, at: int, room: int
    ) -> list[Placed]:
        """Some of the papers that were not looked at twice, in the engine's order."""
        answer = self._engine.search(Plan(node, filters, offset=at, limit=room))
        return [Placed(hit, whole) for hit in answer.hits]


def _any_of(hits: Sequence[Hit]) -> AnyOf:
    return AnyOf(tuple(Term("id", hit.id) for hit in hits))


def _none_of(hits: Sequence[Hit]) -> AllOf:
    return AllOf((Not(_any_of(hits)),))
