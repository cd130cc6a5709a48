"""The product: both engines filled with the same units, asked through its one door."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from typing import Final

from benchmarks.relevance.sets import Corpus
from indexer.engines.seam import DocumentUnits, Engine
from indexer.korean.analyser import Analyser
from indexer.search.options import Options
from indexer.search.searcher import Searcher
from indexer.units import document_units
from records.model import Document
from records.viewer import Viewer
from records.visibility import readers_of

BATCH: Final = 400
FIRST: Final = Options(size=10)
PUBLIC: Final = Viewer("public")


def fill(engines: Sequence[Engine], corpus: Corpus, processes: int) -> None:
    """Analyse ``corpus`` once and put it into every engine. Passages are left out: they place
    the marks, and rank nothing."""
    rebuilds = [engine.rebuild() for engine in engines]
    for batch in _analysed(corpus.papers, processes):
        for rebuild in rebuilds:
            rebuild.apply(batch, 1)
    for rebuild in rebuilds:
        rebuild.publish()


def rank(searcher: Searcher, questions: Sequence[str]) -> list[list[str]]:
    """The first ten ids for each question, for a reader from the public."""
    return [[unit for unit, _ in searcher.ranked(one, PUBLIC, FIRST)] for one in questions]


def _analysed(papers: Sequence[Document], processes: int) -> Iterator[list[DocumentUnits]]:
    batches = [papers[at : at + BATCH] for at in range(0, len(papers), BATCH)]
    if processes == 1 or len(batches) < 4:
        _start()
        yield from map(_analyse, batches)
        return
    with ProcessPoolExecutor(processes, get_context("spawn"), _start) as pool:
        yield from pool.map(_analyse, batches)


_analyser: Analyser | None = None


def _start() -> None:
    global _analyser
    _analyser = Analyser()


def _analyse(papers: Sequence[Document]) -> list[DocumentUnits]:
    assert _analyser is not None
    made = [document_units(paper, readers_of(paper), _analyser) for paper in papers]
    return [replace(units, passages=()) for units in made]
