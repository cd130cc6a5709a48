"""All sources in one run: through faults, from the archive again, keys and contacts nowhere."""

import json
import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from replay.canaries import CANARIES
from replay.every import clear, crawl_everything, kept, read, run, run_direct
from replay.site import Town
from replay.town import options, town
from replay.trouble import Trouble

from crawlers.contract import LOOPBACK
from crawlers.reparse import reparse
from crawlers.run import crawl
from crawlers.sources import SOURCES
from records.store import Records

WRONG = "wrong-canary-000"
ONE_OF_EACH_KEY = ("eflaw", "assembly", "clik-bill", "data-seoul")
RATE = float(os.environ.get("UCOUNCIL_FAULT_RATE", "0.10"))
SEED = int(os.environ.get("UCOUNCIL_SEED", "20261122"))
RUNS = 6
"""Runs after which a source must have come through."""


def without_address(found: Any, served: Town) -> str:
    return json.dumps(found, ensure_ascii=False).replace(served.url, "")


@pytest.mark.timeout(1200)
def test_a_crawl_through_faults_ends_with_the_records_of_a_crawl_without(
    records: Records, tmp_path: Path
) -> None:
    quiet = town()
    assert [r for r in (run_direct(name, records, quiet) for name in SOURCES) if r.fault] == []
    clean = without_address(kept(records), quiet)
    for one in (quiet, *quiet.sites.values()):
        one._server.server_close()
    other = Records.create(f"sqlite:///{tmp_path}/other.db", f"{tmp_path}/other")
    with other as second, town() as noisy:
        trouble = Trouble(noisy, RATE, SEED)
        noisy._right = trouble  # type: ignore[method-assign]
        failed = through(second, noisy, SOURCES)
        print(f"seed {SEED}: {dict(trouble.given)} in {len(noisy.requests)} requests; {failed}")
        assert trouble.given.total() > 0
        assert second.failures() == []
        assert without_address(kept(second), noisy) == clean


@pytest.mark.timeout(1200)
def test_every_kind_of_fault_is_come_through(records: Records, tmp_path: Path) -> None:
    some = ("eflaw", "assembly", "clik-bill", "opengov")
    quiet = town()
    for one in (quiet, *quiet.sites.values()):
        one._server.server_close()
    for source in some:
        assert run_direct(source, records, quiet).fault is None
    other = Records.create(f"sqlite:///{tmp_path}/other.db", f"{tmp_path}/other")
    with other as second, town() as noisy:
        trouble = Trouble(noisy, 0.35, SEED)
        noisy._right = trouble  # type: ignore[method-assign]
        failed = through(second, noisy, some)
        print(f"seed {SEED}: {dict(trouble.given)} in {len(noisy.requests)} requests; {failed}")
        assert [name for name, count in trouble.given.items() if not count] == []
        assert without_address(kept(second), noisy) == without_address(kept(records), quiet)


def through(records: Records, noisy: Town, sources: Iterable[str]) -> dict[str, int]:
    """Run each source until it ends well, as the schedule would; the runs that failed."""
    pace = replace(LOOPBACK, backoff=0.005, tries=8, timeout=3.0)
    failed: dict[str, int] = {}
    for source in sources:
        for _ in range(RUNS):
            report = run(source, records, noisy, pace=pace)
            if report.fault is None:
                break
            failed[source] = failed.get(source, 0) + 1
        assert report.fault is None, (source, report.reason)
    return failed


@pytest.mark.timeout(1200)
def test_the_archive_is_read_again_and_no_key_and_no_contact_is_anywhere(
    records: Records, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with town() as served:
        reports = crawl_everything(records, served)
        before = kept(records)
        for source, known in SOURCES.items():
            chosen = {**known.options, **options(served.url).get(source, {})}
            again = reparse(source, records, options=chosen, gate=clear, read=read)
            assert (again.fault, again.loaded) == (None, 0), (source, again.reason)
        assert kept(records) == before
        for source, known in SOURCES.items():
            chosen = options(served.url).get(source, {})
            if known.key and source in ONE_OF_EACH_KEY:
                reports.append(crawl(source, records, served.url, key=WRONG, options=chosen))
    records.close()
    said = repr(reports) + "".join(capfd.readouterr())
    held = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()) + said.encode()
    assert "주차장 현황 보고 103".encode() in held
    for canary in (*CANARIES, WRONG):
        assert canary.encode() not in held, canary
        assert json.dumps(canary)[1:-1].encode() not in held, canary
