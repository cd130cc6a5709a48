"""The rows of `ucouncil sources` and of the page: one function, from the records alone."""

from datetime import UTC, datetime, timedelta

from crawlers.status import ALIVE, Chosen, source_rows
from records.sources import SourceState
from records.store import Records


def row(records: Records, source: str = "clik-bill", later: timedelta | None = None) -> SourceState:
    now = datetime.now(UTC) + (later or timedelta())
    rows = source_rows(records, {source: Chosen(on=True, hours=6)}, now)
    return next(one for one in rows if one.source == source)


def test_a_source_that_never_ran_is_due_and_knows_nothing(records: Records) -> None:
    state = row(records)
    assert (state.last_run, state.complete, state.fault) == (None, None, None)
    assert state.due(datetime.now(UTC))


def test_a_run_at_work_is_no_fault_and_not_due_again(records: Records) -> None:
    run = records.start_run("clik-bill")
    records.note_run(run, 100, 30, 30)
    state = row(records)
    assert (state.running, state.so_far, state.fault, state.next_run) == (True, 30, None, None)


def test_a_run_without_a_sign_of_life_was_killed(records: Records) -> None:
    records.note_run(records.start_run("clik-bill"), 100, 30, 30)
    state = row(records, later=ALIVE * 2)
    assert (state.running, state.fault) == (False, "unreachable")
    assert state.next_run is not None


def test_the_last_good_run_says_how_complete_it_is(records: Records) -> None:
    records.finish_run(records.start_run("clik-bill"), 5, 5, 5, loaded=5)
    records.finish_run(records.start_run("clik-bill"), 0, 0, 0, "refused", "거절")
    state = row(records)
    assert (state.announced, state.held, state.complete) == (5, 5, True)
    assert (state.fault, state.reason) == ("refused", "거절")
    assert state.last_success is not None
    assert state.last_new is not None


def test_single_failures_stand_with_their_source(records: Records) -> None:
    records.fail("clik-bill:CLIKB0001", "incomplete", "본문이 없습니다", "다시 하세요")
    records.fail("/tmp/other.hwp", "broken", "x", "y")
    (failure,) = row(records).failures
    assert failure.reason == "본문이 없습니다"
