"""Every page for everyone: axe (WCAG 2.2 A and AA), one heading, a title, Korean, and 200 % zoom.

The pages are those of the demonstration council, with a paper, a law and a picture opened.
"""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from search_ui.site import PAGES

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
OPENED = (
    "?q=주차장",
    "?q=없는말뿐인물음",
    "reader?doc=demo:bill-2026-003&q=주차장",
    "reader?doc=ordin:900003",
    "law?id=ordin:900003&article=제6조의2",
    "law?id=ordin:900003&show=resting",
    "law?id=ordin:900003&show=compare",
    "glance?show=bill&id=demo:bill-2026-003",
    "glance?show=around&id=ordin:900003",
)
ADDRESSES = (*(page.url or "" for page in PAGES if page.url != "reader"), *OPENED)

pytestmark = pytest.mark.xdist_group("demonstration")


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 800}, locale="ko-KR")
    opened.set_default_timeout(30_000)
    yield opened
    opened.close()


def settled(page: Page, address: str) -> None:
    """Open ``address`` and wait until nothing more comes."""
    page.goto(address)
    page.wait_for_selector("h1", state="attached")
    page.wait_for_function(
        "() => !document.querySelector('.u-busy') && document.querySelector('h1')"
    )
    page.wait_for_timeout(700)


def serious(page: Page) -> list[object]:
    """What axe finds that keeps people out, each with where."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        (one["id"], [node["html"][:160] for node in one["nodes"]][:3])
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


def beyond(page: Page) -> int:
    """Points by which the widest part runs out of the page."""
    script = """() => Math.max(...[...document.querySelectorAll('[data-testid="stMain"], body, html')]
                   .map((one) => one.scrollWidth - one.clientWidth))"""
    return int(page.evaluate(script))


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_for_everyone(page: Page, demonstration: str, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    settled(page, f"{demonstration}/{address}")
    assert page.evaluate("document.documentElement.lang") == "ko"
    assert page.title().endswith("u-council")
    assert page.locator("h1").count() == 1
    assert not serious(page)
    page.set_viewport_size({"width": 640, "height": 400})  # 1280 at 200 %: WCAG 1.4.10, reflow
    page.wait_for_timeout(400)
    assert beyond(page) <= 1


@pytest.mark.parametrize("document", ["demo:audit-2026-003&q=공영주차장", "ordin:900003&q=주차장"])
def test_a_paper_in_the_dark_keeps_its_contrast(
    page: Page, demonstration: str, document: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(color_scheme="dark")
    settled(page, f"{demonstration}/reader?doc={document}&meet=2026-09-10")
    assert page.locator("html").get_attribute("data-scheme") == "dark"
    assert not serious(page)
    assert "invert" not in page.evaluate(
        "[...document.querySelectorAll('*')].map((one) => getComputedStyle(one).filter).join()"
    )
    page.locator(".u-body > :last-child").scroll_into_view_if_needed()
    bottom = page.locator(".st-key-box").bounding_box()
    walk = page.get_by_label("이 자료 안에서 찾기").bounding_box()
    page.emulate_media(media="print")
    ink = page.locator(".u-body").evaluate("(one) => getComputedStyle(one).color")
    page.emulate_media(color_scheme="light", media="screen")
    assert ink in ("rgb(28, 39, 51)", "rgb(20, 32, 44)")  # paper is light
    assert bottom
    assert walk
    assert walk["y"] >= bottom["y"] + bottom["height"]  # under the box, and still there
    assert walk["y"] < 400
