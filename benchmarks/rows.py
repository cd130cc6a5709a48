"""What a contestant costs to build and to ask, measured and printed."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from benchmarks.completing import completing
from benchmarks.contestants import Contestant, Ours
from benchmarks.costs import Cost, now, peak_memory, percentiles
from benchmarks.nori import Nori
from indexer.search.options import Options
from indexer.search.searcher import Searcher
from records.viewer import Viewer

READERS = tuple(map(Viewer.parse, ("public", "staff", "member:m012", "operator")))
CHOSEN = (Options(), Options(), Options(), Options(kinds=("audit",)))
AT_ONCE = 20


@dataclass(slots=True)
class Row:
    """One contestant's figures. ``ask`` answers question ``n``; ``took`` are the node's own."""

    name: str
    ask: Callable[[int, str], float | None]
    searcher: Searcher | None = None
    build: Cost | None = None
    size: int | None = None
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    took: list[float] = field(default_factory=list)
    together: list[float] = field(default_factory=list)
    typed: list[float] = field(default_factory=list)
    a_second: float = 0.0


def row_of(one: Contestant, cost: Cost) -> Row:
    """Ours is asked through the product's own door."""
    if isinstance(one, Nori):
        peer = one  # a closure forgets what the branch has shown
        return Row(
            one.name,
            lambda number, question: peer.took(question, *_asker(number)),
            build=cost,
            size=one.size_bytes(),
        )
    assert isinstance(one, Ours)
    searcher = one.search_of_product()

    def ask(number: int, question: str) -> None:
        searcher.search(question, *_asker(number))

    return Row(one.name, ask, searcher, cost, one.size_bytes())


def _asker(number: int) -> tuple[Viewer, Options]:
    """Who asks question ``number``, and what is chosen."""
    return READERS[number % len(READERS)], CHOSEN[number % len(CHOSEN)]


def ask(row: Row, questions: Sequence[str]) -> None:
    """Once unmeasured, so that caches and the JIT are warm; then alone; then twenty at once."""
    for number, question in enumerate(questions):
        row.ask(number, question)
    for number, question in enumerate(questions):
        wall, cpu = time.perf_counter(), time.process_time()
        took = row.ask(number, question)
        row.wall.append(time.perf_counter() - wall)
        row.cpu.append(time.process_time() - cpu)
        row.took += [] if took is None else [took]

    def one(asked: tuple[int, str]) -> float:
        start = time.perf_counter()
        row.ask(*asked)
        return time.perf_counter() - start

    before = now()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        row.together = list(pool.map(one, enumerate(questions)))
    row.a_second = len(questions) / (now() - before).wall
    row.typed = completing(row.searcher, questions, READERS) if row.searcher else []


def print_rows(rows: Sequence[Row], count: int) -> None:
    """Tables of building `count` papers and of asking."""
    print("\n| 색인 | 문서/초 | 문서/CPU초 | 색인 MB |\n|---|---|---|---|")
    for row in rows:
        if row.build and row.build.wall and row.size:
            print(f"| {row.name} | {count / row.build.wall:,.0f} | {count / row.build.cpu:,.0f} "
                  f"| {row.size / 1e6:,.1f} |")  # fmt: skip
    print("\n| 질의 한 번, ms | p50 | p95 | p99 |\n|---|---|---|---|")
    for row in rows:
        print(f"| {row.name}: 벽시계 | {percentiles(row.wall)} |")
        print(f"| {row.name}: 우리 쪽 CPU | {percentiles(row.cpu)} |")
        if row.took:
            print(f"| {row.name}: took | {percentiles(row.took)} |")
        print(f"| {row.name}: {AT_ONCE}명이 함께 ({row.a_second:,.0f}건/초) "
              f"| {percentiles(row.together)} |")  # fmt: skip
        if row.typed:
            print(f"| {row.name}: 자동완성, 글쇠마다 | {percentiles(row.typed)} |")
    print(f"\n이 프로세스의 가장 큰 메모리 {peak_memory():,.0f} MB")
