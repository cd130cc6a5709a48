"""Readers of the sources beside the statutes, on recorded answers read in place.

Files marked ABRIDGED, DOC or SYNTHETIC beside the project are no full recordings: see
docs/sources.md for what has been checked against what.
"""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from parsel import Selector

from crawlers import (
    assembly,
    assembly_schedule,
    clik,
    law_linked,
    opengov,
    smc,
    smc_bills,
    smc_minutes,
)
from crawlers.admrul import read_row, read_rule
from crawlers.contract import Answer
from crawlers.law_changes import read_changes
from crawlers.law_delegations import read_delegations
from crawlers.law_relations import read_amendment, read_hierarchy, read_three_way
from crawlers.lists import read_page
from crawlers.open_data import read_rows
from crawlers.redaction import json_fields
from records.errors import EmptyAnswer, Refused, WrongForm
from records.model import Kind


def answer(path: Path, body: bytes | None = None) -> Answer:
    return Answer(path.name, 200, body or path.read_bytes(), datetime.now(UTC))


def test_every_recorded_service_of_the_assembly(formats: Path) -> None:
    for path in sorted((formats / "assembly").glob("*.json")):
        if path.stem.startswith(("_", "error")):
            continue
        page = read_rows(answer(path), path.stem)
        assert page.total >= len(page.rows) == 1, path.name


def test_recorded_errors_of_the_assembly(formats: Path) -> None:
    codes = []
    for path in sorted((formats / "assembly").glob("error_*.json")):
        try:
            codes.append(read_rows(answer(path), "X").total)
        except (WrongForm, Refused, EmptyAnswer) as fault:
            codes.append(fault.code)
    assert codes == [0, "wrong_form", "wrong_form", "wrong_form"]


def test_a_recorded_bill_has_all_its_proposers(formats: Path) -> None:
    folder = formats / "assembly"
    (row,) = read_rows(answer(folder / f"{assembly.BILLS}.json"), assembly.BILLS).rows
    (who,) = read_rows(answer(folder / f"{assembly.PROPOSED}.json"), assembly.PROPOSED).rows
    bill = assembly._bill(row, "21", who["PUBL_PROPOSER"])
    assert (bill.number, bill.date) == ("2126707", date(2024, 5, 29))
    assert (len(bill.members), bill.members[0], bill.notes) == (10, "이자스민", ())


def test_a_recorded_member_without_contacts(formats: Path) -> None:
    path = formats / "assembly" / f"{assembly.MEMBERS}.json"
    body = json_fields(*assembly.CONTACT)(path.read_bytes())
    assert b"masked@example.invalid" not in body
    (row,) = read_rows(answer(path, body), assembly.MEMBERS, assembly.CONTACT).rows
    member = assembly._member(row)
    assert (member.id, member.name, member.hanja) == ("assembly:T2T8225E", "강경숙", "姜景淑")
    assert (member.terms, member.committees) == ((22,), ("교육위원회",))
    assert not {name for name, _ in row.values} & assembly.CONTACT


def test_a_recorded_event_and_the_fields_of_minutes(formats: Path) -> None:
    folder = formats / "assembly"
    path = folder / f"{assembly_schedule.SCHEDULE}.json"
    (row,) = read_rows(answer(path), assembly_schedule.SCHEDULE).rows
    event = assembly_schedule.read_event(row)
    assert (event.date, event.committee) == (date(2025, 12, 12), None)
    assert event.title.startswith("(부산 반얀트리 화재 사고로 드러난)")
    assert "장소: 의원회관 제1소회의실" in event.text
    specs = json.loads((folder / "_service_params_and_fields.json").read_text())
    for name in ("본회의_회의록", "위원회_회의록"):  # described, never recorded
        fields = specs[name]["fields"]
        assert {"CONF_ID", "TITLE", "CONF_DATE", "SUB_NAME", "PDF_LINK_URL"} <= fields.keys()
        assert specs[name]["required"] == ["DAE_NUM", "CONF_DATE"]


def test_abridged_links_between_laws_and_ordinances(formats: Path) -> None:
    folder = formats / "law.go.kr"
    page = read_page(answer(folder / "lnkDep_ABRIDGED.xml"), "lnkDepSearch", "law", law_linked.read)
    assert (page.total, page.rows[0].law_id, page.rows[0].ordinance_id) == (
        107792,
        "011452",
        "2161837",
    )
    with pytest.raises(WrongForm):  # abridged: the id of the ordinance was left out
        read_page(answer(folder / "lnkOrd_ABRIDGED.xml"), "OrdinSearch", "law", law_linked.read)


def test_printed_and_drawn_answers_of_clik(formats: Path) -> None:
    folder = formats / "clik"
    page = clik.read_list(answer(folder / "minutes_list_DOC.json"))
    assert (page.total, page.rows[0]["DOCID"]) == (15, "CLIKC1211423791937061")
    detail = clik.read_detail(answer(folder / "minutes_detail_DOC.json"))
    (paper,) = clik.read_sitting(detail).documents
    assert (paper.title, paper.date) == ("제297회 본회의 제1차 회의록", date(2024, 7, 15))
    bill = clik.read_detail(answer(folder / "bill_detail_SYNTHETIC_from_fields.json"))
    (paper,) = clik.read_local_bill(bill).documents
    assert (paper.kind, paper.number, paper.committee) == (Kind.BILL, "1667", "행정자치위원회")
    assert "공포일" not in paper.text
    with pytest.raises(Refused):
        clik.read_list(answer(folder / "error_ERROR01_SYNTHETIC.json"))


def test_abridged_pages_of_opengov(formats: Path) -> None:
    folder = formats / "opengov"
    rows = opengov.read_list(answer(folder / "sanction_list_ABRIDGED.html"))
    assert [(row.key, row.day) for row in rows] == [
        ("36538874", date(2026, 7, 15)),
        ("36533899", date(2026, 7, 15)),
    ]
    assert opengov.read_list(answer(folder / "sanction_list_empty.html")) == ()
    path = folder / "sanction_detail_36538874_ABRIDGED.html"
    body = opengov.redact(path.read_bytes())
    assert b"02-0000-0000" not in body
    paper = opengov.read_paper(answer(path, body), "36538874")
    assert (paper.number, paper.disclosure, paper.retention) == (
        "친환경급식과-6067",
        "부분공개",
        "5년",
    )
    assert "붙임: 1. 출장내역서.xlsx (비공개)" in [p.text for p in paper.passages]
    assert "0000-0000" not in paper.text


def test_synthetic_pages_of_the_council(formats: Path) -> None:
    folder = formats / "smc"
    listed = Selector(text=(folder / "late_list_SYNTHETIC.html").read_text())
    (row,) = smc_minutes.read_sittings(listed, smc.SELECTORS["minutes.rows"])
    assert row == smc_minutes.Sitting(
        "0123456789abcdef", date(2025, 8, 27), 332, "1차", "운영위원회"
    )
    speeches = smc_minutes.read_minutes(
        (folder / "recordView_SYNTHETIC.html").read_text(), smc.SELECTORS["minutes.canvas"]
    )
    speakers = list(dict.fromkeys(p.speaker for p in speeches))
    assert speakers == [None, "위원장 홍길동", "김아무개 위원", "수석전문위원 ○○○"]
    bills = Selector(text=(folder / "billSearchDetail_SYNTHETIC.html").read_text())
    (bill,) = smc_bills.read_bills(bills, smc.SELECTORS["bills.rows"])
    assert (bill.key, bill.committee, bill.call[2]) == ("11-1667", "행정자치위원회", "01667")


def test_rules_and_delegations(formats: Path) -> None:
    folder = formats / "law.go.kr"
    page = read_page(answer(folder / "search_admrul_aml.xml"), "AdmRulSearch", "admrul", read_row)
    assert page.total >= len(page.rows) > 0
    said = (folder / "admrul_body_ABRIDGED.xml").read_text()
    serial = said.partition("<행정규칙일련번호>")[2].partition("</")[0]
    row = replace(page.rows[0], serial=serial)
    assert read_rule(answer(folder / "admrul_body_ABRIDGED.xml"), row).passages
    found = list(read_delegations(answer(folder / "lsDelegated_SYNTHETIC.json"), "001823"))
    assert [one.target for one in found] == ["「건축법 시행령」 제2조", "「가평군 군계획 조례」"]
    assert {one.source for one in found} == {"law:001823#제2조"}


def test_open_data_of_seoul(formats: Path) -> None:
    folder = formats / "data.seoul"
    page = read_rows(answer(folder / "ok_SYNTHETIC.json"), "SERVICE_NAME")
    assert (page.total, [row["COL_A"] for row in page.rows]) == (2, ["x", "y"])
    assert read_rows(answer(folder / "error_INFO-200.json"), "X").total == 0
    with pytest.raises(Refused):
        read_rows(answer(folder / "error_INFO-100_SYNTHETIC.xml"), "X")


def test_links_between_laws(formats: Path) -> None:
    folder = formats / "law.go.kr"
    below = [
        one.target
        for one in read_hierarchy(answer(folder / "lsstmd_001823_ABRIDGED.xml"), "001823")
    ]
    assert below[:2] == ["law:002118", "law:006186"]
    assert {one.partition(":")[0] for one in below} == {"law", "admrul", "ordin"}
    found = read_three_way(answer(folder / "thdCmp_knd2_SYNTHETIC.json"), "001823")
    assert [(one.source, one.target) for one in found] == [
        ("law:001823#제26조", "law:002118#제20조"),
        ("law:001823#제26조", "law:006191#제20조"),
    ]
    (amends,) = read_amendment(answer(folder / "oldandnew_000030_mst283843.xml"), "000030")
    assert (amends.source, amends.target) == ("law:000030@283843", "law:000030@282481")
    enacted = (folder / "oldandnew_288527_enacted.xml").read_text()
    law_id = enacted.partition("<신조문_기본정보>")[2].partition("<법령ID>")[2].partition("<")[0]
    assert list(read_amendment(answer(folder / "oldandnew_288527_enacted.xml"), law_id)) == []
    page = read_changes(answer(folder / "dayjochg_regdt20260113.xml"))
    assert [(one.source, one.target) for one in page.rows[0]] == [
        ("law:012966@282785", "law:012966#제15조의2")
    ]
