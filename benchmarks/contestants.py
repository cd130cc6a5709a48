"""Our two engines with all of the product's fields, and how a contestant is asked."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import Protocol, TypeVar

from indexer.engines.plan import AllOf, AnyOf, Boost, FacetRequest, Plan, Prefer, Term
from indexer.engines.seam import DocumentUnits, Engine
from indexer.korean.analyser import Analyser
from indexer.search.searcher import Searcher
from indexer.units import document_units
from records.model import Document
from records.viewer import Viewer
from records.visibility import readers_of

TASK = 50
AHEAD = 4
"""Tasks that wait, a process, so that none of them idles while a batch is written."""
FACETS = (FacetRequest("kind"), FacetRequest("year"))


class Contestant(Protocol):
    """Indexes papers, then answers one question with ten hits, a total and two facets."""

    name: str

    def build(self, papers: Sequence[Document]) -> None: ...

    def ask(self, question: str) -> int: ...

    def size_bytes(self) -> int: ...


class Ours:
    """One of our engines: text, bigrams, pairs, letters, passages, facets, readers."""

    def __init__(self, name: str, engine: Engine, processes: int) -> None:
        self.name, self._engine, self._processes = name, engine, processes
        self._analyser = Analyser()

    def build(self, papers: Sequence[Document]) -> None:
        """From text to searchable, analysed in processes as the worker does."""
        rebuild = self._engine.rebuild()
        for batch in self._analysed(papers):
            rebuild.apply(batch, 1)
        rebuild.publish()

    def grow(self, papers: Sequence[Document]) -> None:
        """The same beside what is searchable already, in one commit."""
        units = [one for batch in self._analysed(papers) for one in batch]
        self._engine.apply(units, papers[-1].revision)

    def _analysed(self, papers: Sequence[Document]) -> Iterator[list[DocumentUnits]]:
        spawn = get_context("spawn")
        with ProcessPoolExecutor(self._processes, spawn, _start) as pool:
            waiting: deque[Future[list[DocumentUnits]]] = deque()
            for batch in _batches(papers, TASK):
                waiting.append(pool.submit(_analyse, batch))
                if len(waiting) > AHEAD * self._processes:
                    yield waiting.popleft().result()
            yield from (one.result() for one in waiting)

    def ask(self, question: str) -> int:
        """The engine alone: all words, bigrams to rank, who may read, two facets."""
        streams = self._analyser.streams(question)
        words = tuple(Term("text", token.form) for token in streams.morphemes)
        pairs = AnyOf(tuple(Term("text_bigrams", pair) for pair in streams.bigrams))
        query = Prefer(AllOf(words), (Boost(pairs, 0.5),))
        return self._engine.search(
            Plan(query, {"readers": Term("readers", "public")}, FACETS)
        ).total

    def size_bytes(self) -> int:
        return self._engine.size_bytes()

    def searcher(self) -> "WholeSearch":
        """The same index behind the product's own door."""
        return WholeSearch(f"{self.name}: 검색 전체", self.search_of_product())

    def search_of_product(self) -> Searcher:
        """The product's own door to this index."""
        return Searcher(self._engine, self._analyser)


class WholeSearch:
    """The search people use: query, ranking, facets, passages, marks, visibility."""

    def __init__(self, name: str, searcher: Searcher) -> None:
        self.name, self._searcher = name, searcher

    def ask(self, question: str) -> int:
        return self._searcher.search(question, Viewer("public")).total


Item = TypeVar("Item")


def _batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    left = iter(items)
    while batch := list(islice(left, size)):
        yield batch


_analyser: Analyser | None = None


def _start() -> None:
    global _analyser
    _analyser = Analyser()


def _analyse(papers: Sequence[Document]) -> list[DocumentUnits]:
    assert _analyser is not None
    return [document_units(paper, readers_of(paper), _analyser) for paper in papers]
