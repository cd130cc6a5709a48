"""``law``, ``compare`` and ``cite`` as people and checks call them."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., "CompletedProcess[str]"]

OLD = "한빛시 시연 조례\n제1조(목적) 가를 정한다.\n제2조(위원회) ① 5명으로 한다.\n"
NEW = (
    "한빛시 시연 조례안\n제1조(목적) 가를 정한다.\n제2조(위원회) ① 7명으로 한다.\n제3조(수당) 나\n"
)


@pytest.fixture
def drafts(tmp_path: Path) -> tuple[Path, Path]:
    """Two files of one ordinance."""
    files = (tmp_path / "old.txt", tmp_path / "new.txt")
    for file, text in zip(files, (OLD, NEW), strict=True):
        file.write_text(text, encoding="utf-8")
    return files


def test_two_files_are_compared(filled: Run, drafts: tuple[Path, Path]) -> None:
    done = filled("compare", *drafts, "--format", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [
        {
            "article": "제2조",
            "change": "changed",
            "before": "제2조(위원회)\n① 5명으로 한다.",
            "after": "제2조(위원회)\n① 7명으로 한다.",
        },
        {"article": "제3조", "change": "added", "before": "", "after": "제3조(수당) 나"},
    ]
    assert "제명" in done.stderr


@pytest.mark.parametrize(
    ("form", "start"),
    [("html", b"<!doctype"), ("hwpx", b"PK"), ("xlsx", b"PK"), ("text", "한빛시".encode())],
)
def test_a_comparison_is_saved_in_every_form(
    filled: Run, drafts: tuple[Path, Path], tmp_path: Path, form: str, start: bytes
) -> None:
    out = tmp_path / f"out.{form}"
    done = filled("compare", *drafts, "--format", form, "--output", out)
    assert done.returncode == 0, done.stderr
    assert out.read_bytes().startswith(start)


def test_two_days_of_a_law_are_compared(filled: Run) -> None:
    words = (
        "compare",
        "한빛시 의회 기본법",
        "--from",
        "2009-02-24",
        "--to",
        "2026-01-01",
        "--json",
    )
    (change,) = json.loads(filled(*words).stdout)
    assert (change["article"], change["change"]) == ("제2조", "changed")
    assert "월 100만원" in change["before"]
    assert "조례로 정한다" in change["after"]


def test_a_law_tells_its_versions_and_when_it_was_checked(filled: Run) -> None:
    found = json.loads(filled("law", "한빛시의회기본법", "--history", "--json").stdout)
    assert [one["state"] for one in found["versions"]] == ["현행", "연혁"]
    assert found["checked"] is None
    told = filled("law", "한빛시의회기본법", "--history", "--as-of", "2009-02-24").stdout
    assert "시행예정" in told
    assert "출처와 맞춰 본 날" in told


def test_citations_are_lines_of_json(filled: Run) -> None:
    text = "「한빛시 의회 기본법」 제2조제1항, 같은 법 제9조, 「없는법」 제1조, 안 제3조"
    done = filled("cite", "-", "--date", "2009-02-24", stdin=text)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(row["law_id"], row["article"], row["resolved"], row["reason"]) for row in rows] == [
        ("990001", "제2조", True, None),
        (None, "제9조", False, "no such article"),
        (None, "제1조", False, "not held"),
        (None, "제3조", False, "draft"),
    ]
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)


def test_a_text_within_a_law_is_read_as_its_own(filled: Run) -> None:
    done = filled("cite", "-", "--within", "한빛시 의회 기본법", stdin="제1조 및 이 법 제2조")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(row["law_id"], row["article"]) for row in rows] == [
        ("990001", "제1조"),
        ("990001", "제2조"),
    ]


def test_what_rests_on_an_article_is_told_and_found(filled: Run, tmp_path: Path) -> None:
    line = {
        "id": "t:1",
        "title": "질의",
        "date": "2009-02-24",
        "text": "「한빛시의회 기본법」 제2조에 따라",
    }
    papers = tmp_path / "papers.jsonl"
    papers.write_text(json.dumps(line, ensure_ascii=False), encoding="utf-8")
    assert filled("load", papers, "--kind", "request").returncode == 0
    assert filled("index").returncode == 0
    words = ("law", "한빛시의회기본법", "--article", "제2조", "--cited-by", "--json")
    found = json.loads(filled(*words).stdout)["relations"]
    assert [(one["source"], one["kind"]) for one in found] == [("t:1", "cites")]
    hits = json.loads(filled("search", "조문:한빛시의회기본법제2조", "--json").stdout)["hits"]
    assert "t:1" in [hit["id"] for hit in hits]


@pytest.mark.parametrize(
    "words",
    [
        ("compare", "한빛시 의회 기본법"),
        ("compare", "없는법", "--from", "2009-02-24", "--to", "2020-01-01"),
        ("compare", "한빛시 의회 기본법", "--from", "1900-01-01", "--to", "2020-01-01"),
        ("compare", "/none/a.txt", "/none/b.txt"),
        ("cite", "/none/a.txt"),
    ],
)
def test_misuse_is_told_in_a_sentence(filled: Run, words: tuple[str, ...]) -> None:
    done = filled(*words)
    assert done.returncode == 2
    assert done.stderr
    assert "Traceback" not in done.stderr
