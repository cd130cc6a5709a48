"""Putting, reading, withdrawing and releasing papers, on both databases."""

from dataclasses import replace
from datetime import date

import pytest

from records.changes import Change
from records.errors import Misuse, UnknownDocument
from records.model import Attachment, Document, Kind, Passage, Privacy, Visibility
from records.viewer import ROLES, Viewer

FULL = Document(
    id="seoul:request-7",
    kind=Kind.REQUEST,
    title="지하철 9호선 요금 자료",
    date=date(2009, 2, 24),
    number="제213-7호",
    unit="교통국",
    session=213,
    committee="교통위원회",
    members=("m012", "m013"),
    agency="서울특별시",
    disclosure="부분공개",
    disclosure_ground="제9조제1항제6호",
    retention="5년",
    visibility=Visibility.NAMED,
    readers=("member:m012",),
    privacy=Privacy.RELEASED,
    source="seoul",
    source_url="https://example.org/7",
    attachments=(Attachment("답변.hwp", "0" * 64, "application/x-hwp", 3),),
    notes=("쪽 번호는 추정",),
    synthetic=True,
    passages=(
        Passage(0, "요금 현황", page=1, heading=True),
        Passage(1, "1,200원\x00", page=1, cell="1.2.3"),
        Passage(2, "발언 \ud800", speaker="김○○ 위원", article="제5조의2"),
    ),
)


def test_what_is_stored_comes_back_whole(records):
    assert records.put([FULL])[0].status == "loaded"
    assert records.document(FULL.id) == replace(FULL, revision=1)


def test_the_same_again_is_unchanged_and_a_change_is_the_next_revision(records, paper):
    first = records.put([paper(1), paper(2)])
    again = records.put([paper(1), paper(2, text="고침")])
    assert [(one.status, one.revision) for one in first] == [("loaded", 1), ("loaded", 2)]
    assert [(one.status, one.revision) for one in again] == [("unchanged", 1), ("loaded", 3)]
    assert records.last_revision() == 3


def test_of_one_id_twice_in_a_batch_the_last_counts(records, paper):
    outcomes = records.put([paper(1, "먼저"), paper(1, "나중"), paper(1, "나중")])
    assert [one.status for one in outcomes] == ["loaded", "loaded", "unchanged"]
    assert records.document("seoul:bill-1").text == "나중"
    assert records.changes(0, 10) == [Change("seoul:bill-1", 2, False, False)]


def test_changes_come_by_revision_and_in_pages(records, paper):
    records.put([paper(n) for n in range(5)])
    records.put([paper(0, "고침")])
    first = records.changes(0, 3)
    rest = records.changes(first[-1].revision, 3)
    assert [one.revision for one in first + rest] == [2, 3, 4, 5, 6]
    assert records.changes(6, 3) == []


def test_revisions_are_sorted_as_python_sorts(records, paper):
    ids = ["b:가", "B:1", "a:Z", "a:z", "a:_", "a:1"]
    records.put([paper(id=one) for one in ids])
    records.withdraw("a:z")
    listed = list(records.revisions())
    assert [one[0] for one in listed] == sorted(ids)
    assert [one[0] for one in listed if not one[2]] == ["a:z"]


def test_all_documents_are_listed_over_several_pages(records, paper, monkeypatch):
    monkeypatch.setattr("records.changes.PAGE", 3)
    records.put([paper(n) for n in range(9)])
    assert len(list(records.revisions())) == 9


def test_a_withdrawn_paper_is_a_tombstone_and_can_come_back(records, paper):
    records.put([paper(1)])
    records.withdraw("seoul:bill-1")
    assert records.changes(1, 9) == [Change("seoul:bill-1", 2, True, False)]
    assert records.documents(["seoul:bill-1"]) == {}
    assert records.counts() == {}
    with pytest.raises(UnknownDocument):
        records.withdraw("seoul:bill-1")
    assert records.put([paper(1)])[0].status == "loaded"
    assert records.document("seoul:bill-1").revision == 3


def test_a_held_paper_is_seen_by_staff_only_through_the_list(records, paper):
    held = paper(1, privacy=Privacy.HELD)
    assert records.put([held, held])[0].status == "held"
    assert [one.id for one in records.held()] == ["seoul:bill-1"]
    assert records.changes(0, 9) == [Change("seoul:bill-1", 1, True, False)]
    assert list(records.revisions()) == [("seoul:bill-1", 1, False)]
    for role in ROLES:
        with pytest.raises(UnknownDocument, match="없는 문서"):
            records.read("seoul:bill-1", Viewer(role))


def test_released_stays_released_until_the_content_changes(records, paper):
    held = paper(1, privacy=Privacy.HELD)
    records.put([held])
    assert records.release("seoul:bill-1").revision == 2
    assert records.put([held])[0].status == "unchanged"
    assert records.document("seoul:bill-1").privacy is Privacy.RELEASED
    assert records.put([paper(1, "주민번호", privacy=Privacy.HELD)])[0].status == "held"
    assert records.held() != []


def test_the_gate_may_hold_what_was_clear(records, paper):
    records.put([paper(1)])
    assert records.put([paper(1, privacy=Privacy.HELD)])[0].status == "held"
    assert records.changes(1, 9) == [Change("seoul:bill-1", 2, True, False)]


def test_only_what_is_held_can_be_released(records, paper):
    records.put([paper(1)])
    for one in ("seoul:bill-1", "seoul:nothing"):
        with pytest.raises(Misuse):
            records.release(one)


def test_forbidden_and_absent_sound_the_same(records, paper):
    records.put([paper(1, visibility=Visibility.STAFF)])
    with pytest.raises(UnknownDocument) as forbidden:
        records.read("seoul:bill-1", Viewer("public"))
    with pytest.raises(UnknownDocument) as absent:
        records.read("seoul:bill-9", Viewer("public"))
    assert str(forbidden.value).replace("bill-1", "bill-9") == str(absent.value)
    assert records.read("seoul:bill-1", Viewer("staff")).title == "의안 1"


def test_counts_by_kind(records, paper):
    records.put([paper(1), paper(2), paper(3, kind=Kind.PRESS), paper(4, privacy=Privacy.HELD)])
    assert records.counts() == {"bill": 3, "press": 1}


def test_more_documents_than_one_statement_holds(records, paper):
    papers = [paper(n) for n in range(1_203)]
    records.put(papers)
    found = records.documents(one.id for one in papers)
    assert len(found) == 1_203
    assert {one.status for one in records.put(papers)} == {"unchanged"}


def test_an_empty_batch_is_nothing(records):
    assert records.put([]) == []
    assert records.last_revision() == 0


@pytest.mark.parametrize("name", ["", "a\0b", "a\ud800", "'; DROP TABLE documents; --", "law:\0"])
def test_whatever_is_asked_for_is_just_unknown(records, name):
    for ask in (records.document, records.statute):
        with pytest.raises(UnknownDocument):
            ask(name)
    assert records.find_statutes(name) == []


@pytest.mark.parametrize("name", ["", "a\0b", "a\ud800"])
def test_no_document_has_such_an_id(records, paper, name):
    with pytest.raises(Misuse, match="문서 id"):
        records.put([paper(1), paper(id=name)])
    assert records.counts() == {}
