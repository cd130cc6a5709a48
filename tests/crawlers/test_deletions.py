"""법제처's list of deletions: versions are taken out, and what has none left is a tombstone.

The answers are drawn from the description (synthetic): there is no recording.
"""

import asyncio
import json
import os
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from replay.canaries import KEY
from replay.direct import DirectFetch
from replay.every import clear, kept, run
from replay.law_server import BAD_OC, MAINTENANCE, MISSING_PARAMETER, Fault, Reply
from replay.statutes import DECREE, STAGED
from replay.town import town
from replay.town_law import Laws, ordinance

from crawlers.contract import LOOPBACK, Job
from crawlers.report import Book, RunReport, account
from crawlers.sources import SOURCES
from records.model import Document, Kind
from records.store import Records

GOLDEN = Path(__file__).parent / "golden" / "deletions.json"
TODAY = date(2026, 4, 1)
RULE = Document(
    "admrul:73462",
    Kind.RULE,
    "가상 주차 고시",
    date=date(2026, 1, 2),
    source_url="https://www.law.go.kr/LSW/admRulInfoP.do?admRulSeq=2100000267264",
)
LAW, DECREES = STAGED[-1], DECREE[0]
"""The last version of a law that has others, and the only one of a decree."""


@pytest.fixture
def laws() -> Laws:
    """Never started: what is deleted may be changed in it."""
    built = Laws()
    built._server.server_close()
    built.deleted["1"] += [(LAW.mst, "20260110"), (DECREES.mst, "20260111")]
    built.deleted["2"] += [("2100000267264", "20260112")]
    built.deleted["3"] = [(ordinance().mst, "20260113")]
    return built


@pytest.fixture
def held(records: Records) -> Records:
    records.put_versions([*STAGED, *DECREE])
    records.put_versions([ordinance()], ordinance=True)
    records.put([RULE, replace(RULE, id="admrul:1", source_url=None)])
    return records


def visit(
    records: Records, laws: Laws, *, since: date | None = None, accept_loss: bool = False
) -> RunReport:
    fetch = DirectFetch(laws, KEY, keep=records.originals.put)
    job = Job("deletions", "http://replay", KEY, (), since, TODAY, LOOPBACK, {"days": "92"})
    job = replace(job, unfinished=since is None)
    book = Book(records, TODAY, clear, accept_loss=accept_loss)
    outcomes = SOURCES["deletions"].source.crawl(fetch, job)
    return asyncio.run(account(outcomes, RunReport("deletions"), book))


def test_golden_records_of_what_was_deleted(held: Records, laws: Laws) -> None:
    report = visit(held, laws)
    assert (report.fault, report.announced, report.received) == (None, 135, 135), report.reason
    assert report.withdrawn == 6  # three of the law: its last amendment took effect in stages
    gone = [one for one, _, open_ in held.revisions() if not open_]
    found = {
        "tombstones": gone,
        "standing": sorted(held.documents([one for one, _, _ in held.revisions()])),
        "versions": [v.mst for v in held.statute("900001").versions],
    }
    written = json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    if os.environ.get("UCOUNCIL_WRITE_GOLDEN"):
        GOLDEN.write_text(written, encoding="utf-8")
    assert written == GOLDEN.read_text(encoding="utf-8")


def test_the_same_again_is_nothing_new(held: Records, laws: Laws) -> None:
    visit(held, laws)
    revision = held.last_revision()
    again = visit(held, laws)
    assert (again.fault, again.withdrawn, held.last_revision()) == (None, 0, revision)


def test_a_law_that_loses_a_version_has_a_new_revision_and_its_other_texts(
    held: Records, laws: Laws
) -> None:
    before = held.statute("900001")
    visit(held, laws)
    after = held.statute("900001")
    assert after.revision > before.revision
    assert set(before.versions) - set(after.versions) == {
        one for one in STAGED if one.mst == LAW.mst
    }
    assert held.version_keys() > {(LAW.mst, LAW.effective, "삭제")}


def test_a_version_that_comes_again_is_there_again(held: Records, laws: Laws) -> None:
    visit(held, laws)
    held.put_versions([DECREES])
    assert [one.mst for one in held.statute("900002").versions] == [DECREES.mst]
    fetched = f"http://replay/DRF/lawService.do?target=eflaw&MST={DECREES.mst}&efYd=20240101"
    held.archive("eflaw", fetched, "0" * 64, datetime(2026, 1, 11, 15, 30, tzinfo=UTC))
    assert visit(held, laws).withdrawn == 0  # fetched on the 12th, as days are counted in Korea


def test_only_what_was_deleted_since_is_asked_for(held: Records, laws: Laws) -> None:
    report = visit(held, laws, since=date(2026, 1, 12))
    assert (report.announced, report.withdrawn) == (2, 2)
    assert held.statute("900002").versions


def test_pages_are_turned_to_the_announced_total(held: Records, laws: Laws) -> None:
    visit(held, laws)
    asked = [(one["knd"], one["page"]) for one in laws.requests]
    assert asked == [("1", "1"), ("1", "2"), ("2", "1"), ("3", "1")]


def test_over_the_wire(held: Records) -> None:
    with town() as served:
        laws = served.sites["/DRF"]
        assert isinstance(laws, Laws)
        laws.deleted["1"].append((DECREES.mst, "20260111"))
        report = run("deletions", held, served)
    assert (report.fault, report.withdrawn) == (None, 1)
    assert all(KEY not in one.address for one in held.archived("deletions"))


def test_the_deletion_of_a_great_part_waits_for_a_person(held: Records, laws: Laws) -> None:
    many = [replace(ordinance(), law_id=f"{n}", mst=f"{n}") for n in range(500, 530)]
    held.put_versions(many, ordinance=True)
    laws.deleted["3"] = [(one.mst, "20260113") for one in many[:20]]
    report = visit(held, laws)
    assert (report.fault, report.withdrawn) == ("vanished", 5)
    assert [one.path for one in held.failures()] == ["deletions:자치법규"]
    accepted = visit(held, laws, accept_loss=True)
    assert (accepted.fault, accepted.withdrawn) == (None, 20)
    assert held.failures() == []


def text(body: str) -> Reply:
    return Reply(body.encode())


def swap(old: str, new: str) -> Fault:
    return Fault({"knd": "1"}, change=lambda body: body.replace(old, new))


FAULTS = {
    "key": (Fault({}, text(BAD_OC)), "refused"),
    "nothing": (Fault({"knd": "1"}, Reply(b"")), "empty_answer"),
    "HTML": (Fault({"knd": "1"}, text(MAINTENANCE)), "wrong_form"),
    "another root": (swap("LawSearch", "법령"), "wrong_form"),
    "another list": (
        Fault({"knd": "1"}, text(MISSING_PARAMETER)),
        "wrong_form",
    ),
    "no total": (swap("totalCnt", "count"), "wrong_form"),
    "more announced": (swap("<totalCnt>132", "<totalCnt>140"), "incomplete"),
    "fewer announced": (swap("<totalCnt>132", "<totalCnt>131"), "incomplete"),
    "the first page again": (swap("<page>2", "<page>1"), "wrong_form"),
    "a result code": (swap("<page>", "<resultCode>99</resultCode><page>"), "wrong_form"),
    "another kind": (swap("<구분명>법령", "<구분명>행정규칙"), "wrong_form"),
    "another day": (swap("20260111", "19990111"), "wrong_form"),
    "a day that is none": (swap("20260111", "20260231"), "wrong_form"),
    "no serial": (swap("일련번호", "번호"), "wrong_form"),
    "cut": (Fault({"knd": "1"}, change=lambda body: body[: len(body) // 2]), "wrong_form"),
    "serials that are no versions": (swap("20260111", "20030111"), "wrong_form"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named_and_takes_nothing_out(name: str, held: Records, laws: Laws) -> None:
    fault, code = FAULTS[name]
    laws.faults = [fault]
    before = kept(held)["versions"]
    report = visit(held, laws)
    assert report.fault == code, report.reason
    assert report.reason
    assert report.advice
    assert {law: kept(held)["versions"][law] for law in before if law.startswith("law:")} == {
        law: before[law] for law in before if law.startswith("law:")
    }


def test_a_town_without_deletions_is_no_fault(held: Records, laws: Laws) -> None:
    laws.deleted = {}
    report = visit(held, laws)
    assert (report.fault, report.announced, report.withdrawn) == (None, 0, 0)
