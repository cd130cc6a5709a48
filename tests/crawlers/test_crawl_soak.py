"""Kills and sizes: a seeded tenth of `make soak`, and a long list that passes in bounded memory.

``UCOUNCIL_KILLS`` and ``UCOUNCIL_LIST_ROWS`` make it as long as wanted.
"""

import asyncio
import os
import time
import tracemalloc
from datetime import date

import pytest
from replay.canaries import KEY
from replay.direct import DirectFetch
from replay.law_server import LawServer
from replay.long_list import long_assembly, long_statute

from benchmarks.soak import gathering
from crawlers.assembly import ASSEMBLY_BILLS
from crawlers.contract import LOOPBACK, Job
from crawlers.law import EFLAW
from crawlers.report import Book, RunReport, account
from records.model import Privacy
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


def test_a_long_list_passes_in_bounded_memory(records: Records) -> None:
    job = Job("assembly", "", KEY, (), None, date(2026, 4, 1), LOOPBACK, {"term": "22"})
    book = Book(records, job.today, lambda _: Privacy.CLEAR)
    server = long_assembly(LENGTH)
    server._server.server_close()
    fetch = DirectFetch(server, KEY, "/portal/openapi", "KEY", "json")
    outcomes = ASSEMBLY_BILLS.crawl(fetch, job)
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
    server = LawServer([long_statute(count)], KEY)
    server._server.server_close()
    job = Job("eflaw", "", KEY, ("900001",), None, date(2026, 4, 1), LOOPBACK)
    began = time.perf_counter()
    outcomes = EFLAW.crawl(DirectFetch(server, KEY), job)
    report = asyncio.run(account(outcomes, RunReport("eflaw"), Book(records, job.today)))
    print(f"{count} articles in {time.perf_counter() - began:.2f} s")
    assert (report.fault, report.loaded) == (None, 1)
    assert len(records.statute("900001").versions[0].articles) == count
