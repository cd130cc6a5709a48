"""Every source by itself: golden records, and a second run that changes nothing."""

import json
import os
from pathlib import Path

import pytest
from replay.every import kept, run_direct
from replay.site import Town
from replay.town import town

from crawlers.sources import SOURCES
from records.store import Records

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def served() -> Town:
    """Never started: what comes over the wire is `test_everything.py`."""
    built = town()
    for one in (built, *built.sites.values()):
        one._server.server_close()
    return built


@pytest.mark.parametrize("source", SOURCES)
def test_golden_records_of_each_source(source: str, records: Records, served: Town) -> None:
    report = run_direct(source, records, served)
    assert (report.fault, report.announced) == (None, report.received), report.reason
    assert report.stored == report.announced
    found = kept(records)
    written = json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True).replace(
        served.url, "http://replay"
    )
    golden = GOLDEN / f"source-{source}.json"
    if os.environ.get("UCOUNCIL_WRITE_GOLDEN"):
        golden.write_text(written + "\n", encoding="utf-8")
    assert written + "\n" == golden.read_text(encoding="utf-8")
    again = run_direct(source, records, served)
    assert (again.loaded, again.fault) == (0, None)
    assert kept(records) == found
