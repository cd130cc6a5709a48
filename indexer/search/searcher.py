"""The one door to search: a query and a viewer in, results with page and marks out."""

from datetime import date
from functools import lru_cache
from itertools import chain
from pathlib import Path
from threading import Thread
from time import perf_counter

from indexer.engines.plan import Plan
from indexer.engines.seam import Engine, Found
from indexer.search.answer import Answer, Asked
from indexer.search.articles import Articles
from indexer.search.as_json import as_json
from indexer.search.build import build_results, facet_counts, group_counts
from indexer.search.completions import ORDER, Suggestion
from indexer.search.explain import Explanation, explain
from indexer.search.frequent import Frequent, Told
from indexer.search.intents import find_intents
from indexer.search.interpret import interpret
from indexer.search.mappings import folder, read_ranking
from indexer.search.near import PageHit, find_near
from indexer.search.options import DEFAULT, Options
from indexer.search.parser import parse
from indexer.search.passages import Passages
from indexer.search.planner import Planner
from indexer.search.plans import counts_plan, search_plan
from indexer.search.question import Question
from indexer.search.ranking.pool import SecondStep
from indexer.search.ranking.profile import read_profile
from indexer.search.related import Related
from indexer.search.resolve import names_a_value, resolved
from indexer.search.results import PassageHit, Results
from indexer.search.senses import Analysis, Senses
from indexer.search.suggest import Suggester
from indexer.search.typed.readings import Readings, other_spellings
from indexer.search.typed.slips import slips
from indexer.search.vocabulary import Vocabulary
from indexer.search.words import LiveWords, field_words
from records.viewer import ROLES, Viewer

__all__ = ["Searcher", "as_json"]

_OFTEN = 3
"""Queries asked often that are offered at once."""
_TITLES = 4_000
"""Titles whose morphemes are kept, as questions share papers."""


class Searcher:
    """Searches one engine with one analyser; may be shared by threads.

    ``mappings_dir`` holds ``ranking.toml`` and ``synonyms.txt``; those of the product when None.
    ``asked_often`` tells the queries that are offered while typing.
    Raises `BadSetting` when they are broken. Every call needs a viewer, and what the viewer may
    not read shows in no hit, count, facet, completion or mark.
    """

    def __init__(
        self,
        engine: Engine,
        analyser: Analysis,
        mappings_dir: Path | None = None,
        asked_often: Told = tuple,
    ) -> None:
        where = folder(mappings_dir)
        ranking = read_ranking(where)
        self._live = LiveWords(where)
        self._words = self._live.words()
        self._engine = engine
        self._senses = Senses(analyser, self._words.groups, ranking.synonym, ranking.letters)
        self._read_title = lru_cache(_TITLES)(self._senses.analysed)
        self._planner = Planner(self._senses, ranking)
        self._second = SecondStep(engine, read_profile(where))
        self._articles = Articles(engine, self._senses)
        self._vocabulary = Vocabulary(engine)
        self._suggester = Suggester(engine)
        self._frequent = Frequent(asked_often)
        self._readings = Readings(engine, self._senses, self._suggester, field_words(where))
        self._related = Related(engine, self._senses)

    def search(self, query: str, viewer: Viewer, options: Options = DEFAULT) -> Results:
        """The page of papers that have all of ``query``, then papers that lack a word if the
        page has room. Never fails on a query's form; raises `EngineFault`."""
        start = perf_counter()
        answer = self._answer(query, viewer, options)
        asked, question, found = answer.asked, answer.asked.question, answer.found
        return Results(
            query=query,
            interpreted=(
                *answer.notes,
                *interpret(asked.understood, question.senses, asked.intents),
            ),
            total=found.total,
            hits=build_results(self._engine, question, answer.hits, viewer, self._read_title),
            facets=facet_counts(found),
            near=sum(1 for hit in answer.hits if hit.missing),
            amid=answer.amid,
            groups=group_counts(self._engine, question, found),
            intents=asked.recognised,
            instead=answer.reading.query if answer.reading else None,
            others=answer.reading.others if answer.reading else (),
            took_ms=round((perf_counter() - start) * 1000, 3),
        )

    def ranked(
        self, query: str, viewer: Viewer, options: Options = DEFAULT
    ) -> tuple[tuple[str, str], ...]:
        """The page of `search` as (unit id, document id) only, for measuring."""
        hits = self._answer(query, viewer, options).hits
        return tuple((hit.unit.id, hit.unit.document) for hit in hits)

    def locate(
        self, query: str, document_id: str, viewer: Viewer, options: Options = DEFAULT
    ) -> tuple[PassageHit, ...]:
        """Every passage of one document that has marks, whole and in reading order; none for a
        document that does not exist or is not for this viewer."""
        asked = self._understand(query, viewer, options)
        found = self._every(asked, document_id)
        if found:
            return found
        reading = self._readings.instead(query, asked.understood, asked.question, viewer)
        if reading is None:
            return ()
        return self._every(self._understand(reading.query, viewer, options), document_id)

    def suggest(self, prefix: str, viewer: Viewer, limit: int = 8) -> tuple[Suggestion, ...]:
        """Completions of ``prefix`` from what ``viewer`` may see, 초성 and half syllables too;
        where there are none, of what was meant by a slip of the keyboard."""
        for typed in chain((prefix,), other_spellings(prefix), slips(prefix)):
            if found := self._completions(typed, viewer, limit):
                return found
        return ()

    def _completions(self, typed: str, viewer: Viewer, limit: int) -> tuple[Suggestion, ...]:
        """Queries asked often are offered to whom they find something."""
        found = self._suggester.suggest(typed, viewer, limit)
        often = [one for one in self._frequent.of(typed, _OFTEN) if self._finds(one.text, viewer)]
        ordered = sorted((*found, *often), key=lambda one: ORDER.index(one.what))
        return tuple(ordered[:limit])

    def _finds(self, query: str, viewer: Viewer) -> bool:
        question = self._understand(query, viewer, DEFAULT).question
        return self._engine.search(Plan(question.full, question.filters, limit=0)).total > 0

    def explain(
        self, query: str, viewer: Viewer, options: Options = DEFAULT
    ) -> tuple[Explanation, ...]:
        """Why each hit of `search` stands where it does."""
        answer = self._answer(query, viewer, options)
        question = answer.asked.question
        parts = self._second.parts(question) if question.ranked else {}
        return explain(question, answer.hits, parts, scored=viewer.role != "public")

    def related(self, query: str, viewer: Viewer, limit: int = 8) -> tuple[str, ...]:
        """Words that stand together with those of ``query`` more than by chance, in the papers
        that ``viewer`` may see: to be offered, never searched unasked."""
        return self._related.words(self._understand(query, viewer, DEFAULT).question, limit)

    def _every(self, asked: Asked, document_id: str) -> tuple[PassageHit, ...]:
        filters = {"in_force": asked.question.filters["in_force"]}
        return Passages(self._engine, asked.question).every(document_id, filters)

    def _answer(self, query: str, viewer: Viewer, options: Options) -> Answer:
        """What ``query`` finds as it stands; when that is nothing, what another reading finds."""
        asked = self._understand(query, viewer, options)
        answer = Answer(asked, *self._page(asked.question, options))
        if answer.found.total or options.documents:
            return answer
        reading = self._readings.instead(query, asked.understood, asked.question, viewer)
        if reading is None:
            return answer
        other = self._understand(reading.query, viewer, options)
        again = Answer(other, *self._page(other.question, options), reading=reading)
        return again if again.found.total or (again.hits and not answer.hits) else answer

    def warm(self) -> Thread:
        """Make beside what the first completions of each role would wait for."""
        tokens = set[str]().union(*(Viewer(role).tokens for role in ROLES))
        return self._suggester.warm(sorted(tokens))

    def _understand(self, query: str, viewer: Viewer, options: Options) -> Asked:
        self._renew_words()
        understood = parse(query)
        if names_a_value(understood):
            values = self._vocabulary.of(viewer)
            understood = resolved(
                understood, values, lambda typed: self._articles.keys(typed, viewer)
            )
        words = understood.words
        known = self._vocabulary.names(viewer) if words else {}
        intents = find_intents(words, known, date.today())
        question = self._planner.question(understood, viewer, options, date.today(), intents)
        return Asked(query, understood, question, intents)

    def _renew_words(self) -> None:
        words = self._live.words()
        if words is not self._words:
            self._words = words
            self._senses.renew(words.groups)

    def _page(self, question: Question, options: Options) -> tuple[Found, list[PageHit], int]:
        """By relevance in two steps; otherwise full matches, then near ones if there is room.
        Last, how many near ones stand among the full matches."""
        if question.ranked:
            found = self._engine.search(counts_plan(question))
            page = self._second.page(question, options.offset, options.size, found.total)
            return found, page.hits, page.amid
        found = self._engine.search(search_plan(question, options))
        offset = max(0, options.offset - found.total)
        near = find_near(self._engine, question, offset, options.size - len(found.hits))
        return found, [PageHit(hit) for hit in found.hits] + near, 0
