"""The app of a small council in a process of its own, and a real browser."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from support import require
from ui_council import council

from search_ui.desk import Desk

_PROGRAM = Path(__file__).parents[1] / "ui_council.py"
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def ui_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The council's desk in this process."""
    with council(tmp_path_factory.mktemp("desk")) as desk:
        yield desk


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the served app."""
    folder = tmp_path_factory.mktemp("served")
    # -P: the folders of tests/ bear the rooms' names and must not stand in for them
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


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demonstration council, served to its staff."""
    home = str(tmp_path_factory.mktemp("demonstration") / "home")
    command = [sys.executable, "-m", "ucouncil"]
    subprocess.run([*command, "demo", "--home", home], check=True, capture_output=True)
    serve = [*command, "serve", "--home", home, "--port", "0", "--as", "staff"]
    process = subprocess.Popen(serve, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield process.stdout.readline().partition("열렸습니다: ")[2].split()[0]
    finally:
        process.terminate()
        process.wait(timeout=30)
        process.stdout.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
    require(found, "no chromium on this machine")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=_FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 1440, "height": 900}, locale="ko-KR")
    opened.set_default_timeout(20_000)
    yield opened
    opened.close()


@pytest.fixture
def screen(context: BrowserContext, app: str) -> Page:
    """The search page, ready for typing. Errors on the page fail the test that meets them."""
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(f"error on the page: {error}"))
    page.goto(app)
    page.wait_for_selector("#u-query")
    page.wait_for_selector("#u-results")
    return page
