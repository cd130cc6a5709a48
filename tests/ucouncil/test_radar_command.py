"""``radar`` as people type it: what an amendment left behind, what to repair, in words and JSON."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., "CompletedProcess[str]"]

HEAD = """---
제목: {name}
{kind}ID: '{law_id}'
법령MST: {mst}
법령구분: {form}
공포일자: {day}
공포번호: '{mst}'
시행일자: {day}
---

# {name}

"""
AUDIT = "의회는 매년 한 차례 소관 사무를 감사하고 그 결과를 본회의에서 의결하여 시장에게 보낸다."
"""Long enough to be known again under another number."""


def write(folder: Path, name: str, law_id: str, day: str, form: str, **articles: str) -> None:
    kind = "자치법규" if form == "조례" else "법령"
    mst = f"{law_id[-2:]}{day[:4]}"
    head = HEAD.format(name=name, kind=kind, law_id=law_id, mst=mst, form=form, day=day)
    body = "\n\n".join(f"##### {key} (제목)\n\n{text}" for key, text in articles.items())
    (folder / f"{mst}.md").write_text(head + body + "\n", encoding="utf-8")


@pytest.fixture
def radar(tmp_path: Path, ucouncil: Run) -> Run:
    folder = tmp_path / "laws"
    folder.mkdir()
    write(folder, "의회법", "100001", "2009-01-01", "법률", 제1조="의회를 둔다.", 제2조=AUDIT)
    write(
        folder,
        "의회법",
        "100001",
        "2022-01-13",
        "법률",
        제1조="의회를 두고 돕는다.",
        제2조="삭제 <2022>",
        제5조=AUDIT,
    )
    write(
        folder,
        "한빛시 감사 조례",
        "900002",
        "2015-01-01",
        "조례",
        제1조="「의회법」 제2조에 따른다.",
        제2조="「의회법」 제1조의 의회",
    )
    for words in (("init",), ("load", folder, "--kind", "statute"), ("index",)):
        done = ucouncil(*words)
        assert done.returncode == 0, done.stderr
    return ucouncil


def test_alerts_and_repairs(radar: Run) -> None:
    found = json.loads(radar("radar", "--json").stdout)
    told = [
        (one["article"], one["change"], one["now"], one["since"], one["citing"]["article"])
        for one in found
    ]
    assert told == [
        ("제1조", "changed", "제1조", "2022-01-13", "제2조"),
        ("제2조", "renumbered", "제5조", "2022-01-13", "제1조"),
    ]
    (repair,) = json.loads(radar("radar", "의회법", "--repairs", "--json").stdout)
    assert (repair["problem"], repair["proposed"]) == ("renumbered", "제5조")
    assert repair["citing"]["text"] == "「의회법」 제2조"


def test_in_words_and_narrowed(radar: Run) -> None:
    said = radar("radar", "--repairs").stdout
    assert "의회법 제2조 → 제5조  [번호가 바뀐 조문] 2022-01-13 시행판에서 제2조 → 제5조" in said
    assert "위임 · [자치법규] 한빛시 감사 조례 제1조 “「의회법」 제2조” (2015-01-01)" in said
    assert "없습니다" in radar("radar", "--since", "2022-01-14").stdout
    missing = radar("radar", "없는법")
    assert missing.returncode != 0
    assert "없는법" in missing.stderr
