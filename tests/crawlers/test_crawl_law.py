"""Whole runs against the loopback 법제처: what is kept after a clean crawl."""

from dataclasses import replace
from datetime import date

import pytest
from replay.law_server import LawServer
from replay.statutes import DECREE, PARKING, STAGED, version

from crawlers.reparse import reparse
from crawlers.run import crawl
from records.errors import Misuse, UnknownDocument
from records.store import Records

KEY = "council-key-0001"


def kept(records: Records, law_id: str) -> list[object]:
    return sorted(records.statute(law_id).versions, key=lambda v: v.effective)


def test_one_amendment_with_three_effective_dates_is_three_versions(
    records: Records, server: LawServer
) -> None:
    report = crawl("eflaw", records, base_url=server.url, key=KEY, laws=[PARKING])

    assert (report.announced, report.received, report.loaded) == (4, 4, 4)
    assert report.fault is None
    assert kept(records, "900001") == list(STAGED)
    with pytest.raises(UnknownDocument):  # the decree's name contains the law's: it was not asked
        records.statute("900002")


def test_each_body_was_asked_with_its_own_effective_date(
    records: Records, server: LawServer
) -> None:
    crawl("eflaw", records, base_url=server.url, key=KEY, laws=["900001"])
    bodies = [(p["MST"], p["efYd"]) for p in server.requests if "MST" in p]
    assert bodies == [(v.mst, f"{v.effective:%Y%m%d}") for v in STAGED]


def test_a_second_crawl_changes_nothing(records: Records, server: LawServer) -> None:
    crawl("eflaw", records, base_url=server.url, key=KEY)
    revision = records.last_revision()
    again = crawl("eflaw", records, base_url=server.url, key=KEY)
    assert (again.loaded, again.unchanged) == (0, 5)
    assert records.last_revision() == revision


def test_the_law_in_force_comes_by_its_abbreviation_too(
    records: Records, server: LawServer
) -> None:
    server.versions = [replace(v, name=f"{v.name}(가상주차장법)") for v in server.versions]
    report = crawl("law", records, base_url=server.url, key=KEY, laws=["가상주차장법"])
    assert (report.received, report.fault) == (1, None)
    assert [v.effective for v in kept(records, "900001")] == [date(2024, 7, 19)]


def test_since_brings_the_laws_promulgated_since_then(records: Records, server: LawServer) -> None:
    report = crawl("eflaw", records, base_url=server.url, key=KEY, since=date(2022, 1, 1))
    assert report.fault is None
    assert kept(records, "900001") == list(STAGED)
    assert records.find_statutes(f"{PARKING} 시행령") == []


def test_nothing_since_a_day_is_an_answer_and_no_fault(records: Records, server: LawServer) -> None:
    report = crawl("eflaw", records, base_url=server.url, key=KEY, since=date(2026, 1, 1))
    assert (report.announced, report.received, report.fault) == (0, 0, None)


def test_all_pages_of_a_long_list_are_turned(records: Records) -> None:
    versions = [version(str(n), date(2000 + n, 1, 1), "연혁") for n in range(1, 8)]
    with LawServer(versions, key=KEY, largest=3) as server:
        report = crawl("eflaw", records, base_url=server.url, key=KEY, laws=["900001"])
    assert (report.announced, report.received, report.fault) == (7, 7, None)
    assert [p["page"] for p in server.requests if "LID" in p] == ["1", "2", "3"]


def test_the_archive_can_be_read_again(records: Records, server: LawServer) -> None:
    crawl("eflaw", records, base_url=server.url, key=KEY)
    report = reparse("eflaw", records)
    assert (report.received, report.unchanged, report.fault) == (5, 5, None)


def test_the_archive_lacks_what_another_source_had_brought(
    records: Records, server: LawServer
) -> None:
    crawl("law", records, base_url=server.url, key=KEY)
    crawl("eflaw", records, base_url=server.url, key=KEY)
    for source in ("law", "eflaw"):
        report = reparse(source, records)
        assert (report.loaded, report.fault) == (0, None), report.reason


def test_the_key_is_nowhere_in_what_is_kept(
    records: Records, server: LawServer, capfd: pytest.CaptureFixture[str]
) -> None:
    crawl("eflaw", records, base_url=server.url, key=KEY)
    archived = records.archived("eflaw")
    bodies = [records.originals.get(a.sha256) for a in archived]
    assert any(b"OC=***" in body for body in bodies)  # it was echoed, and removed
    assert not any(KEY.encode() in body for body in bodies)
    assert not any(KEY in a.address or "OC=" in a.address for a in archived)
    assert KEY not in repr([records.statute("900001"), records.statute("900002")])
    assert KEY not in "".join(capfd.readouterr())


def test_a_run_is_noted_with_its_counts(records: Records, server: LawServer) -> None:
    crawl("eflaw", records, base_url=server.url, key=KEY)
    (run,) = records.runs("eflaw")
    assert (run.announced, run.received, run.stored, run.fault_code) == (5, 5, 5, None)
    assert run.finished is not None


def test_without_a_key_nobody_is_asked(records: Records) -> None:
    report = crawl("law", records, laws=[PARKING])
    assert report.fault == "bad_setting"
    assert records.runs("law")[0].fault_code == "bad_setting"


def test_an_unknown_source_is_misuse(records: Records) -> None:
    with pytest.raises(Misuse, match="모르는 출처"):
        crawl("moon", records)


def test_the_decree_is_found_beside_the_law(records: Records, server: LawServer) -> None:
    names = [PARKING, f"{PARKING} 시행령"]
    report = crawl("eflaw", records, base_url=server.url, key=KEY, laws=names)
    assert report.received == 5
    assert kept(records, "900002") == list(DECREE)


def test_versions_that_are_held_are_not_asked_for_again(
    records: Records, server: LawServer
) -> None:
    records.put_versions(STAGED[:3])
    report = crawl("eflaw", records, base_url=server.url, key=KEY, laws=["900001"])
    assert (report.announced, report.received, report.loaded, report.unchanged) == (4, 4, 1, 3)
    assert [p["MST"] for p in server.requests if "MST" in p] == [STAGED[3].mst]
    assert records.statute("900001").checked == date.today()
