"""조례 점검 in a real browser: opened first of all pages, narrowed, followed, saved; by keyboard."""

import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect
from ui_radar_council import HOSTILE

pytestmark = pytest.mark.xdist_group("browser")
_PROGRAM = Path(__file__).parents[1] / "ui_radar_council.py"


@pytest.fixture(scope="module")
def radar_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the served app."""
    folder = tmp_path_factory.mktemp("radar_served")
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


@pytest.fixture
def page(browser: Browser, radar_app: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="ko-KR")
    context.set_default_timeout(20_000)
    opened = context.new_page()
    opened.on("pageerror", lambda error: pytest.fail(f"error on the page: {error}"))
    opened.goto(f"{radar_app}radar")
    expect(opened.locator(".u-radar-card")).to_have_count(1, timeout=60_000)
    yield opened
    context.close()


def asked(page: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlparse(page.url).query).items()}


def test_what_changed_stands_there_with_its_words_marked(page: Page) -> None:
    """The radar is the first address opened after the start: the frame is there all the same."""
    expect(page.locator(".st-key-box")).to_be_visible()
    expect(page).to_have_title("조례 점검 · u-council")
    expect(page.locator("h1")).to_have_text("조례 점검")
    card = page.locator(".u-radar-card")
    expect(card.locator("h2")).to_have_text("가로등 설치 조례 제2조")
    expect(card.locator(".u-radar-places a")).to_have_text(HOSTILE)
    assert page.evaluate("typeof broken") == "undefined"
    card.locator("summary").click()
    expect(card.locator("mark")).to_have_text(["10룩스로", "20룩스로"])
    expect(card.locator(".u-radar-compare")).to_have_attribute(
        "href", "./law?id=ordin%3A700001&before=2008-06-30&day=2008-07-01"
    )


def test_repairs_and_the_filters_by_keyboard(page: Page) -> None:
    page.get_by_role("link", name="고칠 인용").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".u-radar-badge")).to_have_text("없는 조문")
    page.get_by_label("이날부터 시행").fill("2008-01-01")
    page.get_by_label("바뀐 법령").focus()
    page.keyboard.type("가로등 설치 조례")
    page.keyboard.press("Enter")
    expect(page.locator(".u-radar-empty")).to_have_text("고칠 인용이 없습니다.")
    assert asked(page) == {"show": "repairs", "law": "가로등 설치 조례", "since": "2008-01-01"}
    page.go_back()
    expect(page.locator(".u-radar-badge")).to_have_text("없는 조문")


def test_a_law_that_is_not_there_is_said(page: Page) -> None:
    page.get_by_label("바뀐 법령").fill("없는법")
    page.get_by_role("button", name="좁히기").click()
    expect(page.locator(".u-radar-empty")).to_contain_text("‘없는법’이라는 법령이 기록에 없습니다")
    page.get_by_role("link", name="모두 보기").click()
    expect(page.locator(".u-radar-card")).to_have_count(1)


def test_the_list_is_saved_as_a_workbook(page: Page) -> None:
    with page.expect_download() as started:
        page.get_by_role("link", name="엑셀로 저장").click()
    book = load_workbook(BytesIO(started.value.path().read_bytes()))
    assert book.sheetnames == ["바뀐 조문", "고칠 인용"]


def test_nothing_runs_over_a_narrow_screen(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    wide = "document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth"
    page.wait_for_function(wide)
    page.locator(".u-radar-places a").click()
    expect(page.locator("#u-reader h1")).to_have_text(HOSTILE)
