"""The way through the house by the command line: init, load, index, verify, search, show, law."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


def reading(done: subprocess.CompletedProcess[str]) -> dict:
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_every_file_is_loaded_held_or_failed_with_a_reason(ucouncil: Run, corpus: Path) -> None:
    ucouncil("init")
    report = json.loads(ucouncil("load", corpus, "--kind", "report", "--json").stdout)
    assert (report["loaded"], report["unchanged"], report["held"]) == (6, 0, 0)
    reasons = {Path(f["path"]).name: f["reason"] for f in report["failed"]}
    assert set(reasons) == {"broken.pdf", "empty.hwp"}
    assert all(reasons.values())
    assert ucouncil("failures", "--json").stdout.count('"reason"') == 2


def test_a_second_load_and_index_change_nothing(filled: Run, corpus: Path) -> None:
    before = reading(filled("status", "--json"))
    report = json.loads(filled("load", corpus, "--kind", "report", "--json").stdout)
    assert (report["loaded"], report["unchanged"]) == (0, 6)
    assert reading(filled("index", "--json"))["indexed"] == 0
    assert reading(filled("status", "--json"))["revision"] == before["revision"]
    assert filled("verify").returncode == 0


def test_search_marks_the_words_in_the_text(filled: Run) -> None:
    found = reading(filled("search", "지방의회의원의 의정활동비", "--kind", "report", "--json"))
    hit = found["hits"][0]
    assert (found["total"], hit["id"]) == (1, "p1")
    passage = hit["passages"][0]
    marked = "".join(passage["text"][start:end] for start, end in passage["marks"])
    assert "의정활동비" in marked.replace(" ", "")


def test_exact_prefix_and_exclusion(filled: Run) -> None:
    ids = lambda q: [h["id"] for h in reading(filled("search", q, "--json"))["hits"]]
    assert ids('"행정사무감사"') == ["p3"]
    assert ids("비공개") == ["p2"]
    assert "p3" in ids("감사 공개")
    assert ids("감사 -공개") == []


def test_an_article_is_found_once_and_as_it_was_in_force(filled: Run) -> None:
    def texts(*more: str) -> list[str]:
        found = reading(filled("search", "종류:법령 의정활동비", "--json", *more))
        return [p["text"] for h in found["hits"] for p in h["passages"]]

    assert "조례로 정한다" in texts()[0]
    assert "월 100만원" in texts("--as-of", "2009-02-24")[0]
    assert texts("--as-of", "2007-01-01") == []
    assert reading(filled("search", "종류:법령 의정활동비", "--history", "--json"))["total"] == 1


def test_batch_reads_a_query_a_line(filled: Run, tmp_path: Path) -> None:
    queries = tmp_path / "queries.txt"
    queries.write_text("의정활동비\n비공개\n", encoding="utf-8")
    lines = filled("search", "--batch", queries).stdout.splitlines()
    assert [json.loads(line)["query"] for line in lines] == ["의정활동비", "비공개"]


def test_the_public_sees_only_what_is_public(filled: Run) -> None:
    assert reading(filled("search", "비공개", "--as", "public", "--json"))["total"] == 0
    done = filled("show", "p2", "--as", "public")
    assert done.returncode == 2
    assert "p2" not in filled("suggest", "비공", "--as", "public", "--json").stdout


def test_law_of_a_day_with_its_addenda(filled: Run) -> None:
    told = filled("law", "한빛시의회기본법", "--as-of", "2009-02-24").stdout
    assert "월 100만원" in told
    assert "부칙" in told
    assert "조례로 정한다" in filled("law", "한빛시 의회 기본법", "--article", "제2조").stdout


def test_backup_and_restore_give_the_same_answers(filled: Run, tmp_path: Path) -> None:
    saved, other = tmp_path / "saved.tar", tmp_path / "other"
    assert filled("backup", saved).returncode == 0
    assert filled("restore", saved, "--home", other).returncode == 0
    assert filled("index", "--home", other).returncode == 0
    assert filled("verify", "--home", other).returncode == 0
    assert reading(filled("search", "비공개", "--json", "--home", other))["total"] == 1


@pytest.mark.parametrize(
    "words",
    [
        ("search",),
        ("search", "가", "--as", "king"),
        ("search", "가", "--from", "2009-13-01"),
        ("show", "nothing:here"),
        ("law", "없는법"),
        ("load", "/nonexistent", "--kind", "report"),
    ],
)
def test_misuse_ends_with_two_and_a_sentence(filled: Run, words: tuple[str, ...]) -> None:
    done = filled(*words)
    assert done.returncode == 2, done.stdout + done.stderr
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_a_home_that_was_not_made_says_what_to_do(ucouncil: Run) -> None:
    done = ucouncil("search", "가")
    assert done.returncode == 2
    assert "ucouncil init" in done.stderr
    assert "Traceback" not in done.stderr
