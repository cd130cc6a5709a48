"""What a source brought yesterday: it stands through every fault, and follows what moves or goes.

All answers are drawn (synthetic).
"""

import asyncio
from collections.abc import AsyncIterator
from datetime import date
from urllib.parse import urlsplit

import pytest
from replay.canaries import KEY
from replay.direct import DirectFetch
from replay.every import clear, kept, read, run_direct
from replay.law_server import ANTI_BOT, MAINTENANCE, Fault, Reply
from replay.site import PagesServer, Town
from replay.town import options, town

from crawlers.contract import Everything, Job, Outcome
from crawlers.orders import Order, make_job
from crawlers.report import Book, RunReport, account, record
from crawlers.sources import SOURCES
from records.model import Document, Kind
from records.store import Records

FAULTS = {
    "0 bytes": Fault({}, Reply(b"")),
    "HTML": Fault({}, Reply(MAINTENANCE.encode())),
    "an anti-bot page": Fault({}, Reply(ANTI_BOT.encode())),
    "500": Fault({}, Reply(b"", 500)),
    "404": Fault({}, Reply(b"", 404)),
    "another XML": Fault({}, Reply(b"<?xml version='1.0'?><Other><a>1</a></Other>")),
    "another JSON": Fault({}, Reply(b'{"other": [1]}')),
}


@pytest.fixture
def served() -> Town:
    """Never started: the faults are in what is said."""
    built = town()
    for one in (built, *built.sites.values()):
        one._server.server_close()
    return built


def run_anew(source: str, records: Records, served: Town) -> RunReport:
    """Ask for everything again, as `ucouncil crawl --anew`."""
    known, chosen = SOURCES[source], options(served.url).get(source, {})
    order = Order(served.url, key=KEY if known.key else None, options=chosen, anew=True)
    job = make_job(known, records, order)
    return asyncio.run(account(_crawl(source, job, served), RunReport(source), _book(records, job)))


def _crawl(source: str, job: Job, served: Town) -> AsyncIterator[Outcome]:
    reader, home = SOURCES[source].source, urlsplit(job.base_url).path.rstrip("/")
    fetch = DirectFetch(served, job.key or "", home, reader.parameter, reader.expects)
    return reader.crawl(fetch, job)


def _book(records: Records, job: Job) -> Book:
    return Book(records, job.today, clear, read)


@pytest.mark.parametrize("source", SOURCES)
def test_no_fault_touches_what_the_source_brought_yesterday(
    source: str, records: Records, served: Town
) -> None:
    assert run_direct(source, records, served).fault is None
    before, revision = kept(records), records.last_revision()
    for name, fault in FAULTS.items():
        served.faults = [fault]
        report = run_anew(source, records, served)
        assert report.fault, name
        assert report.reason, name
        assert report.advice, name
        assert records.last_revision() == revision, name
    assert kept(records) == before


def test_a_bill_of_the_council_is_followed_while_it_moves(records: Records, served: Town) -> None:
    pages = served.sites["/"]
    assert isinstance(pages, PagesServer)
    listed, bill = (
        "/info/billSearchDetail.do?pageIndex=1&generationNum=011&billTypeCd=0",
        "/info/billRead.do",
    )
    young = f"{date.today():%Y.%m.%d}"
    pages.pages[listed] = str(pages.pages[listed]).replace("2024.01.02", young)
    run_direct("smc-bill", records, served)
    pages.pages[bill] = str(pages.pages[bill]).replace("원안가결", "재의요구")
    assert run_direct("smc-bill", records, served).loaded == 1
    (paper,) = records.documents(["smc-bill:11-1667"]).values()
    assert "재의요구" in paper.text
    pages.pages[listed] = str(pages.pages[listed]).replace(young, "2024.01.02")
    pages.pages[bill] = str(pages.pages[bill]).replace("재의요구", "철회")
    assert run_direct("smc-bill", records, served).loaded == 0


def test_a_rule_that_is_no_longer_listed_leaves_a_tombstone(records: Records, served: Town) -> None:
    run_direct("admrul", records, served)
    rules = [
        Document(f"admrul:{n}", Kind.RULE, title)
        for n, title in ((1, "주 차 지침"), (2, "예산 지침"))
    ]
    records.put(rules)
    report = run_direct("admrul", records, served)
    assert (report.fault, report.withdrawn) == (None, 1)
    assert set(records.documents(["admrul:1", "admrul:2"])) == {"admrul:2"}


def test_a_list_of_some_words_says_nothing_of_other_papers(records: Records) -> None:
    records.put([Document("a:1", Kind.RULE, "예산 지침")])
    left = Everything("a:", frozenset(), ("주차",))
    assert record(left, RunReport("a"), Book(records, date(2026, 4, 1))).withdrawn == 0
