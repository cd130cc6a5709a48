"""The worker: an engine comes to hold what the records hold, once, whatever happens between."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from indexer.engines.embedded import EmbeddedEngine
from indexer.engines.plan import AllOf, Plan, Term
from indexer.engines.seam import DocumentUnits
from indexer.korean.analyser import Analyser
from indexer.verify import verify
from indexer.worker import Worker
from records.model import Article, Document, Kind, Passage, Privacy, Version, Visibility
from records.store import Records


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    with Records.create(f"sqlite:///{tmp_path}/r.db", f"{tmp_path}/originals") as records:
        yield records


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[EmbeddedEngine]:
    engine = EmbeddedEngine(tmp_path / "index", {"analyser": "test"})
    yield engine
    engine.close()


def paper(number: int, text: str = "주차 요금") -> Document:
    return Document(
        f"test:{number}",
        Kind.BILL,
        f"{number}번째 조례안",
        visibility=Visibility.PUBLIC,
        passages=(Passage(0, text),),
    )


def worker(records: Records, engine: EmbeddedEngine, processes: int = 1) -> Worker:
    return Worker(records, engine, partial(Analyser), processes=processes)


def found(engine: EmbeddedEngine, word: str) -> list[str]:
    plan = Plan(AllOf((Term("text", word),)), {"readers": Term("readers", "public")}, limit=1000)
    return sorted(hit.id for hit in engine.search(plan).hits)


def test_the_engine_follows_changes_and_withdrawals(
    records: Records, engine: EmbeddedEngine
) -> None:
    records.put([paper(1), paper(2), replace(paper(3), privacy=Privacy.HELD)])
    assert worker(records, engine).run() == 3
    assert found(engine, "요금") == ["test:1", "test:2"]
    records.put([paper(1, "주차 면적")])
    records.withdraw("test:2")
    assert not verify(records, engine).sound
    assert worker(records, engine).run() == 2
    assert (found(engine, "요금"), found(engine, "면적")) == ([], ["test:1"])
    report = verify(records, engine)
    assert (report.sound, report.counts["units"], report.counts["passages"]) == (True, 1, 1)
    assert worker(records, engine).run() == 0


def test_laws_are_indexed_by_article(records: Records, engine: EmbeddedEngine) -> None:
    text = Article("제1조", "목적", "제1조(목적) 주차 요금을 정한다.")
    versions = [
        Version("000001", "1", date(2009, 1, 1), "주차법", "법률", articles=(text,)),
        Version("000002", "2", date(2009, 1, 1), "폐지법", "법률", revision_kind="폐지"),
    ]
    records.put_versions(versions)
    assert worker(records, engine).run() == 2
    assert found(engine, "요금") == ["law:000001#제1조@20090101"]
    assert verify(records, engine).sound


def test_many_documents_are_analysed_in_processes(records: Records, engine: EmbeddedEngine) -> None:
    records.put([paper(n) for n in range(60)])
    seen: list[tuple[int, int | None, str]] = []
    assert worker(records, engine, processes=2).run(lambda *step: seen.append(step)) == 60
    assert seen[-1][:2] == (60, 60)
    assert len(found(engine, "요금")) == 60


def test_a_rebuild_replaces_the_index_and_leaves_tombstones_behind(
    records: Records, engine: EmbeddedEngine
) -> None:
    records.put([paper(1), paper(2)])
    records.withdraw("test:2")
    worker(records, engine).run()
    assert worker(records, engine).rebuild() == 1
    assert found(engine, "요금") == ["test:1"]
    assert engine.applied().revision == records.last_revision()
    assert verify(records, engine).sound


class Killed(Exception):
    """Stands for the end of the process."""


class Dying:
    """An engine whose process ends before or after a commit."""

    def __init__(self, engine: EmbeddedEngine, after_commit: bool) -> None:
        self.engine, self.after_commit = engine, after_commit

    def applied(self) -> object:
        return self.engine.applied()

    def apply(self, batch: Sequence[DocumentUnits], upto: int) -> None:
        if self.after_commit:
            self.engine.apply(batch, upto)
        raise Killed


@pytest.mark.parametrize("after_commit", [True, False])
def test_what_a_dead_worker_left_is_done_by_the_next(
    records: Records, engine: EmbeddedEngine, after_commit: bool
) -> None:
    records.put([paper(1), paper(2)])
    with pytest.raises(Killed):
        Worker(records, Dying(engine, after_commit), Analyser, 1).run()  # type: ignore[arg-type]
    worker(records, engine).run()
    assert found(engine, "요금") == ["test:1", "test:2"]
    assert verify(records, engine).sound


def test_verify_names_what_differs(records: Records, engine: EmbeddedEngine) -> None:
    records.put([paper(1), paper(2), paper(3)])
    worker(records, engine).run()
    records.put([paper(1, "새 글"), paper(4)])
    records.withdraw("test:3")
    report = verify(records, engine)
    assert (report.missing, report.stale, report.extra) == (("test:4",), ("test:1",), ("test:3",))
    assert "다릅니다" in report.sentence
    assert report.as_json()["sound"] is False
