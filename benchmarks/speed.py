"""``make bench-latency`` and ``make bench-scale``: both engines and nori on the same papers.

From text to searchable, then questions with facets, marks and visibility, by one reader and by
twenty at once, and completions stroke by stroke. Processor time is printed beside the clock: on a
machine that does other work it is what to compare. With ``--home`` the product alone is built
there, and a run that was stopped goes on where it was.
"""

import argparse
import os
import shlex
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from elasticsearch import Elasticsearch

from benchmarks.bench import VERSIONS, machine, node
from benchmarks.contestants import Contestant, Ours
from benchmarks.corpus import Corpus, corpus
from benchmarks.costs import Cost, measured, peak_memory
from benchmarks.nori import Nori, NoriServing
from benchmarks.rows import Row, ask, print_rows, row_of
from benchmarks.where import print_likeness, print_where
from indexer.engines.elastic import ElasticEngine
from indexer.engines.embedded import EmbeddedEngine
from ucouncil.memory import few_arenas, settled

CHUNK = 20_000


def main() -> None:
    """Measure and print."""
    options = _options()
    few_arenas()
    source = corpus()
    if source is None:
        sys.exit("견본이 없어 잴 수 없습니다: ../shared/samples")
    questions = source.questions(options.queries)
    print(f"기계  {machine()}\n명령  python -m benchmarks.speed {shlex.join(sys.argv[1:])}\n")
    with ExitStack() as open_, tempfile.TemporaryDirectory() as folder:
        home = options.home or Path(folder)
        rows = (
            _grown(open_, home, source, options)
            if options.home
            else _built(open_, home, source, options)
        )
        settled()  # as `serve` is once it is warm
        for row in rows:
            ask(row, questions)
        print_rows(rows, options.count)
    if not options.home:
        print_likeness(source, options.count)
        print_where(source)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed")
    parser.add_argument("--count", type=int, default=20_800, help="문서 수")
    parser.add_argument("--queries", type=int, default=1_000, help="질의 수")
    parser.add_argument("--processes", type=int, default=os.cpu_count(), help="분석 프로세스 수")
    parser.add_argument("--no-elastic", action="store_true", help="Elasticsearch에는 nori만 실음")
    parser.add_argument("--home", type=Path, help="제품만 이곳에 만들고, 멈추면 이어서 만듦")
    return parser.parse_args()


def _built(
    open_: ExitStack, folder: Path, source: Corpus, options: argparse.Namespace
) -> list[Row]:
    """The embedded engine, and where a node can be started Elasticsearch and nori."""
    papers = list(source.papers(options.count))
    units = sum(1 + len(paper.passages) for paper in papers)
    letters = sum(len(paper.title) + len(paper.text) for paper in papers)
    print(f"자료  {len(papers):,}건, 대목 {units - len(papers):,}개, {letters:,}자")
    embedded = EmbeddedEngine(folder / "index", VERSIONS)
    open_.callback(embedded.close)
    found: list[tuple[Contestant, Elasticsearch | None]] = [
        (Ours("내장 엔진", embedded, options.processes), None)
    ]
    url = node(open_, folder / "node")
    if url:
        client = Elasticsearch(url, request_timeout=120)
        open_.callback(client.close)
        found.append((Nori("nori", url, options.processes), client))
        found.append((NoriServing("nori, 같은 일", url, options.processes), client))
    if url and not options.no_elastic:
        elastic = ElasticEngine(url, "bench", VERSIONS)
        open_.callback(elastic.close)
        found.append((Ours("Elasticsearch", elastic, options.processes), client))
    rows = []
    for one, asked in found:
        cost = measured(lambda one=one: one.build(papers), asked)  # type: ignore[misc]
        rows.append(row_of(one, cost))
        print(f"{one.name}: 색인 {cost.wall:.0f}초, CPU {cost.cpu:.0f}초", file=sys.stderr)
    return rows


def _grown(open_: ExitStack, home: Path, source: Corpus, options: argparse.Namespace) -> list[Row]:
    """The product alone, a chunk a commit; what is in the index already is not built again."""
    engine = EmbeddedEngine(home, VERSIONS)
    open_.callback(engine.close)
    ours, whole = Ours("내장 엔진", engine, options.processes), Cost(0, 0)
    print("| 문서 | 이 묶음 문서/초 | CPU ms/문서 | 색인 MB | 메모리 MB |\n|---|---|---|---|---|")
    for start in range(engine.applied().revision, options.count, CHUNK):
        papers = list(source.papers(min(start + CHUNK, options.count), start))
        cost = measured(lambda papers=papers: ours.grow(papers))  # type: ignore[misc]
        whole += cost
        speed, each = len(papers) / cost.wall, 1000 * cost.cpu / len(papers)
        size = engine.size_bytes() / 1e6
        print(f"| {start + len(papers):,} | {speed:,.0f} | {each:.2f} | {size:,.0f} "
              f"| {peak_memory():,.0f} |", flush=True)  # fmt: skip
    return [row_of(ours, whole)]


if __name__ == "__main__":
    main()
