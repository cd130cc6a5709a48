"""The reader's outline, finding in one document, and the papers beside it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from ui_council import council

from records.errors import UnknownDocument
from records.model import Passage, Relation, RelationKind
from search_ui.address import View
from search_ui.desk import Desk
from search_ui.finding import find
from search_ui.outline import SHOWN, index_of, outline
from search_ui.places import Place
from search_ui.reading import reading
from search_ui.related import related

BILL, REPORT, SECRET, LAW = "test:bill-01", "test:report", "test:secret", "ordin:700001"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with council(tmp_path_factory.mktemp("council")) as made:
        made.records.put_relations(
            [
                Relation(REPORT, RelationKind.MENTIONS, BILL),
                Relation(SECRET, RelationKind.MENTIONS, BILL),
                Relation(BILL, RelationKind.AMENDS, f"{LAW}#제2조"),
            ]
        )
        yield made


def test_lines_that_look_like_headings_make_the_outline() -> None:
    lines = ["제1장 총칙", "1. 제안 이유", "가. 현황", "1. 이것은 문장이다.", "2009. 5. 1.", "Ⅰ. 개요",
             "제1장에서 본 바와 같다", "10.5 퍼센트"]  # fmt: skip
    entries, more = outline([Passage(n, line) for n, line in enumerate(lines)])
    assert [(one.label, one.level) for one in entries] == [
        ("제1장 총칙", 1),
        ("1. 제안 이유", 2),
        ("가. 현황", 2),
        ("Ⅰ. 개요", 1),
    ]
    assert more == 0


def test_articles_and_speakers_are_named_once_each() -> None:
    law = [
        Passage(0, "제1장 총칙", heading=True),
        Passage(1, "제1조(목적) 이 조례는", article="제1조"),
        Passage(2, "1. 호이다", article="제1조"),
        Passage(3, "본문", article="제2조"),
    ]
    assert [one.label for one in outline(law)[0]] == ["제1장 총칙", "제1조(목적)", "제2조"]
    said = [Passage(n, "말씀", speaker=who) for n, who in enumerate(["갑", "갑", "을", "갑"])]
    assert [(one.label, one.index) for one in outline(said)[0]] == [("갑", 0), ("을", 2), ("갑", 3)]


def test_a_long_outline_ends_and_says_how_many_more() -> None:
    entries, more = outline([Passage(n, f"제{n + 1}장 장") for n in range(SHOWN + 7)])
    assert (len(entries), more) == (SHOWN, 7)


def test_words_are_found_letter_by_letter_and_over_line_ends() -> None:
    passages = [Passage(0, "공영 주차장(2009)"), Passage(1, "공영"), Passage(2, "주차장")]
    assert find(passages, "공영 주차장") == {0: ((0, 6),), 1: ((0, 2),), 2: ((0, 3),)}
    assert find(passages, "(2009)") == {0: ((6, 12),)}
    assert find(passages, "공영주차장") == find(passages, " ") == {}


def test_finding_takes_the_query_s_place_and_keeps_the_way_back(desk: Desk) -> None:
    view = View(q="조명")
    shown = reading(desk, view, Place(REPORT, find="공영주차장", hit=1))
    assert (shown["total"], shown["leaf"], shown["back"]) == (4, 1, view.link())
    assert [leaf for _, leaf in shown["turns"]] == [1, 2, 3]
    assert "find=" in shown["here"]
    assert "find=" not in shown["unfound"]
    assert reading(desk, view, Place(REPORT, find="없는 말", page=2, hit=1))["total"] == 0


def test_papers_beside_it_are_grouped_and_closed_ones_stay_closed(desk: Desk) -> None:
    shown = related(desk, desk.records.read(BILL, desk.viewer))
    assert {one["name"]: len(one["items"]) for one in shown["groups"]} == {
        "이것을 가리킴": 1,
        "고치는 법규": 1,
    }
    assert shown["flow"] == "./glance?show=bill&id=test%3Abill-01"
    with pytest.raises(UnknownDocument):
        reading(desk, View(), Place(SECRET))


def test_an_outline_s_entry_opens_its_leaf(desk: Desk) -> None:
    key = reading(desk, View(), Place(LAW))["outline"]["items"][-1]["href"].partition("head=")[2]
    shown = reading(desk, View(), Place.of({"doc": LAW, "head": key}))
    assert [one["here"] for one in shown["outline"]["items"]][-1]
    assert shown["head"] is not None
    assert reading(desk, View(), Place(REPORT, head="없는 것"))["leaf"] == 1


def test_an_entry_keeps_its_address_when_a_revision_puts_something_before_it() -> None:
    old = [Passage(n, line) for n, line in enumerate(["제1장 총칙", "1. 현황", "1. 현황"])]
    new = [Passage(0, "머리말을 더하였다."), Passage(1, "0. 개요"), *old]
    keys = [one.key for one in outline(old)[0]]
    assert len(set(keys)) == 3
    assert [index_of(new, key) for key in keys] == [2, 3, 4]
    assert index_of(new, "6") is None


def test_entries_of_the_same_words_are_told_apart_by_what_they_stand_over() -> None:
    lines = ["1. 현황", "갑과의 현황이다.", "1. 현황", "을과의 현황이다."]
    old = [Passage(n, line) for n, line in enumerate(lines)]
    new = [Passage(0, "1. 현황"), Passage(1, "새 과의 현황이다."), *old]
    keys = [one.key for one in outline(old)[0]]
    assert [index_of(new, key) for key in keys] == [2, 4]
    rewritten = [*old[:3], Passage(3, "을과의 것을 고쳐 썼다.")]
    assert [index_of(rewritten, key) for key in keys] == [0, 2]
    assert index_of(old, keys[1][:8] + "-2") == 2  # an address of before the words were in it


def test_keys_find_over_all_pages(screen: Page, app: str) -> None:
    screen.goto(f"{app}reader?doc={REPORT}&page=2")
    screen.wait_for_selector(".u-body p")
    screen.keyboard.press("f")
    field = screen.get_by_label("이 자료 안에서 찾기")
    expect(field).to_be_focused()
    field.press_sequentially("공영주차장")
    field.press("Enter")
    expect(screen.locator(".u-find [role=status]")).to_have_text("4곳")
    expect(screen.locator("mark.u-now")).to_have_text("공영주차장")
    expect(field).to_be_focused()
    field.press("Shift+Enter")
    expect(screen.locator(".u-tools")).to_contain_text("찾는 말 4 / 4")
    expect(screen.locator(".u-tools")).to_contain_text("3 / 3쪽")
    field.fill("없는말")
    field.press("Enter")
    expect(screen.locator(".u-find [role=status]")).to_have_text("없음")
    field.press("Escape")
    expect(screen.get_by_role("button", name="찾기 닫기")).to_have_count(0)
    assert "find=" not in screen.url
    screen.goto(f"{app}reader?doc={LAW}")
    screen.get_by_role("navigation", name="차례").get_by_role("link").last.press("Enter")
    expect(screen.locator(".u-head-here")).to_be_focused()
    screen.set_viewport_size({"width": 640, "height": 400})
    assert screen.evaluate("document.documentElement.scrollWidth") <= 640
