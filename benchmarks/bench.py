"""``make bench``: both engines, and Elasticsearch with nori, on the same papers in one run.

Prints documents a second from text to searchable, the size of the index, and the percentiles
of the time an answer takes (ten hits, exact total, two facets), each also as a ratio to nori.
Contestants answer each question in turn, so that noise of the machine falls on all.
"""

import argparse
import os
import platform
import shlex
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from operator import methodcaller
from pathlib import Path

from benchmarks.contestants import Contestant, Ours
from benchmarks.nori import Nori
from benchmarks.papers import from_file, generated, questions
from indexer.engines.elastic import ElasticEngine
from indexer.engines.embedded import EmbeddedEngine
from records.model import Document

VERSIONS = {"analyser": "bench"}
JVM = (
    "-Xms2g", "-Xmx2g", "--enable-native-access=ALL-UNNAMED",
    "-Dorg.elasticsearch.nativeaccess.enableVectorLibrary=false",
)  # fmt: skip
TESTS = Path(__file__).resolve().parents[1] / "tests"


@dataclass(slots=True)
class Measured:
    """One line of the table. Seconds; ``build`` and ``size`` are None for a search alone."""

    name: str
    ask: Callable[[str], int]
    build: float | None = None
    size: int | None = None
    times: list[float] = field(default_factory=list)
    totals: int = 0

    def percentile(self, part: float) -> float:
        """Milliseconds within which this part of the answers came."""
        ordered = sorted(self.times)
        return 1000 * ordered[min(int(part * len(ordered)), len(ordered) - 1)]


def main() -> None:
    """Measure and print."""
    options = _options()
    papers = list(
        from_file(options.documents, options.count)
        if options.documents
        else generated(options.count or 20_800)
    )
    with ExitStack() as open_, tempfile.TemporaryDirectory() as folder:
        contestants = open_.enter_context(_contestants(Path(folder), options.processes))
        rows = [_built(contestant, papers) for contestant in contestants]
        rows += [_whole(one) for one in contestants if isinstance(one, Ours)]
        _ask_all(rows, questions(papers, options.queries))
        _print(rows, papers, options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bench")
    parser.add_argument("--documents", type=Path, help="JSONL: id, title, text, date, kind")
    parser.add_argument("--count", type=int, help="문서 수(기본 20,800)")
    parser.add_argument("--queries", type=int, default=500, help="질의 수(기본 500)")
    parser.add_argument("--processes", type=int, default=os.cpu_count(), help="분석 프로세스 수")
    return parser.parse_args()


@contextmanager
def _contestants(folder: Path, processes: int) -> Iterator[list[Contestant]]:
    """The embedded engine always, the others where a node can be started."""
    embedded = EmbeddedEngine(folder / "index", VERSIONS)
    found: list[Contestant] = [Ours("내장 엔진", embedded, processes)]
    with ExitStack() as open_:
        open_.callback(embedded.close)
        url = node(open_, folder / "node")
        if url:
            elastic = ElasticEngine(url, "bench", VERSIONS)
            open_.callback(elastic.close)
            found.append(Ours("Elasticsearch", elastic, processes))
            found.append(Nori("Elasticsearch + nori", url, processes))
        yield found


def node(open_: ExitStack, folder: Path) -> str | None:
    """The tests' node with a full JIT and a larger heap; None, with the reason said, without."""
    sys.path.insert(0, str(TESTS))
    import pytest
    from elasticsearch_node import elasticsearch_node

    try:
        return str(open_.enter_context(elasticsearch_node(folder, JVM)))
    except pytest.skip.Exception as missing:
        print(f"Elasticsearch 없이 잽니다: {missing}")
        return None


def _built(contestant: Contestant, papers: Sequence[Document]) -> Measured:
    start = time.perf_counter()
    contestant.build(papers)
    took = time.perf_counter() - start
    print(f"{contestant.name}: 색인 {took:.1f}초", file=sys.stderr)
    return Measured(contestant.name, contestant.ask, took, contestant.size_bytes())


def _whole(ours: Ours) -> Measured:
    whole = ours.searcher()
    return Measured(whole.name, whole.ask)


def _ask_all(rows: Sequence[Measured], asked: Sequence[str]) -> None:
    """Once unmeasured, so that caches and the JIT are warm, then measured, in turn."""
    for question in asked:
        for row in rows:
            row.ask(question)
    for question in asked:
        for row in rows:
            start = time.perf_counter()
            row.totals += row.ask(question)
            row.times.append(time.perf_counter() - start)


def _print(
    rows: Sequence[Measured], papers: Sequence[Document], options: argparse.Namespace
) -> None:
    letters = sum(len(paper.title) + len(paper.text) for paper in papers)
    source = options.documents.name if options.documents else "만든 문서"
    peer = next((row for row in rows if "nori" in row.name), None)
    print(f"\n기계  {machine()}")
    print(f"자료  {source} {len(papers):,}건, {letters:,}자; 질의 {options.queries}개")
    print(f"명령  python -m benchmarks.bench {shlex.join(sys.argv[1:])}\n")
    print("| | 문서/초 | 색인 MB | p50 ms | p95 ms | p99 ms | 적중 합 |")
    print("|---" * 7 + "|")
    for row in rows:
        print(f"| {row.name} | {' | '.join(_cells(row, peer, len(papers)))} |")


def _cells(row: Measured, peer: Measured | None, count: int) -> list[str]:
    """The numbers, each with its ratio to the peer's."""

    def cell(value: Callable[[Measured], float | None], form: str) -> str:
        own = value(row)
        if own is None:
            return "–"
        text = format(own, form)
        other = value(peer) if peer and peer is not row else None
        return f"{text} (×{own / other:.2f})" if other else text

    return [
        cell(lambda one: count / one.build if one.build else None, ",.0f"),
        cell(lambda one: one.size / 1e6 if one.size else None, ".1f"),
        *(cell(methodcaller("percentile", part), ".2f") for part in (0.5, 0.95, 0.99)),
        f"{row.totals:,}",
    ]


def machine() -> str:
    """The machine in a line."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    model = next(
        (line.split(":")[1].strip() for line in lines if line.startswith("model name")), ""
    )
    cores = f"{model or platform.machine()}, {os.cpu_count()} CPU"
    return f"{platform.platform()}, {cores}, Python {platform.python_version()}"


if __name__ == "__main__":
    main()
