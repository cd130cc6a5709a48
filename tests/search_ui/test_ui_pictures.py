"""The pictures of the guides, taken of the demonstration council: what they show is there.

With ``UCOUNCIL_PICTURES=docs/pictures`` they are kept for the guides.
"""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect


def look(page: Page) -> None:
    """Nothing has to be done first."""


def preview(page: Page) -> None:
    page.locator(".u-body a.u-cite", has_text="의정자료법」 제4조제1항").first.click()


def collect(page: Page) -> None:
    """Three papers in one collection, two with notes, which is then opened."""
    for n, note in enumerate(("면수와 예산을 대조할 것", "지난해 답변과 견주기", "")):
        page.locator(".u-card .u-keep").nth(n).click()
        box = page.get_by_role("dialog", name="자료집에 담기")
        box.get_by_label("메모 (쓰지 않아도 됩니다)").fill(note)
        if n:
            box.locator("ul button", has_text="주차장 확충 검토").click()
        else:
            box.get_by_label("새 자료집 이름").fill("주차장 확충 검토")
            box.get_by_role("button", name="만들어 담기").click()
        expect(box).to_be_hidden()
    page.get_by_role("navigation", name="화면").get_by_role("link", name="자료집").click()


def fail(page: Page) -> None:
    """Two files come in broken."""
    broken = {
        "2026년 행정사무감사 요구자료.pdf": b"%PDF-1.7\n1 0 obj",
        "도시교통국 제출 답변.hwp": b"",
    }
    for name, content in broken.items():
        file: FilePayload = {
            "name": name,
            "mimeType": "application/octet-stream",
            "buffer": content,
        }
        form: dict[str, str | float | bool | FilePayload] = {"kind": "audit", "file": file}
        sent = page.request.post(
            re.sub(r"admin.*", "work/upload", page.url),
            multipart=form,
            headers={"x-u-council": "1"},
        )
        assert sent.ok, sent.text()
    page.reload()


PICTURES: dict[str, tuple[str, Callable[[Page], None], str]] = {
    "search": ("?q=공영주차장", look, ".u-card mark"),
    "reader": ("reader?doc=demo:audit-2026-003&q=공영주차장", look, ".u-reader mark"),
    "citation": ("reader?doc=demo:bill-2026-001", preview, ".u-preview .u-pair ins"),
    "meeting": ("meeting", look, "text=회의 꾸러미"),
    "collections": ("?q=공영주차장", collect, ".u-items li:nth-child(3)"),
    "comparison": (
        "law?id=ordin:900003&show=compare",
        look,
        ".u-law ins, .u-law mark, .u-law del",
    ),
    "glance": ("glance", look, "table caption"),
    "radar": ("radar", look, ".u-radar-card"),
    "failures": ("admin?view=failures", fail, "text=도시교통국 제출 답변.hwp"),
}
"""Name of the picture: the address, what is done there, and what must be on it."""
GUIDES = Path(__file__).parents[2] / "docs"

pytestmark = pytest.mark.xdist_group("demonstration")


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_shows_what_the_guide_says(
    browser: Browser, demonstration: str, name: str, tmp_path: Path
) -> None:
    address, act, there = PICTURES[name]
    page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="ko-KR")
    page.set_default_timeout(30_000)
    page.goto(f"{demonstration}/{address}")
    page.wait_for_selector("h1", state="attached")
    act(page)
    page.locator(there).first.wait_for(state="attached")
    page.locator("#u-said:not(:empty)").wait_for(state="detached")
    page.wait_for_timeout(1_000)
    kept = Path(os.environ.get("UCOUNCIL_PICTURES", tmp_path)) / f"{name}.png"
    page.screenshot(path=kept)
    page.close()
    assert kept.stat().st_size > 10_000


def test_every_picture_of_a_guide_is_taken_here() -> None:
    pages = [*GUIDES.glob("*.md"), GUIDES.parent / "README.md"]
    shown = {
        name for one in pages for name in re.findall(r"pictures/(\w+)\.png", one.read_text("utf-8"))
    }
    assert shown == set(PICTURES) == {one.stem for one in (GUIDES / "pictures").glob("*.png")}
