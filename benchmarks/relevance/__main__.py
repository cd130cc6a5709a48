"""``make bench-relevance``: the product on both engines beside its peers, on every judged set.

Prints a table a set and writes ``docs/reports/relevance.md``.
"""

import argparse
import os
import shlex
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

from benchmarks.bench import JVM, TESTS, machine
from benchmarks.relevance.council import council
from benchmarks.relevance.judged import questions
from benchmarks.relevance.peers import PEERS, Peers
from benchmarks.relevance.product import fill, rank
from benchmarks.relevance.report import Row, Table, write
from benchmarks.relevance.sets import (
    Corpus,
    JudgedSet,
    articles,
    bills,
    replies,
    without_spaces,
)
from benchmarks.relevance.statistics import per_question
from indexer.engines.elastic import ElasticEngine
from indexer.engines.embedded import EmbeddedEngine
from indexer.korean.analyser import Analyser
from indexer.search.searcher import Searcher

ROOT = Path(__file__).resolve().parents[2]
VERSIONS = {"analyser": "relevance"}
SETS = {
    "replies": replies,
    "bills": bills,
    "questions": questions,
    "council": council,
    "articles": articles,
}
NAMES = ("제품, 내장 엔진", "제품, Elasticsearch")


def main() -> None:
    """Measure the sets that were asked for."""
    options = _options()
    tables: list[Table] = []
    command = f"python -m benchmarks.relevance {shlex.join(sys.argv[1:])}".strip()
    with ExitStack() as open_, tempfile.TemporaryDirectory() as folder:
        url = _node(open_, Path(folder) / "node")
        for corpus, judged in _corpora(options.samples, options.sets):
            tables += _measured(corpus, judged, url, Path(folder) / corpus.name)
            write(tables, machine(), command, options.report)
    print(options.report.read_text("utf-8"))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.relevance")
    parser.add_argument("--samples", type=Path, default=ROOT.parent / "shared" / "samples")
    parser.add_argument("--report", type=Path, default=ROOT / "docs" / "reports" / "relevance.md")
    parser.add_argument("--sets", nargs="*", default=list(SETS))
    return parser.parse_args()


def _node(open_: ExitStack, folder: Path) -> str:
    sys.path.insert(0, str(TESTS))
    from elasticsearch_node import elasticsearch_node

    return str(open_.enter_context(elasticsearch_node(folder, JVM)))


def _corpora(
    samples: Path, wanted: Sequence[str]
) -> Iterable[tuple[Corpus, tuple[JudgedSet, ...]]]:
    """Each corpus with its sets, and the same questions without spaces."""
    for name in wanted:
        corpus, found = SETS[name](samples)
        judged = found if isinstance(found, tuple) else (found,)
        yield corpus, (*judged, *map(without_spaces, judged))


def _measured(corpus: Corpus, judged: Sequence[JudgedSet], url: str, folder: Path) -> list[Table]:
    analyser, start = Analyser(), time.monotonic()
    with ExitStack() as open_:
        engines = (EmbeddedEngine(folder, VERSIONS), ElasticEngine(url, corpus.name, VERSIONS))
        for engine in engines:
            open_.callback(engine.close)
        fill(engines, corpus, os.cpu_count() or 1)
        peers = Peers(url, analyser)
        open_.callback(peers.close)
        peers.build(corpus)
        print(f"{corpus.name}: {time.monotonic() - start:.0f}초에 색인", file=sys.stderr)
        searchers = [Searcher(engine, analyser) for engine in engines]
        return [_table(one, peers, searchers, len(corpus.papers)) for one in judged]


def _table(judged: JudgedSet, peers: Peers, searchers: Sequence[Searcher], papers: int) -> Table:
    asked = [query.text for query in judged.queries]
    rankings = {name: peers.rank(name, asked) for name in PEERS}
    rankings |= {name: rank(one, asked) for name, one in zip(NAMES, searchers, strict=True)}
    rows = [Row(name, per_question(judged.queries, found)) for name, found in rankings.items()]
    print(f"{judged.name}: {len(asked)}", file=sys.stderr)
    return Table(judged.title, papers, len(asked), tuple(rows))


if __name__ == "__main__":
    main()
