"""The hits that are looked at twice, and the whole order of a question's papers.

The engine's best by any of the words are put in order by the second score. The first few stand
as that puts them; then come all other papers that have all words, then those near, of both the
ones looked at twice before the rest in the engine's order. So a page is a cut of one order,
however far down it lies.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from sys import maxsize
from typing import Final

import numpy as np

from indexer.engines.plan import AllOf, AnyOf, Filter, Node, Not, Plan, Term
from indexer.engines.seam import Engine, Hit
from indexer.search.alternatives import alternatives
from indexer.search.fronts import Candidates
from indexer.search.near import PageHit, missing_words
from indexer.search.question import Question
from indexer.search.ranking.counts import Asked, Vector
from indexer.search.ranking.profile import Profile
from indexer.search.ranking.second import second_scores, wanted_frequencies
from indexer.search.rarity import Rarity, without_ordinary
from indexer.search.senses import Sense

POOL: Final = 100
"""Hits that are looked at twice."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A hit in the order, the words it lacks, and whether it was asked for by its name."""

    hit: Hit
    missing: tuple[str, ...] = ()
    named: bool = False

    @property
    def whole(self) -> bool:
        """Does it have all words?"""
        return not self.missing


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
class _Looked:
    """The hits looked at twice as they were read, and what each lacks."""

    placed: list[Placed]
    those: Candidates


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
        return Page([PageHit(one.hit, one.missing) for one in found], pool.amid)

    def parts(self, question: Question) -> dict[str, Parts]:
        """The second scores in parts of the hits that are looked at twice, by unit id."""
        looked = self._looked_at(question)
        scores = self._scores(question, looked) if looked.placed else {}
        return {
            one.hit.id: Parts(
                {name: round(float(score[at]), 4) for name, score in scores.items()}, one.named
            )
            for at, one in enumerate(looked.placed)
        }

    def _pool(self, question: Question) -> _Pool:
        looked = self._looked_at(question)
        if not looked.placed:
            return _Pool([], [], whole=True)
        scored = self._rescored(question, looked)
        ordered = sorted(scored, key=lambda one: (not one.named, -one.hit.score))
        amid = 0 if question.otherwise else self._profile.amid
        ordered = mixed_in(ordered, amid, self._profile.each)
        first, rest = ordered[:amid], ordered[amid:]
        first += [one for one in rest if one.whole]
        return _Pool(first, [one for one in rest if not one.whole], len(scored) < POOL)

    def _looked_at(self, question: Question) -> _Looked:
        """The engine's best with what each lacks; one asked for by its name lacks nothing."""
        rarity = Rarity.of(self._engine, question.senses)
        hits = self._first(question, rarity.telling(question.senses))
        named = self._named(question, hits)
        those = Candidates.of(hits)
        missing = missing_words(self._engine, question, those, rarity)
        placed = [
            Placed(hit, (), named=True) if hit.id in named else Placed(hit, lacks)
            for hit, lacks in zip(hits, missing, strict=True)
        ]
        return _Looked(placed, those)

    def _first(self, question: Question, senses: Sequence[Sense]) -> Sequence[Hit]:
        """The engine's best that have any of ``senses``; of all words, when these are too few."""
        node = question.first(senses, without_ordinary(self._engine, question.scoring))
        plan = Plan(node, question.filters, limit=POOL, forward=True, count=False)
        hits = self._engine.search(plan).hits
        if len(hits) < POOL and len(senses) < len(question.senses):
            return self._first(question, question.senses)
        return hits

    def _named(self, question: Question, hits: Sequence[Hit]) -> frozenset[str]:
        """Those of ``hits`` that were asked for by their names. Of most questions none can be, as
        no paper has such a number or member: then nothing more is asked."""
        if question.direct is None or not self._is_known(question.direct):
            return frozenset()
        those = {**question.filters, "those": _any_of(hits)}
        found = self._engine.search(Plan(Filter(question.direct), those, limit=len(hits))).hits
        return frozenset(hit.id for hit in found)

    def _is_known(self, asked: Node) -> bool:
        ways = alternatives(asked)
        terms = tuple(way for way in ways if isinstance(way, Term))
        return len(terms) < len(ways) or any(self._engine.frequencies(terms).counts.values())

    def _rescored(self, question: Question, looked: _Looked) -> list[Placed]:
        scores = np.sum(list(self._scores(question, looked).values()), axis=0)
        return [
            Placed(_scored(one.hit, round(score, 4)), one.missing, one.named)
            for one, score in zip(looked.placed, scores.tolist(), strict=True)
        ]

    def _scores(self, question: Question, looked: _Looked) -> Mapping[str, Vector]:
        """A paper that has all words, though a text was taken apart otherwise there, is given
        each at least once."""
        asked = Asked.of(question.streams)
        known = self._engine.frequencies(wanted_frequencies(asked))
        literal = not question.otherwise
        whole = np.array([float(literal and one.whole) for one in looked.placed])
        return second_scores(self._profile, asked, looked.those, known, question.intents, whole)

    def _cut(
        self, question: Question, pool: _Pool, offset: int, size: int, total: int
    ) -> list[Placed]:
        """The page out of the whole order, which is made of four stretches one after another."""
        more = 0 if pool.whole else max(total - len(pool.first) + pool.amid, 0)
        beyond = partial(self._beyond, question, pool)
        stretches: tuple[tuple[int, Callable[[int, int], list[Placed]]], ...] = (
            (len(pool.first), lambda at, room: pool.first[at : at + room]),
            (more, partial(beyond, True)),
            (len(pool.near), lambda at, room: pool.near[at : at + room]),
            (0 if pool.whole else maxsize, partial(beyond, False)),
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
        self, question: Question, pool: _Pool, whole: bool, at: int, room: int
    ) -> list[Placed]:
        """Some of the papers that were not looked at twice, in the engine's order."""
        seen = _any_of([one.hit for one in (*pool.first, *pool.near)])
        node = question.full if whole else question.near
        filters = {**question.filters, "unseen": AllOf((Not(seen),))}
        hits = self._engine.search(Plan(node, filters, offset=at, limit=room)).hits
        if whole:
            return list(map(Placed, hits))
        return list(map(Placed, hits, missing_words(self._engine, question, Candidates.of(hits))))


def _scored(hit: Hit, score: float) -> Hit:
    """``hit`` with the second score, without what only that needed."""
    return Hit(hit.id, hit.document, hit.revision, score, hit.payload)


def mixed_in(ordered: Sequence[Placed], amid: int, each: int) -> list[Placed]:
    """``ordered`` with a full match in every ``each`` of the first ``amid`` places at least, as
    long as there are any: who asks for all words sees at once what has them all."""
    mixed, left = list[Placed](), list(ordered)
    while left and len(mixed) < amid:
        due = len(mixed) % each == each - 1 and not any(one.whole for one in mixed[1 - each :])
        at = next((n for n, one in enumerate(left) if one.whole), 0) if due else 0
        mixed.append(left.pop(at))
    return mixed + left


def _any_of(hits: Sequence[Hit]) -> AnyOf:
    return AnyOf(tuple(Term("id", hit.id) for hit in hits))
