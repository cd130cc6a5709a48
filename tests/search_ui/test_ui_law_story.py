"""Whoever checks the law, in a real browser: from a bill to the article of that day and today's, to
what else cites it, to the comparison and onto paper; by pointer, and by keyboard alone."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, quote, urlparse

import httpx
import pypdfium2
import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from ui_law_council import ACT, BILL, HOSTILE

pytestmark = pytest.mark.xdist_group("browser")
_PROGRAM = Path(__file__).parents[1] / "ui_law_council.py"
LAW = "law:100001"
SIZES = ((1280, 800), (820, 1180))
COMPARED = f"law?id={LAW}&day=2020-01-01&before=2009-01-01"


@pytest.fixture(scope="session")
def law_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the served app."""
    folder = tmp_path_factory.mktemp("law_served")
    command = [sys.executable, "-P", str(_PROGRAM), str(folder)]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
    assert process.stdout is not None
    try:
        address = process.stdout.readline().strip()
        assert address, (folder / "log").read_text(encoding="utf-8")
        yield address
    finally:
        process.terminate()
        process.wait(timeout=30)
        process.stdout.close()


@pytest.fixture(params=SIZES, ids=["desk", "tablet"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height}, locale="ko-KR")
    context.set_default_timeout(20_000)
    expect.set_options(timeout=20_000)
    opened = context.new_page()
    opened.on("pageerror", lambda error: pytest.fail(f"error on the page: {error}"))
    yield opened
    expect.set_options(timeout=5_000)
    context.close()


def cited(page: Page, text: str) -> Locator:
    return page.locator(".u-cite", has_text=text).first


def parameters(page: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlparse(page.url).query).items()}


def fits(page: Page) -> bool:
    """Nothing makes the page scroll sideways."""
    return bool(
        page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth")
    )


def on_paper(page: Page) -> str:
    """What stands on the printed pages."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    try:
        return "\n".join(one.get_textpage().get_text_bounded() for one in document)
    finally:
        document.close()


def test_from_a_bill_to_the_printed_comparison(page: Page, law_app: str) -> None:
    page.goto(f"{law_app}reader?doc=test:bill")
    expect(page.locator("#u-reader h1")).to_have_text(BILL)
    cited(page, "제5조제1항").click()
    preview = page.get_by_role("dialog", name=f"{ACT} 제5조 미리보기")
    expect(preview.locator("del")).to_have_text(["20일"])
    expect(preview.locator(".u-asked")).to_have_text(
        ["① 시장은 요구를 받은 날부터 20일 이내에 자료를 제출하여야 한다."]
    )
    expect(preview.locator("ins")).to_have_text(["7일"])
    expect(preview.get_by_role("heading", level=3)).to_have_text(
        ["그날(2009-03-02) · 시행 2009-01-01 ~ 2019-12-31", "오늘 · 시행 2020-01-01 ~"]
    )
    assert fits(page)
    preview.get_by_role("link", name="이 조문에 기대는 자료 4건").click()
    expect(page.locator(".u-resting h2")).to_contain_text("제5조에 기대는 자료 4건")
    page.get_by_role("link", name="자료요구", exact=True).click()
    expect(page.locator("#u-reader h1")).to_have_text("자료요구")
    expect(page.locator(".u-cited-here")).to_have_text("「의회자료법」 제5조제1항")
    expect(page.locator(".u-cited-here")).to_be_in_viewport()
    page.go_back()
    page.get_by_role("link", name="신구대비").click()
    expect(page.locator(".u-beside thead th")).to_have_text(
        ["현행 [시행 2009-01-01]", "개정 [시행 2020-01-01]"]
    )
    page.evaluate("window.print = () => { window.asked = true }")
    page.get_by_role("button", name="인쇄").click()
    assert page.evaluate("window.asked")
    paper = on_paper(page)
    for words in ("20일 이내에", "7일 이내에", "현행 [시행 2009-01-01]", "개정 [시행 2020-01-01]"):
        assert words in paper
    assert "견주기" not in paper
    assert "통합검색" not in paper


def test_the_same_by_keyboard_alone(page: Page, law_app: str) -> None:
    page.goto(f"{law_app}reader?doc=test:bill")
    expect(cited(page, "제5조제1항")).to_be_visible()
    tab_to(
        page,
        "document.activeElement.matches('.u-cite') && document.activeElement.innerText.includes('제5조제1항')",
    )
    page.keyboard.press("Enter")
    preview = page.get_by_role("dialog", name=f"{ACT} 제5조 미리보기")
    expect(preview.locator("ins")).to_have_text(["7일"])
    expect(preview).to_be_focused()
    page.keyboard.press("Escape")
    expect(preview).to_be_hidden()
    expect(cited(page, "제5조제1항")).to_be_focused()
    assert "doc" in parameters(page)  # Esc closed the preview and did not leave the paper
    page.keyboard.press("Enter")
    expect(preview.locator("ins")).to_have_text(["7일"])
    tab_to(page, "document.activeElement.innerText.startsWith('이 조문에 기대는 자료')")
    page.keyboard.press("Enter")
    expect(page.locator(".u-resting h2")).to_contain_text("4건")
    tab_to(page, "document.activeElement.innerText === '신구대비'")
    page.keyboard.press("Enter")
    expect(page.locator(".u-beside del").first).to_be_visible()
    tab_to(page, "document.activeElement.innerText === '한 줄로'")
    page.keyboard.press("Enter")
    expect(page.locator(".u-inline").first).to_be_visible()
    expect(page.get_by_role("link", name="한 줄로")).to_have_attribute("aria-current", "true")
    page.evaluate("window.print = () => { window.asked = true }")
    tab_to(page, "document.activeElement.innerText === '인쇄'")
    page.keyboard.press("Enter")
    assert page.evaluate("window.asked")
    paper = on_paper(page)
    assert "20일" in paper
    assert "7일" in paper


def tab_to(page: Page, there: str) -> None:
    """Press Tab until ``there`` is true of the page."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate(there):
            return
    raise AssertionError(f"Tab never came to where {there}")


def test_what_is_not_resolved_says_why_and_is_no_link(page: Page, law_app: str) -> None:
    page.goto(f"{law_app}reader?doc=test:bill")
    unknown = page.locator(".u-uncited", has_text="「없는법률」 제3조")
    expect(unknown).to_have_attribute("role", "button")
    unknown.click()
    expect(page.get_by_role("dialog", name="이어지지 않은 인용")).to_contain_text(
        "기록에 없는 법령"
    )
    page.keyboard.press("Escape")
    page.locator(".u-uncited", has_text="안 제2조").click()
    expect(page.get_by_role("dialog", name="이어지지 않은 인용")).to_contain_text("개정안의 조문")
    assert page.locator("a", has_text="없는법률").count() == 0


def test_hovering_shows_the_preview_and_leaving_takes_it_away(page: Page, law_app: str) -> None:
    page.goto(f"{law_app}reader?doc=test:bill")
    cited(page, "같은 법 제6조").hover()
    preview = page.get_by_role("dialog", name=f"{ACT} 제6조 미리보기")
    expect(preview).to_contain_text("오늘은 제7조입니다.")
    preview.hover()
    expect(preview).to_be_visible()
    page.mouse.move(1, 1)
    page.locator("#u-reader h1").hover()
    expect(preview).to_be_hidden()


def test_a_law_is_found_opened_on_a_day_and_compared(page: Page, law_app: str) -> None:
    page.goto(f"{law_app}law")
    page.get_by_role("searchbox", name="법령 이름").fill("의회 자료")
    page.get_by_role("button", name="찾기", exact=True).click()
    expect(page.locator(".u-lawstart [role=status]")).to_contain_text("‘의회 자료’")
    page.get_by_role("link", name=ACT, exact=True).click()
    expect(page.locator("#u-law h1")).to_have_text(ACT)
    expect(page).to_have_title(f"{ACT} · 법령 · u-council")
    expect(page.locator(".u-facts")).to_contain_text("출처와 맞춰 본 날 2026-03-02")
    page.locator("#u-lawday").fill("2009-02-24")
    page.get_by_role("button", name="보기", exact=True).click()
    expect(page.locator(".u-lawtext")).to_contain_text("20일 이내에")
    if page.locator(".u-tree ol").is_hidden():
        page.locator(".u-tree summary").click()
    page.locator(".u-tree a", has_text="제5조").click()
    expect(page.locator(".u-one[aria-current]")).to_contain_text("제5조(기한)")
    expect(page.locator(".u-past li")).to_have_count(2)
    page.get_by_role("link", name="2020-01-01 ~ 글을 바로 앞 글과 대비").click()
    expect(page.locator(".u-beside tbody")).to_have_count(1)
    page.get_by_role("link", name="바뀐 곳 모두 보기").click()
    expect(page.locator(".u-only")).to_have_count(0)  # 제5조 stands first before and after
    expect(page.locator(".u-beside tbody th").first).to_contain_text("제5조")
    page.select_option("#u-before", "2020-01-01")
    page.select_option("#u-day", "2009-01-01")
    page.get_by_role("button", name="견주기").click()
    expect(page.locator("#u-before")).to_have_value("2009-01-01")
    expect(page.locator("#u-day")).to_have_value("2020-01-01")
    assert (parameters(page)["before"], parameters(page)["day"]) == ("2009-01-01", "2020-01-01")
    expect(page.locator(".u-beside thead th").first).to_have_text("현행 [시행 2009-01-01]")
    with page.expect_download() as download:
        page.get_by_role("link", name="HWPX 파일로 내려받기").click()
    assert download.value.suggested_filename == f"{ACT} 신구조문대비표 2009-01-01 2020-01-01.hwpx"
    page.get_by_role("link", name="3단 비교").click()
    expect(page.locator(".u-three td", has_text="법 제5조제2항에 따라")).to_be_visible()
    assert fits(page)


def test_an_address_and_back_give_the_same_view(page: Page, law_app: str) -> None:
    page.goto(f"{law_app}{COMPARED}&inline=1")
    expect(page.locator(".u-inline del", has_text="20일")).to_be_visible()
    page.get_by_role("link", name="나란히").click()
    expect(page.locator(".u-beside")).to_be_visible()
    page.go_back()
    expect(page.locator(".u-inline").first).to_be_visible()
    page.reload()
    expect(page.locator(".u-inline del", has_text="20일")).to_be_visible()


def test_what_laws_and_papers_hold_stays_text(page: Page, law_app: str) -> None:
    page.goto(f"{law_app}reader?doc=test:hostile")
    cited(page, "제9조").click()
    expect(page.get_by_role("dialog").locator("ins")).to_have_text(["더"])
    expect(page.get_by_role("dialog")).to_contain_text(HOSTILE)
    for address in (
        f"law?id={LAW}&article={quote('제9조')}",
        f"{COMPARED}&article={quote('제9조')}",
        f"{COMPARED}&inline=1&article={quote('제9조')}",
        "law?id=law:100004",
        f"law?id={LAW}&show=resting",
        f"law?name={quote(HOSTILE)}",
        f"law?id={quote(HOSTILE)}",
        f"law?id={LAW}&article={quote(HOSTILE)}",
    ):
        page.goto(f"{law_app}{address}")
        expect(page.locator("#u-law")).to_contain_text("onerror")
        assert page.evaluate("typeof broken") == "undefined"
        assert page.locator("#u-law img, #u-law script").count() == 0


def test_what_is_not_for_this_reader_is_as_if_absent(page: Page, law_app: str) -> None:
    page.goto(f"{law_app}law?id=law:100009")
    expect(page.get_by_role("alert")).to_contain_text("없는 문서: law:100009")


def test_routes_say_why_and_files_have_their_form(law_app: str) -> None:
    asked = {"id": LAW, "before": "2009-01-01", "day": "2020-01-01"}
    with httpx.Client(base_url=law_app, timeout=60) as client:
        absent = client.get("laws/preview", params={"id": "law:100009"})
        assert (absent.status_code, absent.json()["reason"]) == (404, "없는 문서: law:100009")
        assert client.get("papers/citations", params={"doc": "test:secret"}).status_code == 404
        found = client.get("papers/citations", params={"doc": "test:bill", "leaf": "x"}).json()
        assert len(found["citations"]) == 6
        for form, head in (("html", b"<!doctype html>"), ("xlsx", b"PK"), ("hwpx", b"PK")):
            answer = client.get("laws/compare", params=asked | {"form": form})
            assert answer.content.startswith(head)
            assert answer.headers["content-disposition"].endswith(f".{form}")
            assert HOSTILE.encode() not in answer.content
        assert client.get("laws/compare", params=asked | {"form": "exe"}).status_code == 422
        assert client.get("laws/compare", params=asked | {"day": "1990-01-01"}).status_code == 404
