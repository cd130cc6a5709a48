"""The research desk in a real browser: years, searching within, reasons, more words, complaints."""

from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.xdist_group("browser")


def search(page: Page, query: str) -> None:
    page.fill("#u-query", query)
    expect(page.locator("#u-results")).to_have_attribute("data-query", query)


def parameters(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlparse(page.url).query)


def test_years_are_a_table_whose_rows_narrow_and_stay(screen: Page) -> None:
    search(screen, "도서관")
    table = screen.get_by_role("table", name="연도별 건수")
    expect(table.get_by_role("row")).to_have_count(3)
    expect(table.get_by_role("row").nth(1)).to_contain_text("15")
    table.get_by_role("link", name="2008년").click()
    expect(screen.locator(".u-count strong")).to_have_text("15건")
    assert parameters(screen)["from"] == ["2008-01-01"]
    assert parameters(screen)["to"] == ["2008-12-31"]
    expect(screen.locator("#u-from")).to_have_value("2008-01-01")
    expect(table.get_by_role("link", name="2009년")).to_be_visible()
    expect(table.get_by_role("link", name="2008년")).to_have_attribute("aria-current", "true")
    table.get_by_role("link", name="2008년").click()
    expect(screen.locator(".u-count strong")).to_have_text("30건")


def test_what_is_found_is_searched_again(screen: Page) -> None:
    search(screen, "도서관")
    screen.get_by_label("결과 안에서 다시 찾기").last.fill("교통위원회")
    screen.keyboard.press("Enter")
    expect(screen.locator("#u-results")).to_have_attribute("data-query", "도서관 교통위원회")
    expect(screen.locator(".u-count strong")).to_have_text("15건")
    expect(screen.locator("#u-query")).to_have_value("도서관 교통위원회")
    screen.go_back()
    expect(screen.locator(".u-count strong")).to_have_text("30건")


def test_every_page_is_reached_and_holds_what_the_count_says(screen: Page) -> None:
    search(screen, "도서관")
    seen: list[str] = []
    for number in (1, 2, 3):
        if number > 1:
            screen.get_by_role("link", name=f"{number}쪽", exact=True).click()
            expect(screen.locator(".u-card").first).not_to_have_attribute("data-id", seen[-10])
        cards = screen.locator(".u-card")
        expect(cards).to_have_count(10)
        seen += [card.get_attribute("data-id") or "" for card in cards.all()]
    assert len(set(seen)) == 30
    assert screen.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0
    expect(screen.locator(".u-pages [aria-current]")).to_have_text("3")


def test_why_a_hit_is_there_without_a_score_for_the_public(screen: Page) -> None:
    search(screen, "도서관 예산")
    first = screen.locator(".u-card").first
    first.locator("summary", has_text="왜 여기?").click()
    expect(first.locator(".u-why li").first).to_have_text("모든 말이 있습니다")
    expect(first.locator(".u-why")).not_to_contain_text("점수")
    assert not any(letter.isdigit() for letter in first.locator(".u-why").inner_text())


def test_related_words_are_asked_when_the_query_rests_and_shown_if_there_are_any(
    screen: Page,
) -> None:
    with screen.expect_response(lambda answer: "/api/v1/related" in answer.url) as heard:
        for query in ("도", "도서", "도서관"):
            search(screen, query)
    assert parse_qs(urlparse(heard.value.url).query)["q"] == ["도서관"]
    assert heard.value.json() == {"words": []}
    expect(screen.get_by_role("navigation", name="함께 찾아볼 말")).to_be_hidden()


def test_a_failed_search_is_told_by_one_click(screen: Page) -> None:
    search(screen, "없는말이다")
    screen.get_by_role("button", name="이 검색은 실패했다").click()
    expect(screen.locator("#u-said")).to_contain_text("고맙습니다")
    expect(screen.get_by_role("button", name="이 검색은 실패했다")).to_be_disabled()


def test_the_answer_says_what_it_stands_on_and_stays_open(screen: Page) -> None:
    search(screen, "도서관")
    screen.locator(".u-standing summary").click()
    expect(screen.locator(".u-standing li").first).to_contain_text("나오지 않습니다")
    search(screen, "도서관 예산")
    expect(screen.locator(".u-standing li").first).to_be_visible()
    expect(screen.get_by_role("heading", level=1)).to_have_text("“도서관 예산” 검색 결과")


def test_on_a_tablet_the_filters_open_above_the_results(screen: Page) -> None:
    screen.set_viewport_size({"width": 820, "height": 1180})
    search(screen, "도서관")
    narrowing = screen.get_by_role("navigation", name="결과 좁히기")
    bills = narrowing.get_by_role("checkbox", name="의안 20건")
    expect(bills).to_be_hidden()
    fold = narrowing.locator("summary")
    expect(fold).to_have_text("거르기")
    assert (fold.bounding_box() or {})["y"] < (
        screen.locator(".u-count").bounding_box() or {"y": 0}
    )["y"]
    screen.get_by_role("button", name="이 검색 저장").click(trial=True)  # nothing lies upon it
    fold.focus()
    screen.keyboard.press("Enter")
    expect(bills).to_be_visible()
    bills.focus()
    screen.keyboard.press("Space")
    expect(screen.locator(".u-count strong")).to_have_text("20건")
    expect(fold).to_contain_text("1개 걸림")
    expect(bills).to_be_focused()
    screen.set_viewport_size({"width": 1280, "height": 800})
    expect(fold).to_be_hidden()
    expect(bills).to_be_visible()
