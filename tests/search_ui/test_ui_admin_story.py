"""The story of those who run the council: from a failure to its repair, and a held paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile import word
from playwright.sync_api import Browser, Page, expect
from ui_council import _pdf
from work_council import SECRET, load, make_home, served, tab_to

from ucouncil.settings import Settings

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture(scope="module", params=[(1280, 800), (820, 1180)], ids=lambda s: f"{s[0]}x{s[1]}")
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def settings(size: tuple[int, int], tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A home for each size: a failure is repaired but once."""
    return make_home(tmp_path_factory.mktemp("admin") / "home")


@pytest.fixture(scope="module")
def address(settings: Settings) -> Iterator[str]:
    with served(settings.home) as at:
        yield at


@pytest.fixture
def page(size: tuple[int, int], browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, locale="ko-KR")
    context.set_default_timeout(20_000)
    opened = context.new_page()
    opened.on("pageerror", lambda error: pytest.fail(f"error on the page: {error}"))
    expect.set_options(timeout=30_000)
    yield opened
    expect.set_options(timeout=5_000)
    context.close()


def failed(page: Page, address: str, name: str) -> None:
    page.goto(f"{address}admin?view=failures")
    expect(page.get_by_role("heading", level=3, name=name)).to_be_visible()


def test_from_a_failure_to_its_repair(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("navigation", name="화면").get_by_role("link", name="관리").click()
    page.get_by_role("navigation", name="관리").get_by_role("link", name="실패 1").click()
    row = page.locator(".u-rows li", has=page.get_by_role("heading", name="감사.pdf"))
    expect(row.locator(".u-do")).to_contain_text("→")
    row.get_by_role("link", name="감사.pdf: 바른 파일 올리기").click()
    page.get_by_label("바른 파일").set_input_files(
        {"name": "감사.pdf", "mimeType": "application/pdf", "buffer": _pdf()}
    )
    page.get_by_label("종류", exact=True).select_option("audit")
    page.get_by_label("제목 (비우면 파일에서)").fill("행정사무감사 결과")
    page.get_by_role("button", name="들이기").click()
    outcome = page.get_by_role("region", name="들인 결과")
    expect(outcome).to_contain_text("들임 1 · 그대로 0 · 보류 0 · 실패 0")
    page.get_by_role("link", name="실패로 돌아가기").click()
    expect(page.get_by_text("실패가 없습니다.")).to_be_visible()
    page.goto(f"{address}?q=행정사무감사 결과")
    expect(page.locator("#u-results a.u-open").first).to_have_text("행정사무감사 결과")
    page.goto(f"{address}admin?view=audit")
    expect(page.locator(".u-admin td", has_text="고치기")).to_be_visible()


def test_the_same_by_keyboard_alone(page: Page, address: str) -> None:
    # Choosers are caught from the start: turned on just before a key, the key may come first.
    page.on("filechooser", lambda _: None)
    page.goto(f"{address}admin?view=upload")
    page.wait_for_selector(".u-upload")
    tab_to(page, "파일 (여럿도 됩니다)")
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    chooser.value.set_files(
        {"name": "깨진.pdf", "mimeType": "application/pdf", "buffer": _pdf()[:600]}
    )
    tab_to(page, "종류")
    for _ in range(20):
        page.keyboard.press("ArrowDown")
        if page.evaluate("document.activeElement.value") == "report":
            break
    tab_to(page, "들이기")
    page.keyboard.press("Enter")
    outcome = page.get_by_role("region", name="들인 결과")
    expect(outcome).to_contain_text("실패 1")
    expect(outcome.locator(".u-do")).to_contain_text("→")
    failed(page, address, "깨진.pdf")
    tab_to(page, "깨진.pdf: 바른 파일 올리기")
    page.keyboard.press("Enter")
    expect(page.get_by_label("종류", exact=True)).to_have_value("report")  # as it was uploaded
    tab_to(page, "바른 파일")
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    chooser.value.set_files(
        {"name": "바른.docx", "mimeType": "application/x", "buffer": word("바르게 고친 글쇠 보고")}
    )
    tab_to(page, "들이기")
    page.keyboard.press("Enter")
    expect(outcome).to_contain_text("들임 1")
    assert page.evaluate("document.activeElement.className.includes('u-outcome')")
    tab_to(page, "실패로 돌아가기")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2, name="실패")).to_be_visible()
    expect(page.get_by_role("heading", level=3, name="깨진.pdf")).to_have_count(0)


def test_a_file_that_was_mended_is_tried_again(
    page: Page, address: str, settings: Settings
) -> None:
    broken = settings.home.parent / "다시.pdf"
    broken.write_bytes(_pdf()[:700])
    load(settings, [broken])
    failed(page, address, "다시.pdf")
    page.get_by_role("button", name="다시.pdf 다시 시도").click()
    expect(page.locator("#u-said")).to_have_text("종류를 먼저 고르세요")
    page.get_by_label("다시.pdf의 종류").select_option("report")
    page.get_by_role("button", name="다시.pdf 다시 시도").click()
    expect(page.locator("#u-said")).to_contain_text("아직 들이지 못했습니다")
    broken.write_bytes(_pdf())
    page.get_by_label("다시.pdf의 종류").select_option("report")
    page.get_by_role("button", name="다시.pdf 다시 시도").click()
    expect(page.locator("#u-said")).to_contain_text("들였습니다: 들임 1")
    expect(page.get_by_role("heading", level=3, name="다시.pdf")).to_have_count(0)


def test_a_held_paper_is_looked_at_and_released(page: Page, address: str) -> None:
    page.goto(f"{address}admin?view=held")
    row = page.locator("[data-held]").first
    expect(row).to_contain_text("주차장 이용자 명단")
    expect(row).to_contain_text("주민등록번호 1곳")
    assert SECRET.split()[1] not in page.content()
    with page.expect_download() as download:
        row.get_by_role("link", name="원본 살피기: 명단.docx").click()
    assert Path(download.value.path()).read_bytes().startswith(b"PK")
    row.get_by_role("button", name="보류 풀기").click()
    expect(page.locator("#u-said")).to_have_text("까닭을 먼저 적으세요")
    page.keyboard.type("담당자가 살피는 중")
    row.get_by_role("button", name="그대로 두기").click()
    expect(row).to_contain_text("지난 처리")
    row.get_by_label("까닭 (처리 기록에 남습니다)").fill("공개된 명단임을 확인함")
    row.get_by_role("button", name="보류 풀기").click()
    page.keyboard.press("Enter")  # 정말 풀기 has the focus
    expect(page.get_by_text("보류된 자료가 없습니다.")).to_be_visible()
    page.goto(f"{address}admin?view=audit")
    expect(page.locator(".u-admin tbody tr").first).to_contain_text("공개된 명단임을 확인함")
    expect(page.locator(".u-admin tbody")).to_contain_text("보류 원본 열람")
    page.goto(f"{address}?q=이용자 명단")
    expect(page.locator("#u-results a.u-open").first).to_have_text("주차장 이용자 명단")


def test_every_view_is_there(page: Page, address: str) -> None:
    page.goto(f"{address}admin?view=index")
    page.get_by_role("button", name="기록과 색인 견주기").click()
    expect(page.locator("#u-said")).to_contain_text("기록과 색인이 같습니다")
    page.get_by_role("button", name="색인 따라잡기").click()
    expect(page.locator("#u-said")).to_contain_text("따라잡았습니다")
    for view, said in (
        ("sources", "법제처"),
        ("settings", "UCOUNCIL_HOME"),
        ("board", "찾지 못한 말"),
    ):
        page.goto(f"{address}admin?view={view}")
        expect(page.locator(".u-admin")).to_contain_text(said)
        assert page.evaluate("document.querySelectorAll('h1').length") == 1
        assert "관리" in page.title()
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{view} is {wide} pixels too wide"


@pytest.mark.parametrize("viewer", ["public", "member:m001"])
def test_others_have_no_such_page(page: Page, settings: Settings, viewer: str) -> None:
    with served(settings.home, viewer) as other:
        page.goto(f"{other}admin?view=settings")
        page.wait_for_selector("#u-query")
        expect(page.locator("#u-results")).to_be_attached()
        assert "UCOUNCIL_HOME" not in page.content()
        headers = {"X-U-Council": "1"}
        files = {
            "file": {"name": "a.txt", "mimeType": "text/plain", "buffer": b"x"},
            "kind": "report",
        }
        refused = page.request.post(f"{other}work/upload", multipart=files, headers=headers)
        assert refused.status == 422
        assert "직원과 운영자만" in refused.json()["reason"]
        assert page.request.get(f"{other}work/held?document=file:x&n=0").status == 404
        for what in ("index.verify", "held.release", "failure.retry"):
            answer = page.request.post(f"{other}work/act", data={"what": what, "document": "x"})
            assert answer.status == 422, what


def test_a_form_of_another_origin_is_refused(page: Page, address: str) -> None:
    files = {"file": {"name": "a.txt", "mimeType": "text/plain", "buffer": b"x"}, "kind": "report"}
    assert page.request.post(f"{address}work/upload", multipart=files).status == 403


@pytest.mark.parametrize("name", ["../../옆.txt", "<img src=x onerror='broken=1'>.txt", "=1+1.txt"])
def test_names_of_uploads_stay_names(
    page: Page, address: str, settings: Settings, name: str
) -> None:
    page.goto(f"{address}admin?view=upload")
    content = f"이름 시험 {name}".encode()
    page.get_by_label("파일 (여럿도 됩니다)").set_input_files(
        {"name": Path(name).name, "mimeType": "text/plain", "buffer": content}
    )
    page.get_by_label("종류", exact=True).select_option("other")
    page.get_by_role("button", name="들이기").click()
    expect(page.get_by_role("region", name="들인 결과")).to_contain_text("들임 1")
    headers = {"X-U-Council": "1"}
    files = {"file": {"name": name, "mimeType": "text/plain", "buffer": content}, "kind": "other"}
    assert page.request.post(f"{address}work/upload", multipart=files, headers=headers).ok
    assert list((settings.home / "uploads").rglob("*.txt"))
    assert not (settings.home / "옆.txt").exists()
    assert page.evaluate("typeof broken") == "undefined"
