"""The pictures of the guides, taken of the demonstration council: what they show is there.

With ``UCOUNCIL_PICTURES=docs/pictures`` they are kept for the guides.
"""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser

PICTURES = {
    "search": ("?q=공영주차장", ".u-card mark"),
    "reader": ("reader?doc=demo:audit-2026-003&q=공영주차장", ".u-reader mark"),
    "meeting": ("meeting", "text=회의 꾸러미"),
    "comparison": ("law?id=ordin:900003&show=compare", ".u-law ins, .u-law mark, .u-law del"),
    "glance": ("glance", "table caption"),
    "radar": ("radar", ".u-radar-card"),
}
"""Name of the picture: the address, and what must be on it."""

pytestmark = pytest.mark.xdist_group("demonstration")


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_shows_what_the_guide_says(
    browser: Browser, demonstration: str, name: str, tmp_path: Path
) -> None:
    address, there = PICTURES[name]
    page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="ko-KR")
    page.set_default_timeout(30_000)
    page.goto(f"{demonstration}/{address}")
    page.locator(there).first.wait_for(state="attached")
    page.wait_for_timeout(1_000)
    kept = Path(os.environ.get("UCOUNCIL_PICTURES", tmp_path)) / f"{name}.png"
    page.screenshot(path=kept)
    page.close()
    assert kept.stat().st_size > 10_000
