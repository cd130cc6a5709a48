"""`crawl`: one run of one source into the records, accounted for to the last item."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

from crawlers.child import messages
from crawlers.contract import LOOPBACK, Answer, Finished, Job, Message, Pace
from crawlers.report import RunReport, faulty, record
from crawlers.sources import SOURCES, KnownSource
from records.errors import Misuse, Refused, UCouncilError
from records.store import Records

logger = logging.getLogger(__name__)
Progress = Callable[[str], None]
__all__ = ["RunReport", "crawl"]

SAMPLE_KEY = "test"
"""Sent to a server given by ``base_url`` when no key is set."""


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
) -> RunReport:
    """Run ``source`` into ``records``.

    ``laws`` are names or ids to bring instead of everything; ``since`` limits to what changed.
    A fault is reported, never raised; what it concerns stays as it was. Raises `Misuse` for an
    unknown source and `StoreFault` leaves when the records fail.
    """
    known = SOURCES.get(source)
    if known is None:
        raise Misuse(f"모르는 출처: {source}. 있는 출처: {', '.join(SOURCES)}")
    job = _job(known, base_url, since, key, tuple(laws), pace)
    run = records.start_run(source)
    report = RunReport(source)
    try:
        for message in _messages(known, job):
            report = _take(message, report, records, job)
            progress(f"{source}: 알림 {report.announced} · 받음 {report.received}")
    except UCouncilError as error:
        report = faulty(report, error)
        raise
    finally:
        records.finish_run(
            run, report.announced, report.received, report.stored, report.fault, report.reason
        )
    return report


def _job(
    known: KnownSource,
    base_url: str | None,
    since: date | None,
    key: str | None,
    names: tuple[str, ...],
    pace: Pace | None,
) -> Job:
    base = address(known.source.home, base_url)
    key = key or (SAMPLE_KEY if base_url and known.needs_key else None)
    job = Job(known.name, base, key, names, since, date.today(), pace or Pace())
    return replace(job, pace=LOOPBACK) if job.local and pace is None else job


def address(home: str, base_url: str | None) -> str:
    """Where to ask: ``base_url`` gets the path of ``home`` unless it has one of its own.

    >>> address("https://www.law.go.kr/DRF", "http://127.0.0.1:8000/")
    'http://127.0.0.1:8000/DRF'
    """
    if base_url is None:
        return home
    own = urlsplit(base_url).path.strip("/")
    return base_url.rstrip("/") + ("" if own else urlsplit(home).path)


def _messages(known: KnownSource, job: Job) -> Iterable[Message]:
    if known.needs_key and not job.key:
        return iter([Finished(Refused(f"{known.title}의 인증 키가 설정되지 않았습니다"))])
    return messages(job)


def _take(message: Message, report: RunReport, records: Records, job: Job) -> RunReport:
    if isinstance(message, Answer):
        sha256 = records.originals.put(message.body)
        records.archive(job.source, message.address, sha256, message.when)
        return report
    if isinstance(message, Finished):
        return faulty(report, message.fault) if message.fault else report
    return record(message, report, records, job.today)
