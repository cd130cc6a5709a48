"""Runs of all sources against the town, and what the records hold afterwards."""

import asyncio
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from replay.canaries import KEY
from replay.direct import DirectFetch
from replay.site import Town
from replay.town import options

from crawlers.enclosed import Reading
from crawlers.orders import Order, make_job
from crawlers.report import Book, account
from crawlers.run import RunReport, crawl
from crawlers.sources import SOURCES
from records.codec import to_plain
from records.model import Document, Passage, Privacy
from records.store import Records


def clear(_: Document) -> Privacy:
    return Privacy.CLEAR


def run(source: str, records: Records, served: Town, **more: Any) -> RunReport:
    known, chosen = SOURCES[source], options(served.url).get(source, {})
    key = KEY if known.key else None
    return crawl(
        source, records, served.url, key=key, options=chosen, gate=clear, read=read, **more
    )


def kept(records: Records) -> dict[str, Any]:
    """Everything that the records hold, without revisions."""
    ids = [one for one, _, _ in records.revisions()]
    papers = records.documents(ids)
    return {
        "documents": [to_plain(replace(one, revision=0)) for one in papers.values()],
        "members": to_plain(tuple(records.members())),
        "meetings": to_plain(tuple(records.meetings())),
        "relations": to_plain(tuple(records.relations())),
        "versions": {
            one: to_plain(records.statute(one).versions)
            for one in papers
            if one.startswith(("law:", "ordin:"))
        },
    }


def read(_name: str, content: bytes) -> Reading:
    """Stands for the extractor, which is not of the crawlers' room: the first line drawn."""
    text = content.partition(b"Td (")[2].partition(b")")[0].decode()
    return Reading("application/pdf", (Passage(0, text, page=1),))


def run_direct(source: str, records: Records, served: Town) -> RunReport:
    """As `run` without Scrapy, a process and the network: for what is said, a second for all."""
    known, chosen = SOURCES[source], options(served.url).get(source, {})
    order = Order(served.url, key=KEY if known.key else None, options=chosen)
    job = make_job(known, records, order)
    fetch = DirectFetch(
        served,
        job.key or "",
        urlsplit(job.base_url).path.rstrip("/"),
        known.source.parameter,
        known.source.expects,
        records.originals.put,
    )
    book = Book(records, job.today, clear, read)
    return asyncio.run(account(known.source.crawl(fetch, job), RunReport(source), book))


def crawl_everything(records: Records, served: Town) -> list[RunReport]:
    """One run of every source."""
    return [run(source, records, served) for source in SOURCES]
