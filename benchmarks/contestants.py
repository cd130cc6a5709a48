"""Who is measured: our two engines with all of the product's fields, and nori with one field."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import Any, Protocol, TypeVar
from uuid import uuid4

from elasticsearch import Elasticsearch
from elasticsearch.helpers import parallel_bulk

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


class Nori:
    """Elasticsearch as one would set it up for Korean: one field, nori's defaults."""

    def __init__(self, name: str, url: str, processes: int) -> None:
        self.name, self._threads = name, processes
        self._client = Elasticsearch(url, request_timeout=120)
        self._index = f"nori-{uuid4().hex[:8]}"

    def build(self, papers: Sequence[Document]) -> None:
        """The fastest bulk: no replica, no refresh until the end, several threads."""
        keyword = {"type": "keyword"}
        self._client.indices.create(
            index=self._index,
            mappings={
                "properties": {
                    "text": {"type": "text", "analyzer": "nori"},
                    "kind": keyword, "year": keyword, "date": {"type": "date"},
                }
            },
            settings={"refresh_interval": "-1", "number_of_replicas": 0},
        )  # fmt: skip
        sent = parallel_bulk(self._client, self._actions(papers), self._threads, chunk_size=1000)
        for done, answer in sent:
            assert done, answer
        self._client.indices.refresh(index=self._index)

    def ask(self, question: str) -> int:
        return int(self._answer(question)["hits"]["total"]["value"])

    def took(self, question: str) -> float:
        """Seconds that the node itself says the answer took."""
        return float(self._answer(question)["took"]) / 1000

    def _answer(self, question: str) -> Mapping[str, Any]:
        return self._client.search(
            index=self._index,
            query={"match": {"text": {"query": question, "operator": "and"}}},
            aggregations={name: {"terms": {"field": name}} for name in ("kind", "year")},
            track_total_hits=True,
        ).body

    def size_bytes(self) -> int:
        stats = self._client.indices.stats(index=self._index, metric="store")
        return int(stats["_all"]["primaries"]["store"]["size_in_bytes"])

    def _actions(self, papers: Sequence[Document]) -> Iterator[dict[str, object]]:
        for paper in papers:
            yield {
                "_index": self._index, "_id": paper.id, "kind": paper.kind.value,
                "text": f"{paper.title}\n{paper.text}", "date": paper.date,
                "year": str(paper.date.year) if paper.date else None,
            }  # fmt: skip


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
