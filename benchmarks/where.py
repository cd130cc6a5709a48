"""Where the time of indexing goes, its floor, and how like real papers the made ones are."""

import os
import pickle
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from konlpy.tag import Mecab  # type: ignore[attr-defined]  # exported without saying so

from benchmarks.bench import VERSIONS
from benchmarks.corpus import Corpus
from indexer.engines.embedded import EmbeddedEngine
from indexer.engines.schema import check_batch
from indexer.engines.seam import DocumentUnits
from indexer.korean.analyser import Analyser
from indexer.korean.dictionary import SYSTEM
from indexer.units import document_units
from records.model import Document
from records.visibility import readers_of

PAPERS = 2_000
Result = TypeVar("Result")


def print_where(source: Corpus) -> None:
    """A table of stages on one processor; each contains what the tagger alone costs or writes
    what disk alone costs."""
    papers = list(source.papers(PAPERS))
    analyser = Analyser()
    texts = [passage.text for paper in papers for passage in paper.passages]
    print(f"\n| {PAPERS:,}건의 CPU | 초 | 문서/초 |\n|---|---|---|")
    tagger = Mecab(f'"{SYSTEM}" -r /dev/null').tagger  # type: ignore[no-untyped-call]
    _stage("바닥: 형태소 분석기만", lambda: [tagger.parse(text) for text in texts])
    _stage("읽기: 형태소와 자리", lambda: [analyser.read(text) for text in texts])
    batch = _stage("단위 만들기 (읽기 포함)", lambda: _units(papers, analyser))
    _stage("토큰 규약 확인", lambda: check_batch(batch))
    _stage("프로세스 사이로 보내기", lambda: pickle.loads(pickle.dumps(batch)))
    with tempfile.TemporaryDirectory() as folder:
        engine = EmbeddedEngine(Path(folder), VERSIONS)
        _stage("색인에 쓰기 (확인 포함)", lambda: _index(engine, batch))
        size = engine.size_bytes()
        engine.close()
        start = time.perf_counter()
        _write(Path(folder) / "floor", size)
        print(f"| 바닥: 디스크에 {size / 1e6:.0f} MB 쓰기(벽시계) "
              f"| {time.perf_counter() - start:.2f} | |")  # fmt: skip


def _units(papers: Sequence[Document], analyser: Analyser) -> list[DocumentUnits]:
    return [document_units(paper, readers_of(paper), analyser) for paper in papers]


def _index(engine: EmbeddedEngine, batch: Sequence[DocumentUnits]) -> None:
    rebuild = engine.rebuild()
    rebuild.apply(batch, 1)
    rebuild.publish()


def _stage(name: str, work: Callable[[], Result]) -> Result:
    start = time.process_time()
    result = work()
    took = time.process_time() - start
    print(f"| {name} | {took:.2f} | {PAPERS / took:,.0f} |")
    return result


def _write(path: Path, size: int) -> None:
    with path.open("wb") as file:
        file.write(os.urandom(size))
        file.flush()
        os.fsync(file.fileno())


def print_likeness(source: Corpus, count: int) -> None:
    """Distinct words after so many letters, and lengths of passages: real beside made."""
    made = [passage.text for paper in source.papers(min(count, 20_800))
            for passage in paper.passages]  # fmt: skip
    real = [one.text for one in source.real]
    print("\n| 글자 | 다른 낱말, 실제 | 다른 낱말, 만든 것 |\n|---|---|---|")
    marks = [10**5, 10**6, 3 * 10**6, 10**7]
    for mark, one, other in zip(marks, _growth(real, marks), _growth(made, marks), strict=True):
        print(f"| {mark:,} | {one:,} | {other:,} |")
    print("\n| 대목의 길이(자) | p10 | p50 | p90 | p99 |\n|---|---|---|---|---|")
    for name, texts in (("실제", real), ("만든 것", made)):
        print(f"| {name} | {' | '.join(map(str, _lengths(texts)))} |")


def _growth(texts: Iterable[str], marks: Sequence[int]) -> list[int]:
    """Distinct words when so many letters are read; the last count where the texts end."""
    words: set[str] = set()
    found: list[int] = []
    letters = 0
    for text in texts:
        words.update(text.split())
        letters += len(text)
        while len(found) < len(marks) and letters >= marks[len(found)]:
            found.append(len(words))
    return found + [len(words)] * (len(marks) - len(found))


def _lengths(texts: Iterable[str]) -> list[int]:
    ordered = sorted(map(len, texts))
    return [ordered[int(part * (len(ordered) - 1))] for part in (0.1, 0.5, 0.9, 0.99)]
