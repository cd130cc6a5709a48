"""A home made through the command line, as a person makes it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

STATUTE = """---
제목: 한빛시 의회 기본법
법령MST: {mst}
법령ID: '990001'
법령구분: 법률
소관부처:
- 행정안전부
공포일자: {promulgated}
공포번호: '{number}'
시행일자: {effective}
상태: 시행
---

# 한빛시 의회 기본법

##### 제1조 (목적)

이 법은 의회의 조직을 정함을 목적으로 한다.

##### 제2조 (의정활동비)

**①** {allowance}

## 부칙

부칙 <제{number}호,{promulgated}>

이 법은 공포한 날부터 시행한다.
"""


def runner(home: Path) -> Run:
    """A function that runs ``ucouncil WORDS`` on ``home`` and returns the finished process."""

    def run(*words: str | Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "ucouncil", *map(str, words)],
            input=stdin,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
            env={**os.environ, "UCOUNCIL_HOME": str(home)},
        )

    return run


@pytest.fixture
def ucouncil(tmp_path: Path) -> Run:
    """Runs commands on a home of this test, which is not made yet."""
    return runner(tmp_path / "home")


@pytest.fixture(scope="session")
def filled_home(tmp_path_factory: pytest.TempPathFactory, corpus: Path) -> Path:
    """A home with the corpus loaded and indexed; made once, to be copied."""
    home = tmp_path_factory.mktemp("filled") / "home"
    run = runner(home)
    for words in (("init",), ("load", corpus, "--kind", "report"), ("index",)):
        assert run(*words).returncode == 0
    return home


@pytest.fixture
def filled(tmp_path: Path, filled_home: Path) -> Run:
    """Runs commands on a copy of the filled home."""
    shutil.copytree(filled_home, tmp_path / "home")
    return runner(tmp_path / "home")


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Papers of several forms, one of them broken, and a law in two versions."""
    folder = tmp_path_factory.mktemp("corpus") / "papers"
    (folder / "laws").mkdir(parents=True)
    papers = [
        {"id": "p1", "title": "의정활동비 지급 기준", "date": "2009-02-24", "text": "지방의회의원의 의정활동비를 정한다."},
        {"id": "p2", "title": "비공개 회의 기록", "date": "2009-03-02", "text": "이 회의는 비공개로 한다."},
        {"id": "p3", "title": "행정사무감사 계획", "date": "2009-03-05", "text": "행정사무감사를 11월에 한다. 감사는 공개한다."},
    ]  # fmt: skip
    lines = [json.dumps(p, ensure_ascii=False) for p in papers]
    (folder / "papers.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "memo.txt").write_text("교통국 메모: 청년고용할당 공공", encoding="cp949")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<<")
    (folder / "empty.hwp").write_bytes(b"")
    for mst, day, allowance in (
        ("1001", "2008-01-01", "의정활동비는 월 100만원으로 한다."),
        ("1002", "2010-01-01", "의정활동비는 조례로 정한다."),
    ):
        text = STATUTE.format(
            mst=mst, promulgated=day, effective=day, number=mst, allowance=allowance
        )
        (folder / "laws" / f"{mst}.md").write_text(text, encoding="utf-8")
    return folder
