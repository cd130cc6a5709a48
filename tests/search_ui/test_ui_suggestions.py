"""The list under the box, by keyboard and during composition; and the help on one key."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.xdist_group("browser")


def compose(page: Page, *states: str) -> None:
    """Type as a Korean input method does; the last syllable stays open."""
    page.focus("#u-query")
    session = page.context.new_cdp_session(page)
    for state in states:
        where = {"selectionStart": len(state), "selectionEnd": len(state)}
        session.send("Input.imeSetComposition", {"text": state, **where})


def close_syllable(page: Page, text: str) -> None:
    page.context.new_cdp_session(page).send("Input.insertText", {"text": text})


def active(page: Page) -> str:
    return page.evaluate("document.activeElement.getAttribute('aria-activedescendant') ?? ''")


def test_completions_come_while_the_syllable_is_open(screen: Page) -> None:
    compose(screen, "ㄱ", "가", "갈", "가로", "가롣", "가로드", "가로등")
    box, options = screen.locator("#u-query"), screen.get_by_role("option")
    expect(options.first).to_contain_text("가로등 설치 조례")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(box).to_have_attribute("aria-controls", "u-suggestions")
    assert screen.evaluate("document.activeElement.id") == "u-query"
    close_syllable(screen, "가로등")
    screen.keyboard.press("ArrowDown")
    assert active(screen) == options.first.get_attribute("id")
    expect(options.first).to_have_attribute("aria-selected", "true")
    screen.keyboard.press("ArrowUp")
    assert active(screen) == ""
    screen.keyboard.press("ArrowDown")
    screen.keyboard.press("Enter")
    expect(screen.locator("#u-results")).to_have_attribute("data-query", "가로등 설치 조례")
    assert screen.input_value("#u-query") == "가로등 설치 조례"
    expect(screen.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")


def test_escape_closes_the_list_first_and_the_results_are_one_key_away(screen: Page) -> None:
    compose(screen, "도서관")
    close_syllable(screen, "도서관")
    expect(screen.get_by_role("listbox", name="이어 쓸 말")).to_be_visible()
    screen.keyboard.press("Escape")
    expect(screen.get_by_role("listbox")).to_be_hidden()
    assert screen.input_value("#u-query") == "도서관"
    screen.keyboard.press("ArrowDown")
    assert screen.evaluate("document.activeElement.className") == "u-open"
    screen.keyboard.press("Escape")
    screen.keyboard.press("Escape")
    assert screen.input_value("#u-query") == ""


def test_enter_without_a_choice_goes_to_the_results_as_before(screen: Page) -> None:
    compose(screen, "도서관")
    close_syllable(screen, "도서관")
    expect(screen.get_by_role("option")).not_to_have_count(0)
    expect(screen.locator("#u-results")).to_have_attribute("data-query", "도서관")
    screen.keyboard.press("Enter")
    assert screen.evaluate("document.activeElement.className") == "u-open"
    expect(screen.get_by_role("listbox")).to_be_hidden()


def test_beyond_the_last_completion_the_arrow_goes_on_to_the_results(screen: Page) -> None:
    compose(screen, "김하")
    close_syllable(screen, "김하")
    options = screen.get_by_role("option")
    expect(options.first).to_contain_text("김하나")
    expect(options.first).to_contain_text("의원")
    expect(screen.locator("#u-results")).to_have_attribute("data-query", "김하")
    for _ in range(options.count()):
        screen.keyboard.press("ArrowDown")
    expect(options.last).to_have_attribute("aria-selected", "true")
    screen.keyboard.press("Escape")
    options.first.wait_for(state="hidden")
    assert screen.evaluate("document.activeElement.id") == "u-query"


def test_a_completion_is_taken_by_a_click_and_the_box_keeps_the_focus(screen: Page) -> None:
    compose(screen, "김하")
    close_syllable(screen, "김하")
    screen.get_by_role("option").first.click()
    expect(screen.locator("#u-results")).to_have_attribute("data-query", "김하나")
    assert screen.evaluate("document.activeElement.id") == "u-query"
    intent = screen.locator(".u-intent")
    expect(intent).to_contain_text("의원 김하나")
    intent.get_by_role("link").click()
    expect(screen.locator("#u-results")).to_have_attribute("data-query", '"김하나"')
    expect(screen.locator(".u-intent")).to_have_count(0)


def test_other_words_are_said_and_taken_back(screen: Page) -> None:
    screen.fill("#u-query", "ehtjrhks")
    said = screen.locator(".u-instead")
    expect(said).to_contain_text("‘ehtjrhks’ 그대로는 찾은 것이 없어 ‘도서관’(으)로 찾았습니다")
    expect(screen.locator(".u-count strong")).to_have_text("30건")
    said.get_by_role("link", name="원래 말 그대로 찾기").click()
    expect(screen.locator(".u-count strong")).to_have_text("0건")
    expect(said).to_have_count(0)


def test_a_question_mark_opens_the_keys(screen: Page) -> None:
    help_ = screen.get_by_role("dialog", name="검색 도움말")
    screen.keyboard.press("?")
    expect(help_).to_contain_text("이어 쓸 말 고르기")
    assert screen.input_value("#u-query") == ""
    screen.keyboard.press("Escape")
    expect(help_).to_be_hidden()
    assert screen.evaluate("document.activeElement.id") == "u-query"
    screen.fill("#u-query", "도서관")
    screen.keyboard.press("End")
    screen.keyboard.type("?")
    assert screen.input_value("#u-query") == "도서관?"
    expect(screen.locator("#u-results")).to_have_attribute("data-query", "도서관?")
    screen.keyboard.press("Escape")
    screen.keyboard.press("Enter")
    screen.keyboard.press("?")
    expect(help_).to_be_visible()
