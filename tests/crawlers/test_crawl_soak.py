"""Kills and sizes: a seeded tenth of `make soak`, and a long list that passes in bounded memory.

``UCOUNCIL_KILLS`` and ``UCOUNCIL_LIST_ROWS`` make it as long as wanted.
"""

import asyncio
import json
import os
import time
import tracemalloc
from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest
from replay.canaries import KEY
from replay.direct import DirectFetch
from replay.law_server import LawServer
from replay.statutes import version
from replay.town_assembly import bill_rows, proposed_rows

from benchmarks.soak import gathering
from crawlers.assembly import ASSEMBLY_BILLS, BILLS, ROWS
from crawlers.contract import LOOPBACK, Answer, Job
from crawlers.law import EFLAW
from crawlers.report import Book, RunReport, account
from records.model import Article, Privacy
from records.store import Records

KILLS = int(os.environ.get("UCOUNCIL_KILLS", "5"))
LENGTH = int(os.environ.get("UCOUNCIL_LIST_ROWS", "4000"))
SEED = int(os.environ.get("UCOUNCIL_SEED", "20261122"))


@pytest.mark.timeout(120 + 120 * KILLS)
def test_kills_of_crawls_and_of_intake_lose_nothing_and_double_nothing() -> None:
    print(f"seed {SEED}, {KILLS} kills")
    kills = gathering(KILLS, SEED)
    assert [one for one in kills if one.wrong] == []
    assert len(kills) >= KILLS


class LongList:
    """열린국회정보 with a list of any length, made page by page."""

    def __init__(self, length: int) -> None:
        self._length = length

    async def __call__(
        self, path: str, params: Mapping[str, str], expects: str | None = None
    ) -> Answer:

        first = (int(params["pIndex"]) - 1) * ROWS
        count = min(ROWS, self._length - first)
        make = bill_rows if path == BILLS else proposed_rows
        rows = [_numbered(row, first + n) for n, row in enumerate(make(count))]
        ok = {"RESULT": {"CODE": "INFO-000", "MESSAGE": "정상"}}
        head = [{"list_total_count": self._length}, ok]
        body = json.dumps({path: [{"head": head}, {"row": rows}]}, ensure_ascii=False)
        return Answer(path, 200, body.encode(), datetime.now(UTC))


def _numbered(row: dict[str, object], number: int) -> dict[str, object]:
    return row | {"BILL_ID": f"PRC_{number:07d}", "BILL_NO": f"22{number:07d}"}


def test_a_long_list_passes_in_bounded_memory(records: Records) -> None:
    job = Job("assembly", "", KEY, (), None, date(2026, 4, 1), LOOPBACK, {"term": "22"})
    book = Book(records, job.today, lambda _: Privacy.CLEAR)
    outcomes = ASSEMBLY_BILLS.crawl(LongList(LENGTH), job)
    tracemalloc.start()
    began = time.perf_counter()
    report = asyncio.run(account(outcomes, RunReport("assembly"), book))
    took = time.perf_counter() - began
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    print(f"{LENGTH} items in {took:.1f} s, peak {peak / 1e6:.0f} MB")
    assert (report.fault, report.announced, report.received) == (None, LENGTH, LENGTH)
    assert peak < 40e6 + 700 * LENGTH


@pytest.mark.parametrize("count", [700])
def test_a_long_statute_comes_whole(count: int, records: Records) -> None:
    articles = tuple(
        Article(f"제{n}조", f"제목 {n}", f"제{n}조(제목 {n}) " + "가상의 규정을 둔다. " * 40)
        for n in range(1, count + 1)
    )
    long = version("100099", date(2026, 1, 1), "현행", articles, outline=())
    server = LawServer([long], KEY)
    server._server.server_close()
    job = Job("eflaw", "", KEY, ("900001",), None, date(2026, 4, 1), LOOPBACK)
    began = time.perf_counter()
    outcomes = EFLAW.crawl(DirectFetch(server, KEY), job)
    report = asyncio.run(account(outcomes, RunReport("eflaw"), Book(records, job.today)))
    print(f"{count} articles in {time.perf_counter() - began:.2f} s")
    assert (report.fault, report.loaded) == (None, 1)
    assert len(records.statute("900001").versions[0].articles) == count
