"""The gate: a stored part of the judged sets, through the real search path. It fails when search
finds half a point less than the figures stored when the ranking was last changed on purpose."""

import tomllib
from pathlib import Path

import pytest

from benchmarks.relevance.council import council
from benchmarks.relevance.product import fill
from benchmarks.relevance.sets import Corpus, JudgedSet, bills, replies
from indexer.engines.embedded import EmbeddedEngine
from indexer.korean.analyser import Analyser
from indexer.search.evaluate import evaluate
from indexer.search.searcher import Searcher
from records.viewer import Viewer

ROOT = Path(__file__).resolve().parents[3]
FIGURES = ROOT / "benchmarks" / "relevance" / "figures.toml"
SLACK = 0.005
MOST = 150
"""Questions asked of each set."""


def corpora(samples: Path) -> list[tuple[Corpus, tuple[JudgedSet, ...]]]:
    proposals, reasons = bills(samples)
    papers, asked = council(samples)
    return [replies(samples), (proposals, (reasons,)), (papers, (asked,))]


@pytest.fixture(scope="module")
def found(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    measured = {}
    for corpus, sets in corpora(samples):
        folder = tmp_path_factory.mktemp(corpus.name)
        engine = EmbeddedEngine(folder / "index", {"analyser": "gate"})
        fill([engine], corpus, 1)
        searcher = Searcher(engine, Analyser())
        for judged in sets:
            queries, qrels = written(judged, folder)
            measured[judged.name] = evaluate(searcher, queries, qrels, Viewer("public"))
        engine.close()
    return measured


def written(judged: JudgedSet, folder: Path) -> tuple[Path, Path]:
    """The first questions of a set as the command line takes them."""
    asked = judged.queries[:MOST]
    queries, qrels = folder / f"{judged.name}.tsv", folder / f"{judged.name}.qrels"
    queries.write_text("".join(f"{q.id}\t{' '.join(q.text.split())}\n" for q in asked))
    lines = [f"{q.id}\t{name}\t{grade}\n" for q in asked for name, grade in q.relevant.items()]
    qrels.write_text("".join(lines))
    return queries, qrels


@pytest.mark.parametrize("name", ["replies", "gists", "bills", "council"])
def test_search_finds_what_it_found(found: dict[str, dict[str, float]], name: str) -> None:
    stored = tomllib.loads(FIGURES.read_text("utf-8"))[name]
    now = {measure: round(found[name][measure], 4) for measure in stored}
    assert all(now[one] >= stored[one] - SLACK for one in stored), (now, stored)
