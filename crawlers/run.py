"""`crawl`: one run of one source into the records, accounted for to the last item."""

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from crawlers.child import messages
from crawlers.contract import Alive, Answer, Finished, Gate, Job, Message, Pace, hold_all
from crawlers.enclosed import Read, keep_only
from crawlers.orders import Order, make_job
from crawlers.report import Book, RunReport, faulty, record
from crawlers.sources import SOURCES, KnownSource
from records.errors import BadSetting, Misuse, UCouncilError, Unreachable
from records.store import Records

logger = logging.getLogger(__name__)
Progress = Callable[[str], None]
__all__ = ["RunReport", "crawl"]

SIGN = 10.0
"""Seconds between two signs of life of a run in the records."""


def crawl(
    source: str,
    records: Records,
    base_url: str | None = None,
    since: date | None = None,
    key: str | None = None,
    laws: Iterable[str] = (),
    *,
    pace: Pace | None = None,
    progress: Progress = logger.info,
    options: Mapping[str, str] = MappingProxyType({}),
    gate: Gate = hold_all,
    anew: bool = False,
    read: Read = keep_only,
    accept_loss: bool = False,
) -> RunReport:
    """Run ``source`` into ``records``.

    ``laws`` are names or ids to bring instead of everything; ``since`` limits to what changed.
    ``options`` are what a council sets for the source. ``gate`` says which papers are held for
    a person to look at; without one all are. ``anew`` asks again for what is held already.
    ``read`` gives the text of attached files; without one they are kept and not read.
    ``accept_loss`` believes the source when a great part of what is held is gone there.
    A fault is reported, never raised; what it concerns stays as it was. Raises `Misuse` for an
    unknown source and `StoreFault` leaves when the records fail.
    """
    known = SOURCES.get(source)
    if known is None:
        raise Misuse(f"모르는 출처: {source}. 있는 출처: {', '.join(SOURCES)}")
    order = Order(base_url, since, key, tuple(laws), pace, options, anew)
    job = make_job(known, records, order)
    return _accounted(known, job, Book(records, job.today, gate, read, accept_loss), progress)


def _accounted(known: KnownSource, job: Job, book: Book, progress: Progress) -> RunReport:
    """The run, noted in the records whatever ends it; one that is stopped has not succeeded."""
    run, report = book.records.start_run(job.source), RunReport(job.source)
    try:
        for report in _reports(known, job, book, run):
            progress(f"{job.source}: 알림 {report.announced} · 받음 {report.received}")
    except BaseException as error:
        stopped = Unreachable("수집을 도중에 멈췄습니다")
        report = faulty(report, error if isinstance(error, UCouncilError) else stopped)
        raise
    finally:
        counts = (report.announced, report.received, report.stored)
        book.records.finish_run(run, *counts, report.fault, report.reason, report.loaded)
    return report


def _reports(known: KnownSource, job: Job, book: Book, run: int) -> Iterator[RunReport]:
    """The report after each message of the run."""
    report, signed = RunReport(job.source), time.monotonic()
    for message in _messages(known, job):
        report = _take(message, report, book, job)
        if time.monotonic() - signed > SIGN:
            book.records.note_run(run, report.announced, report.received, report.stored)
            signed = time.monotonic()
        yield report


def _messages(known: KnownSource, job: Job) -> Iterable[Message]:
    if known.key and not job.key:
        named = f"UCOUNCIL_{known.key.upper()}"
        return iter([Finished(BadSetting(f"{known.title}의 인증 키 {named}가 없습니다"))])
    return messages(job)


def _take(message: Message, report: RunReport, book: Book, job: Job) -> RunReport:
    if isinstance(message, Alive):
        return report
    if isinstance(message, Answer):
        sha256 = book.records.originals.put(message.body)
        book.records.archive(job.source, message.address, sha256, message.when)
        return report
    if isinstance(message, Finished):
        return faulty(report, message.fault) if message.fault else report
    return record(message, report, book)
