"""A member in a meeting: ten seconds, one line to type in, the paper at the page, and back; the
network that drops; the bundle to take along; the screen that staff put a paper on."""

import html.parser
import os
import re
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlparse

import httpx
import pytest
from meeting_council import BODY, EARLIER, FEES, HELD, LAW, REPORT, Wire, make_meetings
from playwright.sync_api import Browser, Page, expect
from work_council import HOSTILE, served

from records.timeline import today
from search_ui.meeting.bundle import still_name
from ucouncil.settings import Settings

pytestmark = pytest.mark.xdist_group("browser")
SIZES = [(1280, 800), (820, 1180)]
WORD = (
    "ㄱ",
    "고",
    "공",
    "공ㅇ",
    "공여",
    "공영",
    "공영ㅈ",
    "공영주",
    "공영줓",
    "공영주차",
    "공영주찾",
    "공영주차자",
    "공영주차장",
)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return make_meetings(tmp_path_factory.mktemp("meeting") / "home")


@pytest.fixture(scope="module")
def address(settings: Settings) -> Iterator[str]:
    with served(settings.home) as at:
        yield at


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, height = request.param
    context = browser.new_context(
        viewport={"width": width, "height": height}, locale="ko-KR", accept_downloads=True
    )
    context.set_default_timeout(20_000)
    opened = context.new_page()
    opened.on("pageerror", lambda error: pytest.fail(f"error on the page: {error}"))
    yield opened
    context.close()


def picture(page: Page, name: str) -> None:
    """Keep what is on screen for the guides, where `UCOUNCIL_PICTURES` names a folder."""
    folder = os.environ.get("UCOUNCIL_PICTURES")
    if folder and (page.viewport_size or {}).get("width") == SIZES[0][0]:
        page.screenshot(path=Path(folder) / f"{name}.png")


def enter(page: Page, address: str) -> None:
    page.goto(f"{address}meeting")
    page.wait_for_selector(".u-sitting")
    page.evaluate("window.kept = true")


def compose(page: Page, *states: str) -> None:
    """Type as a Korean input method does, then close the syllable."""
    session = page.context.new_cdp_session(page)
    for state in states:
        size = len(state)
        session.send(
            "Input.imeSetComposition", {"text": state, "selectionStart": size, "selectionEnd": size}
        )
        expect(page.locator("#u-results")).to_have_attribute("data-query", state)
    session.send("Input.insertText", {"text": states[-1]})


def parameters(page: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlparse(page.url).query).items()}


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.innerText || document.activeElement.id"))


def test_a_member_finds_the_page_and_is_back_by_one_key(page: Page, address: str) -> None:
    enter(page, address)
    expect(page.locator("h1")).to_contain_text(f"{today().month}월 {today().day}일")
    expect(page.locator("#u-query")).to_be_focused()
    compose(page, *WORD)
    expect(page.locator(".u-match mark").first).to_have_text("공영주차장")
    picture(page, "meeting-search")
    page.keyboard.press("Enter")
    expect(page.locator("#u-reader h1")).to_have_text(REPORT)
    opened = parameters(page)
    assert opened["page"].isdecimal()
    expect(page.locator(".u-body mark.u-now")).to_have_text("공영주차장")
    expect(page.locator(".u-back")).to_have_text("← 회의 중")
    page.keyboard.press("n")
    page.keyboard.press("Escape")
    expect(page.locator("#u-results")).to_have_attribute("data-query", "공영주차장")
    expect(page.locator("a.u-open").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#u-query")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".u-matter")).to_have_count(4)
    assert page.evaluate("window.kept")  # nothing of it loaded the page anew


def test_the_agenda_by_keys(page: Page, address: str) -> None:
    enter(page, address)
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("link", name=REPORT, exact=True)).to_be_focused()
    page.keyboard.press("ArrowDown")
    assert focused(page) == HOSTILE
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowRight")
    assert FEES in focused(page)
    page.keyboard.press("Enter")
    expect(page.locator("#u-reader h1")).to_have_text(FEES)
    page.keyboard.press("Escape")
    expect(page.locator(".u-hand a", has_text=FEES)).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#u-query")).to_be_focused()


def test_what_may_not_be_read_is_not_named(page: Page, address: str) -> None:
    enter(page, address)
    expect(page.locator(".u-absent")).to_have_count(2)
    assert HELD not in page.locator("#u-results").inner_text()
    assert page.locator("#u-results img, #u-results script").count() == 0
    assert page.evaluate("typeof broken") == "undefined"


def test_days_are_in_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}meeting?day={EARLIER}")
    page.wait_for_selector(".u-sitting")
    expect(page.locator(".u-sitting h2")).to_have_text(f"제212회 {BODY}")
    page.get_by_role("link", name="다음 회의일").click()
    expect(page.locator(".u-sitting h2")).to_have_text("제213회 본회의")
    page.go_back()
    expect(page.locator(".u-sitting h2")).to_have_text(f"제212회 {BODY}")
    page.goto(f"{address}meeting?day=2009-02-25")
    page.wait_for_selector(".u-nearest")
    expect(page.locator(".u-note")).to_have_text("2009년 2월 25일 (수)에는 회의가 없습니다.")
    page.get_by_role("link", name=f"지난 2009년 2월 24일 (화) {BODY}").click()
    expect(page.locator(".u-sitting h2")).to_have_text(f"제212회 {BODY}")


def test_large_enough_for_fingers_and_never_wider_than_the_screen(page: Page, address: str) -> None:
    enter(page, address)
    small = page.evaluate("""() => [...document.querySelectorAll(
        '.u-chamber a, .u-chamber button, .u-chamber input, .u-meeting a, .u-meeting button, .u-meeting input')]
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
        .map((one) => one.outerHTML.slice(0, 80))""")
    assert small == []
    wide = "document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth"
    assert page.evaluate(wide)
    picture(page, "meeting")


def test_dark_and_light(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="dark")
    enter(page, address)
    paper = "getComputedStyle(document.querySelector('.stApp')).backgroundColor"
    assert page.evaluate(paper) == "rgb(16, 22, 29)"
    page.get_by_role("button", name="밝게").click()
    assert page.evaluate(paper) == "rgb(255, 255, 255)"
    page.reload()
    page.wait_for_selector(".u-sitting")
    expect(page.get_by_role("button", name="어둡게")).to_be_visible()
    page.get_by_role("button", name="어둡게").click()
    page.get_by_role("link", name="통합검색").click()
    expect(page.locator(".u-card").first).to_be_visible()
    assert page.evaluate(paper) == "rgb(255, 255, 255)"


def test_the_last_results_stay_while_the_network_is_gone(page: Page, address: str) -> None:
    wire = Wire(address)
    try:
        page.goto(f"{wire.address}meeting?q={quote('주차장')}")
        page.wait_for_selector(".u-match")
        found = page.locator(".u-match").count()
        wire.cut()
        banner = page.locator(".u-chamber .u-offline")
        expect(banner).to_have_text("연결이 끊겼습니다. 마지막 결과를 보고 있습니다")
        page.locator("#u-query").press_sequentially(" 요금", delay=60)
        time.sleep(2)  # it is the lack of an answer that is waited for
        assert page.locator(".u-match").count() == found
        expect(page.get_by_role("dialog")).to_have_count(0)
        picture(page, "meeting-offline")
        wire.mend()
        expect(banner).to_have_text("", timeout=30_000)
        expect(page.locator("#u-results")).to_have_attribute(
            "data-query", "주차장 요금", timeout=30_000
        )
        expect(page.locator(".u-match").first).to_contain_text("요금")
    finally:
        wire.cut()


class _Links(html.parser.HTMLParser):
    """The addresses that a page leads to, and the elements it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.found += [value or "" for name, value in attrs if name in ("href", "src")]


def test_the_bundle_opens_offline(
    page: Page, address: str, browser: Browser, tmp_path: Path
) -> None:
    enter(page, address)
    with page.expect_download() as download:
        page.get_by_role("link", name="제213회 본회의 회의 꾸러미 내려받기").click()
    assert download.value.suggested_filename == f"회의 꾸러미 {today()} 제213회 본회의.zip"
    with zipfile.ZipFile(download.value.path()) as bundle:
        bundle.extractall(tmp_path)
    for file in tmp_path.rglob("*.html"):
        read = _Links(file.read_text(encoding="utf-8"))
        assert not read.tags & {"script", "img", "iframe", "b"}
        for link in read.found:
            there = (file.parent / unquote(link.partition("#")[0])).resolve()
            assert there.is_file(), link
            assert there.is_relative_to(tmp_path.resolve())
    context = browser.new_context(java_script_enabled=False, offline=True, locale="ko-KR")
    try:
        first = context.new_page()
        first.goto((tmp_path / "index.html").as_uri())
        expect(first.locator("h1")).to_have_text("제213회 본회의 회의 꾸러미")
        expect(first.locator(".lost")).to_contain_text("「주차장법」: 기록에 없는 법령입니다")
        expect(first.locator(".lost")).to_contain_text(f"「{LAW}」 제77조")
        expect(first.locator(".lost")).to_contain_text("의사일정 제3항: 기록에 없거나")
        assert HELD not in first.content()
        picture(first, "meeting-bundle")
        first.get_by_role("link", name=LAW).click()
        expect(first.locator("article")).to_have_text("제2조(밝기) 가로등은 20룩스로 한다.")
        first.go_back()
        first.get_by_role("link", name=HOSTILE).click()
        expect(first.locator("h1")).to_have_text(HOSTILE)
        expect(first.locator("main")).to_contain_text("<b>굵은</b>")
    finally:
        context.close()


def test_a_meeting_that_is_not_there_has_no_bundle(address: str) -> None:
    for asked in ("", "?id=m:plenary", f"?day={EARLIER}&id=m:plenary", "?day=2009&id=x"):
        answer = httpx.get(f"{address}meetings/bundle{asked}")
        assert answer.status_code == 404
        assert answer.json()["reason"]


def test_staff_put_a_page_on_a_screen(
    page: Page, address: str, settings: Settings, browser: Browser
) -> None:
    name = f"화면 {(page.viewport_size or {}).get('width')}"
    projector = browser.new_context(viewport={"width": 1280, "height": 800}, locale="ko-KR")
    with served(settings.home, "public") as other:
        try:
            hall, street = projector.new_page(), projector.new_page()
            hall.goto(f"{address}screen?name={quote(name)}")
            street.goto(f"{other}screen?name={quote(name)}")
            for one in (hall, street):
                one.wait_for_selector(".u-waiting", timeout=30_000)
                expect(one.locator("h1")).to_have_text(f"{name} 화면")
                one.evaluate("window.kept = true")
            page.goto(f"{address}meeting?q={quote('공영주차장 요금')}")
            page.locator("a.u-open").first.click()
            expect(page.locator("#u-reader h1")).to_have_text(REPORT)
            page.get_by_role("button", name="화면으로 보내기").click()
            box = page.get_by_role("dialog", name="화면으로 보내기")
            box.get_by_role("button", name=re.compile(f"^{name} ?켜져")).click()
            expect(page.locator("#u-said")).to_have_text(f"“{name}” 화면에 보냈습니다")
            expect(hall.locator("#u-reader h1")).to_have_text(REPORT)
            expect(hall.locator("mark.u-now")).to_be_visible()
            expect(street.locator(".u-waiting")).to_contain_text("볼 수 없습니다")
            assert REPORT not in street.content()
            picture(hall, "meeting-screen")
            assert hall.evaluate("window.kept")
            page.get_by_role("button", name="화면으로 보내기").click()
            box.get_by_role("button", name=f"{name} 화면 비우기").click()
            expect(hall.locator(".u-waiting")).to_contain_text("직원이 자료를 보내면")
        finally:
            projector.close()
        refused = httpx.post(
            f"{other}work/act", json={"what": "screen.send", "name": name, "address": "?doc=a"}
        )
        assert refused.status_code == 422


def test_no_file_of_the_bundle_is_a_page_of_a_paper() -> None:
    for name in ("<b>회의록.HTML", "../../x.svg", "실행.hta", "표지.xhtml", "이름"):
        still = still_name(name)
        assert still.endswith(".txt")
        assert not set(still) & set('<>/\\"')
    assert still_name("보고.hwpx") == "보고.hwpx"
