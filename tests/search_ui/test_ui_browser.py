"""What a person does, in a real browser: types by composition, opens, walks, goes back."""

from urllib.parse import parse_qs, quote, urlparse

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from ui_council import HOSTILE, NAME

pytestmark = pytest.mark.xdist_group("browser")


def compose(page: Page, *states: str) -> None:
    """Type as a Korean input method does: each state replaces the one before, none is final."""
    page.focus("#u-query")
    session = page.context.new_cdp_session(page)
    for state in states:
        size = len(state)
        session.send(
            "Input.imeSetComposition",
            {"text": state, "selectionStart": size, "selectionEnd": size},
        )
        expect(page.locator("#u-results")).to_have_attribute("data-query", state)


def search(page: Page, query: str) -> None:
    page.fill("#u-query", query)
    expect(page.locator("#u-results")).to_have_attribute("data-query", query)


def titles(page: Page) -> list[str]:
    return page.locator("#u-results a.u-open").all_inner_texts()


def parameters(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlparse(page.url).query)


def test_results_while_the_syllable_is_composed(screen: Page) -> None:
    compose(screen, "ㄷ", "도", "돗", "도서", "도설", "도서고", "도서과", "도서관")
    expect(screen.locator(".u-count strong")).to_have_text("30건")
    expect(screen.locator(".u-card mark").first).to_have_text("도서관")
    assert screen.evaluate("document.activeElement.id") == "u-query"
    screen.context.new_cdp_session(screen).send("Input.insertText", {"text": "도서관"})
    assert screen.input_value("#u-query") == "도서관"
    assert parameters(screen)["q"] == ["도서관"]


def test_the_end_of_a_composition_is_no_new_search(screen: Page) -> None:
    """It says again what was typed: an answer waited for would hold up the next syllable."""
    compose(screen, "ㄷ", "도")
    expect(screen.locator(".u-box.u-busy")).to_have_count(0)
    screen.context.new_cdp_session(screen).send("Input.insertText", {"text": "도"})
    assert screen.locator(".u-box.u-busy").count() == 0


def test_before_the_first_letter_the_newest_stand_there(screen: Page) -> None:
    expect(screen.locator(".u-count strong")).to_have_text("36건")
    expect(screen.locator(".u-card").first).to_contain_text("2009-12-03")
    assert screen.evaluate("document.documentElement.lang") == "ko"


def test_a_half_composed_word_has_results(screen: Page) -> None:
    compose(screen, "ㄱ", "가", "갈", "가로", "가롣", "가로드", "가로등")
    assert any("가로등 설치 조례" in title for title in titles(screen))


def test_typing_leaves_one_step_of_history(screen: Page) -> None:
    before = screen.evaluate("history.length")
    for query in ("도", "도서", "도서관"):
        search(screen, query)
    assert screen.evaluate("history.length") == before


def test_a_hit_opens_at_its_page_and_back_returns(screen: Page) -> None:
    search(screen, "공영주차장 요금")
    screen.locator(".u-passage", has_text="요금").first.click()
    expect(screen.locator("#u-reader h1")).to_have_text("공영주차장 확충 보고")
    assert parameters(screen)["page"] == ["3"]
    expect(screen.locator(".u-body mark.u-now")).to_have_text("공영주차장")
    expect(screen.locator(".u-sheet img")).to_have_js_property("complete", True)
    assert screen.locator(".u-sheet img").evaluate("image => image.naturalWidth") > 900
    expect(screen.locator(".u-hitbox.u-now")).to_have_count(1)
    screen.go_back()
    expect(screen.locator("#u-results")).to_have_attribute("data-query", "공영주차장 요금")
    expect(screen.locator("#u-query")).to_have_value("공영주차장 요금")


def test_keys_walk_the_hits_over_pages(screen: Page) -> None:
    search(screen, "공영주차장")
    screen.keyboard.press("Enter")
    at = titles(screen).index("공영주차장 확충 보고")
    for _ in range(at):
        screen.keyboard.press("ArrowDown")
    screen.keyboard.press("Enter")
    status = screen.locator(".u-tools [role=status]")
    expect(screen.locator("#u-reader h1")).to_have_text("공영주차장 확충 보고")
    seen = set()
    for _ in range(4):
        seen.add(status.inner_text())
        before = status.inner_text()
        screen.keyboard.press("n")
        expect(status).not_to_have_text(before)
    assert seen == {f"검색어 {number} / 4" for number in (1, 2, 3, 4)}
    here = status.inner_text()
    screen.keyboard.press("p")
    expect(status).not_to_have_text(here)
    screen.keyboard.press("Escape")
    expect(screen.locator("#u-results")).to_have_attribute("data-query", "공영주차장")


def test_pages_turn_and_say_what_is_missing(screen: Page, app: str) -> None:
    screen.goto(f"{app}reader?doc=test:report&q={quote('공영주차장')}&page=1")
    expect(screen.locator(".u-noticed")).to_contain_text("끝이 잘린 파일")
    screen.keyboard.press("ArrowRight")
    expect(screen.locator(".u-body")).to_contain_text("1,204면")
    screen.get_by_role("button", name="다음 쪽").click()
    expect(screen.locator(".u-body")).to_contain_text("맺음말")
    expect(screen.get_by_role("button", name="다음 쪽")).to_be_disabled()


def test_the_original_keeps_its_name(screen: Page, app: str) -> None:
    screen.goto(f"{app}reader?doc=test:report&q={quote('공영주차장')}")
    with screen.expect_download() as download:
        screen.get_by_role("link", name=f"원본 내려받기: {NAME}").click()
    assert download.value.suggested_filename == NAME


def test_what_papers_and_queries_hold_stays_text(screen: Page) -> None:
    search(screen, "정비안")
    expect(screen.locator("#u-results a.u-open").first).to_have_text(HOSTILE)
    screen.locator("#u-results a.u-open").first.click()
    expect(screen.locator("#u-reader h1")).to_have_text(HOSTILE)
    expect(screen.locator(".u-body")).to_contain_text("<b>굵게</b>")
    search_text = "<img src=x onerror='broken = 1'> 정비안"
    screen.fill("#u-query", search_text)
    expect(screen.locator("#u-results")).to_have_attribute("data-query", search_text)
    assert screen.locator("#u-results img, #u-results script").count() == 0
    assert screen.evaluate("typeof broken") == "undefined"


def test_marks_stand_right_behind_letters_of_two_units(screen: Page) -> None:
    search(screen, "가로수")
    expect(screen.locator(".u-card mark").first).to_have_text("가로수")


def test_nothing_found_says_what_to_try(screen: Page) -> None:
    search(screen, '도서관 "없는말이다"')
    advice = screen.locator(".u-advice")
    expect(advice).to_contain_text("모든 낱말이 있는 자료가 없습니다")
    advice.get_by_role("link", name="“도서관”만 찾기").click()
    expect(screen.locator(".u-count strong")).to_have_text("30건")


def test_facets_stay_and_narrow(screen: Page) -> None:
    search(screen, "도서관")
    screen.get_by_role("checkbox", name="의안 20건").click()
    expect(screen.locator(".u-count strong")).to_have_text("20건")
    expect(screen.get_by_role("checkbox", name="행정사무감사자료 10건")).to_be_visible()
    screen.get_by_role("checkbox", name="교통위원회 10건").click()
    expect(screen.locator(".u-count strong")).to_have_text("10건")
    screen.get_by_role("link", name="교통위원회 조건 빼기").click()
    expect(screen.locator(".u-count strong")).to_have_text("20건")
    screen.go_back()
    expect(screen.locator(".u-count strong")).to_have_text("10건")


def test_pages_of_results_and_a_copied_address(screen: Page, context: BrowserContext) -> None:
    search(screen, "도서관")
    screen.get_by_role("link", name="최신순").click()
    expect(screen.get_by_role("link", name="최신순")).to_have_attribute("aria-current", "true")
    first = titles(screen)
    screen.get_by_role("link", name="2쪽", exact=True).click()
    expect(screen.locator("#u-results a.u-open").first).not_to_have_text(first[0])
    second = titles(screen)
    assert parameters(screen)["p"] == ["2"]
    copied = context.new_page()
    copied.goto(screen.url)
    expect(copied.locator("#u-results a.u-open").first).to_have_text(second[0])
    assert titles(copied) == second
    search(screen, "도서관 예산")
    assert "p" not in parameters(screen)


def test_the_law_of_a_day(screen: Page) -> None:
    search(screen, "가로등 밝기")
    screen.locator("#u-asof").fill("2006-03-01")
    expect(screen.locator(".u-card").first).to_contain_text("10룩스")
    screen.locator("#u-results a.u-open").first.click()
    expect(screen.locator(".u-article[aria-current]")).to_contain_text("10룩스")
    expect(screen.locator(".u-article[aria-current] .u-days-of")).to_have_text(
        "시행 2005-01-01 ~ 2008-06-30"
    )
    screen.locator(".u-versions a", has_text="현행").click()
    expect(screen.locator(".u-body")).to_contain_text("20룩스")


def test_tables_are_tables(screen: Page, app: str) -> None:
    screen.goto(f"{app}reader?doc=test:table&q={quote('염화칼슘')}")
    expect(screen.locator(".u-table td mark")).to_have_text("염화칼슘")
    assert screen.locator(".u-table tr").count() == 3


def test_what_is_not_for_this_reader_is_as_if_absent(screen: Page, app: str) -> None:
    screen.goto(f"{app}reader?doc=test:secret&q={quote('감사')}")
    expect(screen.get_by_role("alert")).to_contain_text("없는 문서: test:secret")


def test_keys_and_names_for_everyone(screen: Page) -> None:
    search(screen, "도서관")
    screen.keyboard.press("Enter")
    assert screen.evaluate("document.activeElement.className") == "u-open"
    screen.keyboard.press("/")
    assert screen.evaluate("document.activeElement.id") == "u-query"
    screen.keyboard.press("Escape")
    assert screen.input_value("#u-query") == ""
    screen.get_by_role("button", name="검색 도움말").click()
    expect(screen.get_by_role("dialog", name="검색 도움말")).to_contain_text("시점:2009-02-24")
    expect(screen.get_by_role("combobox", name="의회 자료 검색")).to_be_visible()
    expect(screen.locator(".u-banner")).to_contain_text("시연용")
    assert "u-council" in screen.title()
