"""A home with real files for the stories of work, and the real `ucouncil serve` over it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hostile import word
from playwright.sync_api import Page
from ui_council import _pdf

from indexer.intake import LoadReport, load_paths
from records.model import Kind
from records.store import Records
from ucouncil.council import Council
from ucouncil.settings import Settings, read_settings

ROOT = Path(__file__).parents[1]
HOSTILE = "<img src=x onerror='broken = 1'> 주차장 정비"
FORMULA = '=HYPERLINK("http://evil.example","주차장")'
SECRET = "주민등록번호 800101-1234560"
TITLES = {
    "확충.pdf": "공영주차장 확충 보고",
    "요금.docx": "주차장 요금 검토",
    "정비.docx": HOSTILE,
    "수식.docx": FORMULA,
    "명단.docx": "주차장 이용자 명단",
}
_TEXTS = {
    "요금.docx": "주차장 요금을 10분에 500원으로 정한다.",
    "정비.docx": "주차장 정비를 위하여 <b>굵은</b> 선을 다시 긋는다.",
    "수식.docx": "주차장 예산은 1,200만원이다.",
    "명단.docx": f"주차장 이용자 홍길동 {SECRET}",
}


def make_home(home: Path) -> Settings:
    """Five papers, one of them held, and one file that is broken; indexed."""
    settings = read_settings(home)
    home.mkdir(parents=True, exist_ok=True)
    Records.create(settings.database, settings.originals).close()
    papers = home.parent / "papers"
    papers.mkdir()
    (papers / "확충.pdf").write_bytes(_pdf())
    for name, text in _TEXTS.items():
        (papers / name).write_bytes(word(text))
    (papers / "감사.pdf").write_bytes(_pdf()[:700])
    load(settings, [papers], _metadata(home.parent))
    return settings


def _metadata(folder: Path) -> Path:
    lines = [
        {"path": name, "title": title, "date": f"2009-03-{day:02}", "agency": "주차관리과"}
        for day, (name, title) in enumerate(TITLES.items(), 1)
    ]
    file = folder / "metadata.jsonl"
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    file.write_text(text, encoding="utf-8")
    return file


def load(settings: Settings, paths: list[Path], metadata: Path | None = None) -> LoadReport:
    """As ``ucouncil load`` and ``ucouncil index`` do."""
    with Council(settings, writer=True) as council:
        report = load_paths(council.records, council.extractor, paths, Kind.REPORT, metadata)
        council.worker.run()
    return report


@contextmanager
def served(home: Path, viewer: str = "staff") -> Iterator[str]:
    """The address of ``ucouncil serve`` over ``home``."""
    command = [sys.executable, "-m", "ucouncil", "serve", "--port", "0", "--as", viewer]
    command += ["--home", str(home)]
    environment = {**os.environ, "TZ": "Asia/Seoul"}
    with (home.parent / f"log-{viewer}").open("wb") as log:
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=log, text=True, cwd=ROOT, env=environment
        )
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        assert "http://" in line, (home.parent / f"log-{viewer}").read_text(encoding="utf-8")
        yield line.partition("http://")[2].split()[0].join(("http://", "/"))
    finally:
        process.terminate()
        process.wait(timeout=30)
        process.stdout.close()


_NAME = """() => {
  const one = document.activeElement
  const label = one.labels?.[0]?.textContent ?? ''
  return (one.getAttribute('aria-label') || label || one.textContent || one.id || '').trim().slice(0, 60)
}"""


def tab_to(page: Page, name: str | Callable[[str], bool], most: int = 90) -> None:
    """Press Tab until what has the focus bears ``name``."""
    fits = name if callable(name) else lambda found: found == name
    seen = []
    for _ in range(most):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(_NAME))
        if fits(seen[-1]):
            return
    raise AssertionError(f"no {name!r} by Tab, but {seen}")
