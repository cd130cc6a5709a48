"""Packs of e-approval into the records: typed, linked, once, acknowledged only when stored.

The packs are synthetic, drawn from vendors' code: no real one is public.
"""

import base64
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from replay.edoc import EMAIL, TELEPHONE, Letter, envelope, hollow, pack, pubdoc

from crawlers.approval.answers import Answer
from crawlers.approval.folder import Folder
from crawlers.approval.intake import Intake
from crawlers.enclosed import Reading
from records.errors import Broken, DatabaseFault
from records.model import (
    Document,
    Kind,
    Member,
    Passage,
    Privacy,
    RelationKind,
    RequestStatus,
    Visibility,
)
from records.store import Records

MEMBERS = (
    Member("m1", "김의원", committees=("교통위원회",)),
    Member("m2", "박서울", committees=("교육위원회",)),
    Member("m3", "박서울", committees=("교통위원회",)),
)
DEMAND = Letter(
    body="<p>요구의원: 김의원 의원 (교통위원회)</p><p>제332회 임시회 관련</p>"
    "<p>제출기한: 2026. 3. 20.까지</p>"
)
ANSWER = Letter(
    title="의원 요구자료 제출",
    body="<p>1. 관련: 의사담당관-1234(2026.03.02.)</p>"
    "<table><tr><td>주차장</td><td>27곳</td></tr></table>",
    number="교통정책과-77",
    doc_id="6110000000077",
    day="2026-03-12",
    organ="서울특별시",
    attached=(("주차장 현황.txt", "거주자 우선 주차장 27곳".encode()), ("깨진 표.xlsx", b"PK")),
)


def read(name: str, content: bytes) -> Reading:
    if content == b"PK":
        raise Broken("표를 읽을 수 없음")
    return Reading("text/plain", (Passage(0, content.decode(), page=1, cell="1.1.1"),))


def gate(document: Document) -> Privacy:
    return Privacy.HELD if "주민등록번호" in document.text else Privacy.CLEAR


@pytest.fixture
def intake(records: Records) -> Intake:
    records.put_members(MEMBERS)
    return Intake(records, read, gate, own_code="9999999")


def take(intake: Intake, letter: Letter) -> Answer:
    return intake.take("in/one.xml", pack(letter), {})


def test_a_demand_is_typed_and_linked_from_its_head(intake: Intake, records: Records) -> None:
    answer = take(intake, DEMAND)
    assert (answer.kind, answer.status) == ("receive", "loaded")
    paper = records.document("edoc:6110000-6110000001234-2026")
    assert answer.document_id == paper.id
    assert (paper.kind, paper.members, paper.committee) == (Kind.REQUEST, ("김의원",), "교통위원회")
    assert (paper.session, paper.date, paper.unit) == (332, date(2026, 3, 2), "의사담당관")
    assert (paper.disclosure, paper.disclosure_ground) == ("비공개", "정보공개법 제9조제1항제5호")
    assert (paper.visibility, paper.readers) == (Visibility.NAMED, ("member:m1",))
    (asked,) = records.requests()
    assert (asked.member, asked.due, asked.status) == ("m1", date(2026, 3, 20), RequestStatus.ASKED)


@pytest.mark.parametrize("order", [(DEMAND, ANSWER), (ANSWER, DEMAND)])
def test_an_answer_finds_its_demand_whichever_comes_first(
    order: tuple[Letter, ...], intake: Intake, records: Records
) -> None:
    for letter in order:
        take(intake, letter)
    demand, answer = "edoc:6110000-6110000001234-2026", "edoc:6110000-6110000000077-2026"
    assert [r.source for r in records.relations(target=demand)] == [answer]
    assert records.relations(target=demand)[0].kind is RelationKind.ANSWERS
    (asked,) = records.requests()
    assert (asked.status, asked.answered) == (RequestStatus.ANSWERED, date(2026, 3, 12))


def test_an_answer_belongs_to_the_member_who_asked(intake: Intake, records: Records) -> None:
    take(intake, DEMAND)
    take(intake, ANSWER)
    paper = records.document("edoc:6110000-6110000000077-2026")
    assert (paper.members, paper.readers) == (("김의원",), ("member:m1",))


def test_attachments_are_kept_and_read_or_said_to_be_unreadable(
    intake: Intake, records: Records
) -> None:
    take(intake, ANSWER)
    paper = records.document("edoc:6110000-6110000000077-2026")
    assert [one.name for one in paper.attachments] == ["주차장 현황.txt", "깨진 표.xlsx"]
    assert records.originals.get(paper.attachments[1].sha256) == b"PK"
    cells = {p.cell: (p.text, p.page) for p in paper.passages if p.cell}
    assert cells["1.1.2"] == ("27곳", None)
    assert cells["2.1.1"] == ("거주자 우선 주차장 27곳", 1)
    assert "붙임을 읽지 못했습니다: 깨진 표.xlsx (표를 읽을 수 없음)" in paper.notes
    assert [f.path for f in records.failures()] == [f"{paper.id}!/깨진 표.xlsx"]


def test_the_same_pack_twice_is_one_document(intake: Intake, records: Records) -> None:
    take(intake, ANSWER)
    revision = records.last_revision()
    assert take(intake, ANSWER).status == "unchanged"
    assert records.last_revision() == revision
    assert sum(records.counts().values()) == 1


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("2026년도 행정사무감사 자료 제출", Kind.AUDIT),
        ("서울특별시 주차장 조례 일부개정조례안 제출", Kind.BILL),
        ("2026년도 제1회 추가경정예산안 제출", Kind.BUDGET),
        ("시정질문 서면 답변 송부", Kind.QUESTION),
        ("조례안 검토보고서 송부", Kind.REVIEW),
        ("직원 교육 안내", Kind.OTHER),
    ],
)
def test_kinds_come_from_titles(title: str, kind: Kind, intake: Intake, records: Records) -> None:
    answer = take(intake, ANSWER.but(title=title))
    assert records.document(str(answer.document_id)).kind is kind


def test_members_of_one_name_are_told_apart_or_not_linked(intake: Intake, records: Records) -> None:
    clear = DEMAND.but(body="<p>요구의원: 박서울 (교육위원회)</p>", doc_id="61100000000001")
    vague = DEMAND.but(body="<p>요구의원: 박서울</p>", doc_id="61100000000002")
    assert records.document(str(take(intake, clear).document_id)).readers == ("member:m2",)
    paper = records.document(str(take(intake, vague).document_id))
    assert (paper.members, paper.readers) == (("박서울",), ())
    assert "이름이 같은 의원이 2명이라 잇지 않았습니다: 박서울" in paper.notes


def test_a_bill_number_links_to_the_one_bill(intake: Intake, records: Records) -> None:
    records.put([Document("smc:1667", Kind.BILL, "조례안", number="1667")])
    answer = take(intake, ANSWER.but(body="<p>의안번호 제1667호</p>"))
    found = records.relations(source=answer.document_id)
    assert [(r.kind, r.target) for r in found] == [(RelationKind.MENTIONS, "smc:1667")]


def test_a_public_paper_with_personal_data_is_held(intake: Intake, records: Records) -> None:
    letter = ANSWER.but(body="<p>주민등록번호</p>", publication="1NNNNNNNN")
    answer = take(intake, letter)
    assert (answer.kind, answer.status) == ("receive", "held")
    assert records.document(str(answer.document_id)).visibility is Visibility.PUBLIC


def test_contact_fields_are_in_no_record_and_no_archive(
    intake: Intake, records: Records, tmp_path: Path
) -> None:
    take(intake, ANSWER)
    records.close()
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert "교통정책과-77".encode("cp949") in kept
    assert TELEPHONE.encode() not in kept
    assert EMAIL.encode() not in kept


GOOD = pack(DEMAND)
BROKEN = {
    "nothing": (b"", "비어"),
    "cut": (GOOD[: len(GOOD) // 2], "읽을 수 없습니다"),
    "no XML": (b"hello", "읽을 수 없습니다"),
    "another root": (b"<pubdoc/>", "<pack>"),
    "an entity bomb": (
        b'<!DOCTYPE pack [<!ENTITY a "aa">]><pack><header>&a;</header></pack>',
        "허용하지 않는",
    ),
    "no sender": (GOOD.replace(b"6110000</send-orgcode>", b"</send-orgcode>"), "보낸 기관"),
    "no pubdoc": (envelope(DEMAND, ""), "pubdoc.xml"),
    "base64 cut": (
        envelope(DEMAND, "<content content-role='pubdoc' filename='p'>PD9</content>"),
        "base64",
    ),
    "a wrong encoding": (b'<?xml version="1.0" encoding="euc-kr"?><pack>\xff\xff</pack>', "euc-kr"),
    "an attachment that did not come": (hollow(ANSWER)["pack.xml"], "함께 오지"),
    "no title": (pack(DEMAND.but(title="")), "제목"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_pack_is_answered_with_its_reason_and_kept(
    name: str, intake: Intake, records: Records, tmp_path: Path
) -> None:
    body, reason = BROKEN[name]
    folder = Folder(tmp_path / "edoc", intake, settle=0)
    (tmp_path / "edoc" / "in" / "one.xml").write_bytes(body)
    ((_, answer),) = folder.sweep()
    assert answer.kind == "fail"
    assert reason in (answer.reason or "")
    said = fromstring(
        (tmp_path / "edoc" / "out" / "fail_one.xml")
        .read_bytes()
        .decode("euc-kr")
        .partition("?>")[2]
    )
    content = said.find("contents/content[@content-role='fail']")
    assert content is not None
    assert base64.b64decode(content.text or "").decode("euc-kr") == answer.reason
    assert [p.read_bytes() for p in (tmp_path / "edoc" / "failed").iterdir()] == [body]
    assert [f.reason for f in records.failures()] == [answer.reason]
    assert records.counts() == {}


def test_a_folder_holds_a_pack_with_its_files_beside(
    intake: Intake, records: Records, tmp_path: Path
) -> None:
    folder = Folder(tmp_path / "edoc", intake, settle=0)
    drop = tmp_path / "edoc" / "in" / "0077"
    drop.mkdir()
    for name, content in hollow(ANSWER).items():
        (drop / name).write_bytes(content)
    ((name, answer),) = folder.sweep()
    assert (name, answer.kind) == ("0077", "receive")
    assert len(records.document(str(answer.document_id)).attachments) == 2
    assert not drop.exists()
    assert list(folder.sweep()) == []


def test_a_pack_that_is_still_being_written_waits(intake: Intake, tmp_path: Path) -> None:
    folder = Folder(tmp_path / "edoc", intake, settle=3600)
    (tmp_path / "edoc" / "in" / "one.xml").write_bytes(GOOD)
    assert list(folder.sweep()) == []


def test_nothing_is_answered_while_the_records_fail(
    intake: Intake, records: Records, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise DatabaseFault("디스크가 가득 찼습니다")

    folder = Folder(tmp_path / "edoc", intake, settle=0)
    (tmp_path / "edoc" / "in" / "one.xml").write_bytes(GOOD)
    with monkeypatch.context() as patch:
        patch.setattr(records, "put", broken)
        with pytest.raises(DatabaseFault):
            list(folder.sweep())
    assert list((tmp_path / "edoc" / "out").iterdir()) == []
    ((_, answer),) = folder.sweep()
    assert answer.kind == "receive"


def test_an_acknowledgement_is_not_acknowledged(intake: Intake, records: Records) -> None:
    assert take(intake, DEMAND.but(kind="accept")).kind == "none"
    assert records.counts() == {}


def test_the_drawn_sample_is_read(intake: Intake, records: Records, formats: Path) -> None:
    body = (formats / "edoc" / "pack_SYNTHETIC.xml").read_bytes()
    answer = replace(intake.take("sample", body, {}), body=b"")
    assert answer == Answer("receive", "edoc:6110000-6110000000039-2026", "loaded")
    paper = records.document("edoc:6110000-6110000000039-2026")
    assert (paper.title, paper.number) == ("조례안 이송에 대한 재의요구 여부 통보", "법무담당관-39")
    assert ("제1667호", "1.1.2") in [(p.text, p.cell) for p in paper.passages]


def test_content_in_cdata_and_letters_beyond_ksx1001(intake: Intake, records: Records) -> None:
    letter = DEMAND.but(body="<![CDATA[<p>똠방각하</p><p>둘째&nbsp;줄</p>]]>")
    paper = records.document(str(take(intake, letter).document_id))
    assert [p.text for p in paper.passages[1:]] == ["똠방각하", "둘째 줄"]
    assert "똠" in pubdoc(letter)
