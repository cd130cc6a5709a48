"""`crawl`: one run of one source into the records, accounted for to the last item."""

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from urllib.parse import urlsplit

from crawlers.child import messages
from crawlers.contract import LOOPBACK, Answer, Finished, Gate, Job, Message, Pace, hold_all
from crawlers.report import Book, RunReport, faulty, record
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
    options: Mapping[str, str] = MappingProxyType({}),
    gate: Gate = hold_all,
    anew: bool = False,
) -> RunReport:
    """Run ``source`` into ``records``.

    ``laws`` are names or ids to bring instead of everything; ``since`` limits to what changed.
    ``options`` are what a council sets for the source. ``gate`` says which papers are held for
    a person to look at; without one all are. ``anew`` asks again for what is held already.
    A fault is reported, never raised; what it concerns stays as it was. Raises `Misuse` for an
    unknown source and `StoreFault` leaves when the records fail.
    """
    known = SOURCES.get(source)
    if known is None:
        raise Misuse(f"모르는 출처: {source}. 있는 출처: {', '.join(SOURCES)}")
    job = _job(known, base_url, since, key, tuple(laws), pace)
    job = replace(job, options={**known.options, **options})
    if known.laws and not anew:
        job = replace(job, held=records.version_keys())
    if not anew:
        job = replace(job, known=_known(records, f"{source}:"))
    book = Book(records, job.today, gate)
    run = records.start_run(source)
    report = RunReport(source)
    try:
        for message in _messages(known, job):
            report = _take(message, report, book, job)
            progress(f"{source}: 알림 {report.announced} · 받음 {report.received}")
    except UCouncilError as error:
        report = faulty(report, error)
        raise
    finally:
        records.finish_run(
            run,
            report.announced,
            report.received,
            report.stored,
            report.fault,
            report.reason,
            report.loaded,
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
    base = address(known.home, base_url)
    key = key or (SAMPLE_KEY if base_url and known.key else None)
    job = Job(known.name, base, key, names, since, date.today(), pace or Pace(known.delay))
    return replace(job, pace=LOOPBACK) if job.local and pace is None else job


def _known(records: Records, prefix: str) -> frozenset[str]:
    """The ids of the documents of a source that are open to readers."""
    return frozenset(
        one for one, _, open_ in records.revisions() if open_ and one.startswith(prefix)
    )


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
    if known.key and not job.key:
        return iter([Finished(Refused(f"{known.title}의 인증 키가 설정되지 않았습니다"))])
    return messages(job)


def _take(message: Message, report: RunReport, book: Book, job: Job) -> RunReport:
    if isinstance(message, Answer):
        sha256 = book.records.originals.put(message.body)
        book.records.archive(job.source, message.address, sha256, message.when)
        return report
    if isinstance(message, Finished):
        return faulty(report, message.fault) if message.fault else report
    return record(message, report, book)
