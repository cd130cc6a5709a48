"""Ordinances: both states of an ordinance, and a recorded list."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from replay.law_server import MAINTENANCE, Fault, Reply
from replay.ordin_server import OrdinanceServer
from replay.statutes import version

from crawlers.contract import LOOPBACK, Answer
from crawlers.lists import read_page
from crawlers.ordin import read_row
from crawlers.ordin_body import read_ordinance
from crawlers.reparse import reparse
from crawlers.run import crawl
from records.store import Records

KEY = "council-key-0001"
NAME = "서울특별시 가상 주차장 조례"
NEW = replace(
    version("2130189", date(2024, 5, 18), "현행"),
    law_id="2001619",
    name=NAME,
    kind="조례",
    number="9117",
    promulgated=date(2024, 5, 18),
    ministry="서울특별시",
    abbreviation=None,
    reason=None,
    annexes="",
    addenda="부칙 <제9117호,2024.5.18>\n이 조례는 공포한 날부터 시행한다.",
    source_url="https://www.law.go.kr/LSW/ordinInfoP.do?ordinSeq=2130189",
)
OLD = replace(
    NEW,
    mst="2030189",
    effective=date(2020, 1, 9),
    promulgated=date(2020, 1, 9),
    number="7000",
    status="연혁",
    addenda="부칙 <제7000호,2020.1.9>\n이 조례는 공포한 날부터 시행한다.",
    source_url="https://www.law.go.kr/LSW/ordinInfoP.do?ordinSeq=2030189",
)
RULE = replace(NEW, law_id="2001620", mst="2130190", name=f"{NAME} 시행규칙")


@pytest.fixture
def ordinances() -> Iterator[OrdinanceServer]:
    with OrdinanceServer([NEW, OLD, RULE], key=KEY) as running:
        yield running


def test_an_ordinance_comes_with_its_past(records: Records, ordinances: OrdinanceServer) -> None:
    report = crawl("ordin", records, base_url=ordinances.url, key=KEY, laws=[NAME])
    assert (report.received, report.fault) == (2, None)
    statute = records.statute("ordin:2001619")
    assert statute.ordinance
    assert sorted(statute.versions, key=lambda v: v.effective) == [OLD, NEW]
    assert reparse("ordin", records).unchanged == 2


def test_the_city_its_districts_and_its_school_board_by_configuration(
    records: Records, ordinances: OrdinanceServer
) -> None:
    district = replace(RULE, law_id="2001621", mst="31", name="강남구 조례", ministry="강남구")
    board = replace(RULE, law_id="2001622", mst="41", name="교육 조례", ministry="교육청")
    village = replace(RULE, law_id="2001623", mst="51", name="다른 조례", ministry="다른군")
    ordinances.versions = [RULE, district, board, village]
    ordinances.codes = {"3220000": "강남구", "3230000": "송파구"}
    chosen = {"org": "6110000", "sborg": "3220000", "agencies": "서울특별시, 강남구, 교육청"}
    report = crawl("ordin", records, base_url=ordinances.url, key=KEY, options=chosen)
    assert report.fault is None, report.reason
    kept = {one for one, _, _ in records.revisions()}
    assert kept == {"ordin:2001620", "ordin:2001621", "ordin:2001622"}
    assert {one["sborg"] for one in ordinances.requests if "sborg" in one} == {"3220000"}


def test_what_was_repealed_or_had_another_name_is_not_left_as_it_was(
    records: Records, ordinances: OrdinanceServer
) -> None:
    crawl("ordin", records, base_url=ordinances.url, key=KEY)
    former = replace(OLD, mst="1030189", effective=date(2010, 1, 1), name="옛 주차장 조례")
    end = replace(RULE, mst="2230190", effective=date(2025, 1, 1), status="연혁", articles=())
    end = replace(end, revision_kind="폐지")
    ordinances.versions = [NEW, OLD, former, replace(RULE, status="연혁"), end]
    report = crawl("ordin", records, base_url=ordinances.url, key=KEY)
    assert report.fault is None, report.reason
    brought = {one.mst: one.name for one in records.statute("ordin:2001619").versions}
    assert brought[former.mst] == former.name
    today = date(2026, 1, 1)
    assert records.version("2001620", today) is None
    assert records.version("2001619", today) is not None


def test_a_body_that_fails_for_ever_loses_that_ordinance_alone(
    records: Records, ordinances: OrdinanceServer
) -> None:
    ordinances.faults = [Fault({"MST": OLD.mst}, Reply(b"", 500))]
    report = crawl("ordin", records, base_url=ordinances.url, key=KEY)
    assert report.fault == "unreachable"
    assert [name for name, _ in report.lost] == [NAME]
    assert records.find_statutes(NAME) == []
    assert [s.id for s in records.find_statutes(RULE.name)] == [RULE.law_id]


def test_one_body_that_fails_for_ever_does_not_make_the_others_come_again(
    records: Records, ordinances: OrdinanceServer
) -> None:
    pace = replace(LOOPBACK, tries=1)
    ordinances.versions = [NEW, OLD]
    ordinances.faults = [Fault({"MST": NEW.mst}, Reply(MAINTENANCE.encode()))]
    for _ in range(3):
        report = crawl("ordin", records, base_url=ordinances.url, key=KEY, pace=pace)
        assert (report.fault, report.loaded) == ("wrong_form", 0)
    asked = [one["MST"] for one in ordinances.requests if "MST" in one]
    assert (asked.count(OLD.mst), asked.count(NEW.mst)) == (1, 3)
    assert [one.path for one in records.failures()] == [f"ordin:{NAME}"]
    ordinances.faults = []
    report = crawl("ordin", records, base_url=ordinances.url, key=KEY, pace=pace)
    assert (report.fault, report.loaded, records.failures()) == (None, 2, [])
    assert [one.get("MST") for one in ordinances.requests].count(OLD.mst) == 1


def test_recorded_and_drawn_answers(formats: Path) -> None:
    folder = formats / "law.go.kr"
    listed = read_page(
        answer(folder / "search_ordin_gangnam.xml"),
        "OrdinSearch",
        "law",
        lambda item: read_row(item, "현행"),
    )
    assert (listed.total, listed.rows[0].law_id, listed.rows[0].mst) == (74, "2072388", "1589887")

    row = replace(listed.rows[0], law_id="2001619", mst="2130189", effective=date(2026, 5, 18))
    read = read_ordinance(answer(folder / "ordin_body_SYNTHETIC.xml"), row)
    assert [a.key for a in read.articles] == ["제1조", "제7조의2"]
    assert read.articles[1].text.splitlines()[:2] == [
        "제7조의2(○○위원회)",
        "① 법 제21조제1항제2호에 따라 …",
    ]
    assert (read.kind, read.articles[1].heading) == ("조례", "제1장 총칙")
    assert read.addenda.startswith("부칙 <제7825호,2021.9.30>\n")
    assert read.annexes == "[별지 제1호서식] 신청서"


def test_the_page_about_sources_has_all_districts_of_seoul() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "sources.md").read_text()
    block = page.partition('org = "6110000"\nsborg')[2]
    codes = block.partition('"""')[2].partition('"""')[0].split()
    assert codes == [str(3_000_000 + 10_000 * n) for n in range(25)]


def answer(path: Path) -> Answer:
    return Answer("lawService.do", 200, path.read_bytes(), datetime.now(UTC))
