"""Whatever fails at whatever moment: nothing half-written, and a second try succeeds."""

import threading
from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from records.errors import BadSetting, DatabaseFault, OriginalMissing
from records.store import Records
from records.tables import metadata


@contextmanager
def failing_statement(records, number):
    """Make the ``number``-th statement (from 0) fail; yields how many were sent."""
    sent = []

    def fail(connection, cursor, statement, parameters, context, executemany):
        sent.append(statement)
        if len(sent) == number + 1:
            raise OperationalError(None, None, RuntimeError("fault injected"))

    engine = records.database._engine
    event.listen(engine, "before_cursor_execute", fail)
    try:
        yield sent
    finally:
        event.remove(engine, "before_cursor_execute", fail)


def state(records):
    """Every row of every table."""
    with records.database.read() as connection:
        return {
            table.name: sorted(map(repr, connection.execute(table.select())))
            for table in metadata.sorted_tables
        }


def fail_everywhere(records, operation):
    """Fail each statement of ``operation`` in turn; returns at how many places it failed."""
    before = state(records)
    for number in range(200):
        try:
            with failing_statement(records, number):
                operation()
        except DatabaseFault:
            assert state(records) == before
        else:
            assert state(records) != before
            return number
    raise AssertionError("it never succeeded")


def test_a_put_that_fails_anywhere_leaves_nothing(records, paper):
    records.put([paper(1), paper(2)])
    changed = [paper(1, "고침"), *(paper(n) for n in range(3, 700))]
    assert fail_everywhere(records, lambda: records.put(changed)) >= 5
    assert records.last_revision() == 2 + len(changed)


def test_versions_that_fail_anywhere_leave_nothing(records, version):
    first = version("1", "2020-01-01", {"제1조": "가"})
    records.put_versions([first])
    later = [
        replace(first, reason="고침"),
        version("2", "2021-01-01", {"제1조": "나"}, abbreviation="지자법"),
        version("9", "2021-01-01", {"제1조": "다"}, law_id="000009"),
    ]
    assert fail_everywhere(records, lambda: records.put_versions(later)) >= 15
    assert records.changes(1, 9)[0].document_id == "law:001709"


def test_a_withdrawal_that_fails_anywhere_leaves_the_paper(records, paper):
    records.put([paper(1)])
    assert fail_everywhere(records, lambda: records.withdraw("seoul:bill-1")) >= 4


def test_an_iterable_that_fails_stores_nothing(records, paper):
    def papers():
        yield paper(1)
        raise ValueError("읽다가 멈춤")

    with pytest.raises(ValueError, match="멈춤"):
        records.put(papers())
    assert records.counts() == {}


def test_a_full_disk_is_said_and_survived(tmp_path, paper):
    with Records.create(f"sqlite:///{tmp_path}/r.db", str(tmp_path / "o")) as records:
        records.put([paper(1)])
        with records.database.read() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 2}")
        with pytest.raises(DatabaseFault, match="디스크가 가득"):
            records.put([paper(2, "가" * 100_000)])
        assert records.last_revision() == 1
        with records.database.read() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count=1000000")
        assert records.put([paper(2, "가" * 100_000)])[0].revision == 2


def test_a_locked_database_is_said(tmp_path, paper, monkeypatch):
    monkeypatch.setattr("records.database.BUSY_MILLISECONDS", 10)
    url = f"sqlite:///{tmp_path}/r.db"
    with (
        Records.create(url, str(tmp_path / "o")) as one,
        Records.open(url, str(tmp_path / "o")) as two,
    ):
        with one.database.write(), pytest.raises(DatabaseFault, match="다른 작업이"):
            two.put([paper(1)])
        assert two.put([paper(1)])[0].status == "loaded"


def test_a_file_that_is_no_database_is_said(tmp_path):
    (tmp_path / "r.db").write_text("그냥 글입니다. " * 100)
    with pytest.raises(DatabaseFault, match="데이터베이스 파일이 아니거나"):
        Records.open(f"sqlite:///{tmp_path}/r.db", str(tmp_path / "o"))


def test_a_dropped_connection_is_said_and_the_next_call_works(postgres_url, tmp_path, paper):
    with Records.create(postgres_url, str(tmp_path / "o")) as records:
        with pytest.raises(DatabaseFault, match="데이터베이스 서버"):
            _work_while_cut_off(records)
        assert records.put([paper(1)])[0].status == "loaded"


def _work_while_cut_off(records):
    with records.database.write() as connection:
        own = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        with records.database.read() as other:
            other.exec_driver_sql(f"SELECT pg_terminate_backend({own})")
        connection.exec_driver_sql("SELECT 1")


@pytest.mark.parametrize("place", ["127.0.0.1:1/records", "/records?host=/nowhere"])
def test_no_secret_is_told_when_there_is_no_server(place, tmp_path):
    url = f"postgresql://council:geheim@{place}"
    with pytest.raises(DatabaseFault, match="연결하지 못했거나") as fault:
        Records.open(url, str(tmp_path / "o"))
    assert "geheim" not in str(fault.value) + str(fault.value.__cause__)


@pytest.mark.parametrize(
    "url",
    ["mysql://a:geheim@h/d", "geheim", "sqlite://", "sqlite:///:memory:", "oracle+x://a:geheim@h/"],
)
def test_other_addresses_are_refused_without_repeating_them(url, tmp_path):
    with pytest.raises(BadSetting) as refused:
        Records.create(url, str(tmp_path / "o"))
    assert "geheim" not in str(refused.value)


def test_several_writers_never_number_out_of_order(records, database_url, tmp_path, paper):
    """A reader that follows by revision sees every paper, whoever wrote at the same time."""
    writers, each = 4, 25
    done = threading.Event()
    problems = []

    def write(name):
        try:
            with Records.open(database_url, str(tmp_path / "originals")) as own:
                for n in range(each):
                    own.put([paper(id=f"{name}:{n}")])
        except Exception as error:
            problems.append(error)

    seen = []

    def follow():
        while True:
            last_round = done.is_set()
            for change in records.changes(seen[-1].revision if seen else 0, 1000):
                seen.append(change)
            if last_round:
                return

    threads = [threading.Thread(target=write, args=(f"w{n}",)) for n in range(writers)]
    reader = threading.Thread(target=follow)
    for thread in (reader, *threads):
        thread.start()
    for thread in threads:
        thread.join()
    done.set()
    reader.join()
    assert problems == []
    assert [change.revision for change in seen] == list(range(1, writers * each + 1))


def test_originals_that_cannot_be_written_are_a_fault(tmp_path):
    (tmp_path / "file").write_text("폴더가 아님")
    with (
        Records.create(f"sqlite:///{tmp_path}/r.db", str(tmp_path / "file")) as records,
        pytest.raises(OriginalMissing, match="저장하지 못했습니다"),
    ):
        records.originals.put(b"x")
