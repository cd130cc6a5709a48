"""A researcher's story: search, collect with notes, reorder, export, cite, come back for news."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pytest
from hostile import word
from hwpx import HwpxDocument
from playwright.sync_api import Browser, Page, expect
from work_council import FORMULA, HOSTILE, load, make_home, served, tab_to

from ucouncil.settings import Settings

pytestmark = pytest.mark.xdist_group("browser")
SIZES = [(1280, 800), (820, 1180)]
REPORT, FEES = "공영주차장 확충 보고", "주차장 요금 검토"


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return make_home(tmp_path_factory.mktemp("work") / "home")


@pytest.fixture(scope="module")
def address(settings: Settings) -> Iterator[str]:
    with served(settings.home) as at:
        yield at


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    width, height = request.param
    context = browser.new_context(
        viewport={"width": width, "height": height}, locale="ko-KR", accept_downloads=True
    )
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.set_default_timeout(20_000)
    opened = context.new_page()
    opened.on("pageerror", lambda error: pytest.fail(f"error on the page: {error}"))
    expect.set_options(timeout=20_000)
    yield opened
    expect.set_options(timeout=5_000)
    assert opened.evaluate("typeof broken") == "undefined"
    context.close()


def search(page: Page, address: str, query: str) -> None:
    page.goto(address)
    page.wait_for_selector("#u-query")
    page.fill("#u-query", query)
    expect(page.locator("#u-results")).to_have_attribute("data-query", query)


def collect(page: Page, title: str, into: str, note: str) -> None:
    page.get_by_role("button", name=f"자료집에 담기: {title}", exact=True).click()
    box = page.get_by_role("dialog", name="자료집에 담기")
    box.get_by_label("메모 (쓰지 않아도 됩니다)").fill(note)
    known = box.locator("ul button", has_text=into)
    if known.count():
        known.first.click()
    else:
        box.get_by_label("새 자료집 이름").fill(into)
        box.get_by_role("button", name="만들어 담기").click()
    expect(page.locator("#u-said")).to_contain_text("담았습니다")
    expect(box).to_be_hidden()


def titles(page: Page) -> list[str]:
    return page.locator(".u-items h2").all_inner_texts()


def exported(page: Page, name: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("link", name=name).click()
    return Path(download.value.path()).read_bytes()


def test_from_a_search_to_an_exported_collection(page: Page, address: str) -> None:
    width = page.viewport_size["width"] if page.viewport_size else 0
    name = f"<img src=x onerror='broken = 1'> 주차장 {width}"
    search(page, address, "주차장")
    for title, note in ((REPORT, "면수를 볼 것"), (HOSTILE, "=1+1"), (FORMULA, "셋째\n줄")):
        collect(page, title, name, note)
    page.get_by_role("navigation", name="화면").get_by_role("link", name="자료집").click()
    expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
    assert titles(page) == [REPORT, HOSTILE, FORMULA]
    page.get_by_role("button", name=f"{FORMULA} 위로").click()
    expect(page.locator(".u-items h2").nth(1)).to_have_text(FORMULA)
    assert titles(page) == [REPORT, FORMULA, HOSTILE]
    note = page.get_by_label(f"{REPORT} 메모")
    note.fill("면수 1,204면을 인용할 것")
    page.get_by_role("button", name="메모 저장").click()
    expect(page.locator("#u-said")).to_have_text("메모를 적었습니다")
    page.reload()
    expect(page.get_by_label(f"{REPORT} 메모")).to_have_value("면수 1,204면을 인용할 것")
    check_sheet(exported(page, "XLSX"))
    check_papers(exported(page, "DOCX"), exported(page, "HWPX"))
    check_bundle(exported(page, "ZIP (원본 포함)"))


def check_sheet(content: bytes) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(content))["자료집"]
    rows = list(sheet.iter_rows(min_row=4))
    assert [row[1].value for row in rows] == [REPORT, FORMULA, HOSTILE]
    assert {cell.data_type for row in rows for cell in row if cell.value} == {"n", "s"}
    assert [row[7].value for row in rows] == ["면수 1,204면을 인용할 것", "셋째\n줄", "=1+1"]
    assert "주차면은 모두 1,204면이다." in rows[0][8].value
    assert "reader?doc=" in rows[0][9].value


def check_papers(word_file: bytes, hangul_file: bytes) -> None:
    paper = docx.Document(io.BytesIO(word_file))
    headings = [p.text for p in paper.paragraphs if p.style and p.style.name == "Heading 2"]
    assert headings == [f"1. {REPORT} (2쪽)", f"2. {FORMULA}", f"3. {HOSTILE}"]
    hangul = HwpxDocument.open(io.BytesIO(hangul_file))
    text = "\n".join(p.text for section in hangul.sections for p in section.paragraphs)
    assert text.index(REPORT) < text.index(FORMULA) < text.index(HOSTILE)
    assert "메모: 면수 1,204면을 인용할 것" in text


def check_bundle(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        names = bundle.namelist()
        assert bundle.read("원본/001 확충.pdf").startswith(b"%PDF")
    assert [one for one in names if one.startswith("원본/")] == [
        "원본/001 확충.pdf", "원본/002 수식.docx", "원본/003 정비.docx",
    ]  # fmt: skip


def test_the_same_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector("#u-query")
    page.keyboard.type("요금")
    expect(page.locator("#u-results")).to_have_attribute("data-query", "요금")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    if not _on_keep(page):
        tab_to(page, lambda name: name.startswith("자료집에 담기"))
    page.keyboard.press("Enter")
    box = page.get_by_role("dialog", name="자료집에 담기")
    expect(box).to_be_visible()
    while page.evaluate("document.activeElement.id") != "u-new":
        page.keyboard.press("Tab")
    name = f"글쇠 {page.viewport_size['width'] if page.viewport_size else ''}"
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    expect(page.locator("#u-said")).to_have_text(f"“{name}”에 담았습니다")
    expect(box).to_be_hidden()
    assert _on_keep(page)  # the focus is back where it was
    page.goto(f"{address}collections")
    page.wait_for_selector(".u-items")
    tab_to(page, "DOCX")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert Path(download.value.path()).read_bytes().startswith(b"PK")
    tab_to(page, lambda found: found.endswith("메모"))
    page.keyboard.type("글쇠로 적음")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#u-said")).to_have_text("메모를 적었습니다")
    tab_to(page, "자료집 지우기")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "정말 지우기"
    page.keyboard.press("Enter")
    expect(page.locator("#u-said")).to_have_text("자료집을 지웠습니다")


def _on_keep(page: Page) -> bool:
    return bool(page.evaluate("document.activeElement.classList.contains('u-keep')"))


def test_keys_change_the_order(page: Page, address: str) -> None:
    name = f"순서 {page.viewport_size['width'] if page.viewport_size else ''}"
    search(page, address, "주차장")
    collect(page, REPORT, name, "")
    collect(page, FEES, name, "")
    page.goto(f"{address}collections")
    expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
    page.get_by_role("link", name=FEES).focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator(".u-items h2").first).to_have_text(FEES)
    assert page.evaluate("document.activeElement.textContent") == FEES
    page.keyboard.press("Alt+End")
    expect(page.locator(".u-items h2").nth(1)).to_have_text(FEES)


def test_a_citation_shows_its_revision_years_on(
    page: Page, address: str, settings: Settings
) -> None:
    wide = page.viewport_size and page.viewport_size["width"] > 1000
    subject = "도서관 열람실" if wide else "체육관 대관료"
    paper = settings.home.parent / f"{subject}.docx"
    paper.write_bytes(word(f"{subject}: 처음에 적은 글이다."))
    load(settings, [paper])
    search(page, address, subject)
    page.locator("#u-results a.u-open").first.click()
    page.wait_for_selector("#u-reader h1")
    page.get_by_role("button", name="인용 카드").click()
    page.get_by_role("dialog", name="인용 카드").get_by_role("button", name="복사").click()
    expect(page.locator("#u-said")).to_have_text("인용 카드를 복사했습니다")
    card = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert any("원본 SHA-256 " in line and len(line.split()[-1]) == 64 for line in card)
    assert any("판" in line and "file:" in line for line in card)
    paper.write_bytes(word(f"{subject}: 나중에 고친 글이다."))
    load(settings, [paper])
    page.goto(card[-1])
    expect(page.locator(".u-body")).to_contain_text("처음에 적은 글이다.")
    expect(page.locator(".u-noticed")).to_contain_text("지금은")
    page.get_by_role("link", name="지금 글 보기").click()
    expect(page.locator(".u-body")).to_contain_text("나중에 고친 글이다.")


def test_a_saved_search_tells_of_new_papers(page: Page, address: str, settings: Settings) -> None:
    width = page.viewport_size["width"] if page.viewport_size else 0
    search(page, address, "주차장 소식")
    page.get_by_role("button", name="이 검색 저장").click()
    box = page.get_by_role("dialog", name="이 검색 저장")
    box.get_by_label("이름").fill(f"소식 {width}")
    box.get_by_role("button", name="저장").click()
    expect(page.locator("#u-said")).to_contain_text("검색을 저장했습니다")
    paper = settings.home.parent / f"소식{width}.docx"
    paper.write_bytes(word(f"주차장 소식 {width}번을 알린다."))
    load(settings, [paper])
    page.goto(f"{address}saved")
    mine = page.locator(".u-search", has=page.get_by_role("link", name=f"소식 {width}"))
    expect(mine).to_contain_text("새 자료 1건")
    feed = page.request.get(
        mine.get_by_role("link", name="피드 (Atom)").get_attribute("href") or ""
    )
    assert f"소식{width}" in feed.text() or "검토보고서" in feed.text()
    mine.get_by_role("button", name="새 자료 확인함").click()
    expect(mine).to_contain_text("새 자료 없음")
    mine.get_by_role("button", name=f"소식 {width} 지우기").click()
    expect(mine).to_have_count(0)


def test_history_is_there_and_can_be_cleared(page: Page, address: str) -> None:
    with page.expect_response("**/work/act"):  # the search has settled
        search(page, address, "정비")
    page.get_by_role("button", name="최근 검색").click()
    box = page.get_by_role("dialog", name="최근 검색")
    expect(box.get_by_role("link", name="“정비”")).to_be_visible()
    box.get_by_role("link", name="모두 보기·지우기").click()
    page.get_by_role("button", name="모두 지우기").click()
    expect(page.get_by_text("기록이 없습니다.")).to_be_visible()


def test_a_shared_address_is_for_reading_only(page: Page, address: str, settings: Settings) -> None:
    name = f"나눔 {page.viewport_size['width'] if page.viewport_size else ''}"
    search(page, address, "요금")
    collect(page, FEES, name, "함께 볼 것")
    page.goto(f"{address}collections")
    page.get_by_role("button", name="주소로 나누기").click()
    shared = page.get_by_label("나누는 주소 (보기만, 여는 사람의 권한대로 보입니다)").input_value()
    with served(settings.home, "public") as other:
        page.goto(shared.replace(address, other))
        expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
        expect(page.locator(".u-items")).to_contain_text("지금 볼 수 없는 자료")
        expect(page.locator(".u-items")).to_contain_text("함께 볼 것")
        expect(page.get_by_role("button", name="빼기")).to_have_count(0)
        expect(page.get_by_role("link", name="관리")).to_have_count(0)
