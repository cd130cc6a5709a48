"""The crawling process: it may hang, and the run must end all the same."""

import multiprocessing
import os
import signal
from dataclasses import replace
from datetime import date

import pytest
from replay.law_server import Fault, LawServer, Reply

from crawlers import child
from crawlers.contract import LOOPBACK, Alive, Finished, Job, Pace
from crawlers.run import crawl
from records.store import Records

BRIEF = Pace(delay=0, backoff=0.01, tries=2, timeout=0.3)
KEY = "council-key-0001"
ENOUGH = 10.0
"""Seconds in which a child has begun on most machines; where it has not, that is silence too."""


def test_a_server_that_never_answers_is_unreachable(records: Records, server: LawServer) -> None:
    server.faults = [Fault({}, Reply(b"", delay=3600))]
    report = crawl("eflaw", records, server.url, key=KEY, laws=["900001"], pace=BRIEF)
    assert (report.fault, report.reason) == ("unreachable", "출처가 제때 답하지 않았습니다")
    assert multiprocessing.active_children() == []


def test_a_long_wait_for_one_answer_is_a_run_at_work(
    server: LawServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "BEAT", 0.05)
    server.faults = [Fault({}, Reply(b"", delay=3600))]
    job = Job("eflaw", server.url, KEY, ("900001",), None, date(2026, 4, 1), BRIEF)
    *before, last = child.messages(job)
    assert Alive() in before
    assert isinstance(last, Finished)


def test_a_child_that_hangs_is_ended_and_the_run_fails(
    records: Records, server: LawServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "MARGIN", ENOUGH)
    monkeypatch.setattr(child, "LONGEST", 0.0)
    monkeypatch.setattr(child, "GRACE", 0.1)

    def hang(body: str) -> str:
        for process in multiprocessing.active_children():
            os.kill(process.pid or 0, signal.SIGSTOP)
        return body

    server.faults = [Fault({"LID": "900001"}, change=hang)]
    pace = replace(LOOPBACK, tries=1, timeout=0.5)
    report = crawl("eflaw", records, server.url, key=KEY, laws=["900001"], pace=pace)
    assert (report.fault, report.loaded) == ("unreachable", 0)
    assert "동안 기척이 없어" in (report.reason or "")
    assert records.runs("eflaw")[0].fault_code == "unreachable"
    assert multiprocessing.active_children() == []


def test_a_child_may_be_silent_for_every_try_of_one_request_at_its_longest() -> None:
    pace = Pace()
    longest = pace.tries * (pace.timeout + child.LONGEST)
    assert child.silence(pace) >= longest + child.MARGIN
    assert child.silence(replace(pace, delay=20.0)) > child.silence(pace) + 5 * 20
