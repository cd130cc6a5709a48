"""Collections, pinned revisions, saved searches, history, the board's counts, decisions."""

from datetime import date, timedelta

import pytest

from records.errors import Misuse, UnknownDocument
from records.model import Privacy, Visibility
from records.pins import Pin
from records.searches import FEWEST, REMEMBERED
from records.store import Records
from records.viewer import Viewer

STAFF, PUBLIC = Viewer("staff"), Viewer("public")
OWNER, OTHER = "staff", "member:m012"


def pins(records: Records, name: str) -> list[str]:
    return [item.pin.document for item in records.collection(name, OWNER).items]


def test_a_pinned_revision_keeps_its_words(records, paper):
    records.put([paper(1, "처음 글")])
    revision = records.keep_revision("seoul:bill-1", STAFF)
    records.put([paper(1, "고친 글")])
    assert records.read("seoul:bill-1", STAFF).text == "고친 글"
    then = records.read_revision("seoul:bill-1", revision, STAFF)
    assert (then.text, then.revision) == ("처음 글", revision)
    assert records.keep_revision("seoul:bill-1", STAFF) == revision + 1


@pytest.mark.parametrize(
    "change", [{"visibility": Visibility.STAFF}, {"privacy": Privacy.HELD}], ids=str
)
def test_who_may_not_read_the_paper_today_reads_no_pinned_text(records, paper, change):
    records.put([paper(1, "처음 글")])
    revision = records.keep_revision("seoul:bill-1", PUBLIC)
    records.put([paper(1, "고친 글", **change)])
    with pytest.raises(UnknownDocument):
        records.read_revision("seoul:bill-1", revision, PUBLIC)


def test_a_text_that_was_not_for_them_then_is_not_for_them_now(records, paper):
    records.put([paper(1, "안의 글", visibility=Visibility.STAFF)])
    revision = records.keep_revision("seoul:bill-1", STAFF)
    with pytest.raises(UnknownDocument):
        records.keep_revision("seoul:bill-1", PUBLIC)
    records.put([paper(1, "공개할 글")])
    assert records.read_revision("seoul:bill-1", revision, STAFF).text == "안의 글"
    with pytest.raises(UnknownDocument):
        records.read_revision("seoul:bill-1", revision, PUBLIC)


def test_what_is_withdrawn_leaves_no_pinned_text(records, paper):
    records.put([paper(1, "처음 글")])
    revision = records.keep_revision("seoul:bill-1", STAFF)
    records.withdraw("seoul:bill-1")
    records.put([paper(1, "다시 온 글")])
    with pytest.raises(UnknownDocument):
        records.read_revision("seoul:bill-1", revision, STAFF)


@pytest.mark.parametrize("revision", [0, -1, 2**70])
def test_a_revision_that_never_was(records, paper, revision):
    records.put([paper(1)])
    with pytest.raises(UnknownDocument):
        records.read_revision("seoul:bill-1", revision, STAFF)


def test_a_collection_keeps_order_and_notes(records):
    name = records.make_collection(OWNER, "  주차장\n확충 ")
    for number in range(3):
        assert records.add_item(name, OWNER, Pin(f"a:{number}", 1, page=number + 1), "메모")
    assert not records.add_item(name, OWNER, Pin("a:0", 1, page=1))
    last = records.collection(name, OWNER).items[2]
    records.move_item(name, OWNER, last.id, 0)
    records.note_item(name, OWNER, last.id, "셋째\r\n줄\0")
    found = records.collection(name, OWNER)
    assert (found.name, pins(records, name)) == ("주차장 확충", ["a:2", "a:0", "a:1"])
    assert found.items[0].note == "셋째\n줄"
    records.remove_item(name, OWNER, last.id)
    assert pins(records, name) == ["a:0", "a:1"]
    records.move_item(name, OWNER, found.items[1].id, 99)
    assert pins(records, name) == ["a:1", "a:0"]
    records.drop_collection(name, OWNER)
    assert records.collections(OWNER) == []


def test_what_is_anothers_is_as_if_absent(records):
    name = records.make_collection(OWNER, "주차장")
    records.add_item(name, OWNER, Pin("a:1", 1))
    item = records.collection(name, OWNER).items[0].id
    mine = records.make_collection(OTHER, "내 것")
    for forbidden in (
        lambda: records.collection(name, OTHER),
        lambda: records.rename_collection(name, OTHER, "x"),
        lambda: records.share_collection(name, OTHER, True),
        lambda: records.drop_collection(name, OTHER),
        lambda: records.add_item(name, OTHER, Pin("a:2", 1)),
        lambda: records.remove_item(name, OTHER, item),
        lambda: records.remove_item(mine, OTHER, item),
        lambda: records.note_item(mine, OTHER, item, "x"),
        lambda: records.move_item("\0", OTHER, item, 0),
    ):
        with pytest.raises(Misuse):
            forbidden()
    assert len(records.collection(name, OWNER).items) == 1


def test_a_shared_address_can_be_closed(records):
    name = records.make_collection(OWNER, "주차장")
    first = records.share_collection(name, OWNER, True)
    assert records.shared_collection(first).id == name
    second = records.share_collection(name, OWNER, True)
    for gone in (first, "", "\0"):
        with pytest.raises(Misuse):
            records.shared_collection(gone)
    assert records.share_collection(name, OWNER, False) is None
    with pytest.raises(Misuse):
        records.shared_collection(second)


def test_saved_searches_remember_how_far_they_were_looked_at(records):
    one = records.save_search(OWNER, "주차", "q=주차장", seen=7)
    records.saw_search(one, OWNER, 9)
    records.mailed_search(one, OWNER, 8)
    records.mail_search(one, OWNER, "seo@council.example")
    (found,) = records.saved_searches(OWNER)
    assert (found.seen, found.mailed, found.email) == (9, 8, "seo@council.example")
    assert records.search_of_feed(found.token) == found
    assert records.saved_searches(OTHER) == []
    with pytest.raises(Misuse):
        records.drop_search(one, OTHER)
    records.drop_search(one, OWNER)
    with pytest.raises(Misuse):
        records.search_of_feed(found.token)


def test_history_is_ones_own_and_can_be_cleared(records):
    for address in ("q=가", "q=나", "q=가"):
        records.remember_search(OWNER, address, 3)
    records.remember_search(OTHER, "q=다", 0)
    past = records.past_searches(OWNER)
    assert [one.address for one in past] == ["q=가", "q=나"]
    records.forget_searches(OTHER, past[0].id)
    assert len(records.past_searches(OWNER)) == 2
    records.forget_searches(OWNER, past[0].id)
    assert [one.address for one in records.past_searches(OWNER)] == ["q=나"]
    records.forget_searches(OWNER)
    assert (records.past_searches(OWNER), len(records.past_searches(OTHER))) == ([], 1)


def test_history_has_an_end(records):
    for number in range(REMEMBERED + 5):
        records.remember_search(OWNER, f"q={number}", 1)
    past = records.past_searches(OWNER)
    assert (len(past), past[-1].address) == (REMEMBERED, "q=5")


def test_the_board_shows_nothing_that_few_asked(records):
    day = date(2026, 3, 2)
    for number in range(FEWEST):
        records.count_asked("주차장  조례", 5, day + timedelta(days=number))
        records.count_asked("없는 말", 0, day)
        if number:
            records.count_asked("홍길동", 0, day)
    often = [(one.query, one.times, one.empty) for one in records.asked_often(day)]
    assert sorted(often) == [("없는 말", 3, 3), ("주차장 조례", 3, 0)]
    assert [one.query for one in records.asked_often(day, failed=True)] == ["없는 말"]
    assert [o.query for o in records.asked_often(day + timedelta(days=1))] == []
    records.forget_asked(day + timedelta(days=400))
    assert records.asked_often(day) == []


def test_decisions_stay(records):
    records.note_decision("staff", "풀기", "file:1", "공개된 자료임\0")
    records.note_decision("staff", "두기", "file:2", "주민등록번호")
    assert [(d.deed, d.target) for d in records.decisions()] == [
        ("두기", "file:2"),
        ("풀기", "file:1"),
    ]
