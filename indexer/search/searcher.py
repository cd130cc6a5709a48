"""The one door to search: a query and a viewer in, results with page and marks out."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from time import perf_counter

from indexer.engines.seam import Engine, Found
from indexer.search.articles import Articles
from indexer.search.as_json import as_json
from indexer.search.build import build_results, facet_counts, group_counts
from indexer.search.completions import Suggestion
from indexer.search.interpret import interpret
from indexer.search.mappings import folder, read_ranking, read_synonyms
from indexer.search.near import PageHit, find_near
from indexer.search.options import DEFAULT, Options
from indexer.search.parser import parse
from indexer.search.passages import Passages
from indexer.search.planner import Planner, Question, search_plan
from indexer.search.ranking.pool import SecondStep
from indexer.search.ranking.profile import read_profile
from indexer.search.resolve import names_a_value, resolved
from indexer.search.results import PassageHit, Results
from indexer.search.senses import Analysis, Senses
from indexer.search.suggest import Suggester
from indexer.search.tree import Query
from indexer.search.vocabulary import Vocabulary
from records.viewer import Viewer

__all__ = ["Searcher", "as_json"]


class Searcher:
    """Searches one engine with one analyser; may be shared by threads.

    ``mappings_dir`` holds ``ranking.toml`` and ``synonyms.txt``; those of the product when None.
    Raises `BadSetting` when they are broken. Every call needs a viewer, and what the viewer may
    not read shows in no hit, count, facet, completion or mark.
    """

    def __init__(
        self, engine: Engine, analyser: Analysis, mappings_dir: Path | None = None
    ) -> None:
        where = folder(mappings_dir)
        ranking = read_ranking(where)
        synonyms = read_synonyms(where)
        self._engine = engine
        senses = Senses(analyser, synonyms, ranking.synonym, ranking.letters)
        self._planner = Planner(senses, ranking)
        self._second = SecondStep(engine, read_profile(where))
        self._articles = Articles(engine, senses)
        self._vocabulary = Vocabulary(engine)
        self._suggester = Suggester(engine)

    def search(self, query: str, viewer: Viewer, options: Options = DEFAULT) -> Results:
        """The page of papers that have all of ``query``, then papers that lack a word if the
        page has room. Never fails on a query's form; raises `EngineFault`."""
        start = perf_counter()
        understood, question = self._understand(query, viewer, options)
        found, hits = self._page(question, options)
        return Results(
            query=query,
            interpreted=interpret(understood, question.senses),
            total=found.total,
            hits=build_results(self._engine, question, hits, viewer),
            facets=facet_counts(found),
            near=sum(1 for hit in hits if hit.missing),
            groups=group_counts(self._engine, question, found),
            took_ms=round((perf_counter() - start) * 1000, 3),
        )

    def ranked(
        self, query: str, viewer: Viewer, options: Options = DEFAULT
    ) -> tuple[tuple[str, str], ...]:
        """The page of `search` as (unit id, document id) only, for measuring."""
        _, question = self._understand(query, viewer, options)
        _, hits = self._page(question, options)
        return tuple((hit.unit.id, hit.unit.document) for hit in hits)

    def locate(
        self, query: str, document_id: str, viewer: Viewer, options: Options = DEFAULT
    ) -> tuple[PassageHit, ...]:
        """Every passage of one document that has marks, whole and in reading order; none for a
        document that does not exist or is not for this viewer."""
        _, question = self._understand(query, viewer, options)
        filters = {"in_force": question.filters["in_force"]}
        return Passages(self._engine, question).every(document_id, filters)

    def suggest(self, prefix: str, viewer: Viewer, limit: int = 8) -> tuple[Suggestion, ...]:
        """Completions of ``prefix`` from what ``viewer`` may see; 초성 and half syllables too."""
        return self._suggester.suggest(prefix, viewer, limit)

    def _understand(self, query: str, viewer: Viewer, options: Options) -> tuple[Query, Question]:
        understood = parse(query)
        if names_a_value(understood):
            known = self._vocabulary.of(viewer)
            understood = resolved(
                understood, known, lambda typed: self._articles.keys(typed, viewer)
            )
        return understood, self._planner.question(understood, viewer, options, date.today())

    def _page(self, question: Question, options: Options) -> tuple[Found, list[PageHit]]:
        """By relevance in two steps; otherwise full matches, then near ones if there is room."""
        if question.ranked:
            found = self._engine.search(replace(search_plan(question, options), offset=0, limit=0))
            return found, self._second.page(question, options.offset, options.size)
        found = self._engine.search(search_plan(question, options))
        offset = max(0, options.offset - found.total)
        near = find_near(self._engine, question, offset, options.size - len(found.hits))
        return found, [PageHit(hit) for hit in found.hits] + near
