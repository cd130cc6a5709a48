"""Statutes as Markdown: real ones keep every letter; odd ones are read or refused by name."""

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from indexer.statutes.frontmatter import is_statute
from indexer.statutes.markdown import read_markdown, write_text
from records.errors import Broken

HEAD = (
    "---\n제목: 시연법\n법령MST: 7\n법령ID: '000001'\n법령구분: 법률\n시행일자: 2009-02-24\n---\n"
)


def letters(text: str) -> str:
    """What must survive: all but white space, escapes, heading signs and bold marks."""
    text = re.sub(r"^#+ ", "", text, flags=re.MULTILINE)
    text = re.sub(r"^\s*\*\*([^*]+)\*\*", r"\1", text, flags=re.MULTILINE)
    return re.sub(r"\s", "", text.replace("\\", ""))


def assert_nothing_lost(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    _, head, body = source.split("---\n", 2)
    version = read_markdown(source)
    main = body.partition("\n## 부칙")[0]
    keys = re.findall(r"^##### (제\d+조(?:의\d+)*)", main, re.MULTILINE)
    assert [a.key for a in version.articles] == keys, path
    assert letters(write_text(version)).startswith(letters(body.replace("## 부칙\n", "", 1))), path
    for annex in yaml.load(head, yaml.BaseLoader).get("첨부파일") or ():
        assert annex["제목"] in version.annexes, path


@pytest.mark.parametrize("folder", ["laws", "law-history", "law-pairs"])
def test_nothing_is_lost(samples: Path, folder: str) -> None:
    paths = sorted((samples / folder).rglob("*.md"))
    assert len(paths) > 100
    for path in paths:
        assert_nothing_lost(path)


def test_the_local_autonomy_act_of_february_2009(samples: Path) -> None:
    path = samples / "law-history" / "지방자치법" / "법률" / "20080229-8852.md"
    act = read_markdown(path.read_text(encoding="utf-8"))
    assert (act.mst, act.effective, act.number) == ("84723", date(2008, 2, 29), "08852")
    article = next(a for a in act.articles if a.key == "제41조")
    assert article.text.startswith("제41조(행정사무 감사권 및 조사권)\n① 지방의회는")
    assert article.heading == "제5장 지방의회 > 제3절 권한"


def test_an_article_keeps_its_items_and_its_chapter() -> None:
    version = read_markdown(
        HEAD + "\n# 시연법\n\n# 제1편 총칙\n\n## 제1장 목적(目的)\n\n##### 제1조 (정의(용어))\n\n"
        '**①** 뜻은 다음과 같다.\n\n  1\\. "가"란 1\\.5를 말한다.\n    가\\. 나\n\n'
        "## 제2장 삭제 <2008.2.29>\n\n## 제3장 보칙\n\n##### 제5조의2\n\n삭제 <2008.10.20>\n"
    )
    first, second = version.articles
    assert first.text == '제1조(정의(용어))\n① 뜻은 다음과 같다.\n1. "가"란 1.5를 말한다.\n가. 나'
    assert (first.title, first.heading) == ("정의(용어)", "제1편 총칙 > 제1장 목적(目的)")
    assert second.text == "제5조의2 삭제 <2008.10.20>"
    assert second.heading == "제1편 총칙 > 제3장 보칙"
    assert "제2장 삭제 <2008.2.29>" in write_text(version)


def test_a_bold_line_is_the_heading_below_관() -> None:
    version = read_markdown(
        HEAD + "#### 제1관 굴착\n\n**제1속 기울기**\n\n##### 제1조 (가)\n\n나\n"
    )
    assert version.articles[0].heading == "제1관 굴착 > 제1속 기울기"


def test_articles_of_addenda_are_not_articles_of_the_law() -> None:
    version = read_markdown(
        HEAD
        + "##### 제1조 (목적)\n\n이 법은\n\n## 부칙\n\n부칙 <제1호>\n\n##### 제1조 (시행일)\n\n"
        "제2조(경과) ①\n\n## 별표\n\n[별표 1] 요금표\n"
    )
    assert [a.key for a in version.articles] == ["제1조"]
    assert version.addenda.startswith("부칙 <제1호>")
    assert "제2조(경과) ①" in version.addenda
    assert "[별표 1] 요금표" in version.annexes


def test_a_law_without_articles_is_its_preamble() -> None:
    version = read_markdown(HEAD + "\n# 시연법\n\n시연법은 이를 폐지한다.\n\n## 부칙\n\n부칙\n")
    assert (version.articles, version.preamble) == ((), "시연법은 이를 폐지한다.")


def test_an_ordinance_is_read_by_its_own_keys() -> None:
    text = HEAD.replace("법령ID", "자치법규ID").replace("\n---\n", "\n지자체기관명: 한빛시\n---\n")
    assert is_statute(text)
    version = read_markdown(text)
    assert (version.law_id, version.ministry) == ("000001", "한빛시")


@pytest.mark.parametrize("written", ["20090224", "'2009-02-24'", "2009. 2. 24.", "2009-2-24"])
def test_a_day_is_read_in_the_forms_people_write(written: str) -> None:
    text = HEAD.replace("2009-02-24", written)
    assert read_markdown(text).effective == date(2009, 2, 24)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("# 제목만", "머리말"),
        ("---\n: [\n---\n", "머리말을 읽을 수 없음"),
        ("---\n- a\n---\n", "'키: 값'"),
        (HEAD.replace("000001", ""), "법령ID"),
        (HEAD.replace("7", "''"), "법령MST"),
        (HEAD.replace("시행일자: 2009-02-24\n", ""), "시행일자"),
        (HEAD.replace("2009-02-24", "2009-02-30"), "날짜가 아님"),
    ],
)
def test_what_cannot_be_trusted_is_refused(text: str, reason: str) -> None:
    with pytest.raises(Broken, match=reason):
        read_markdown(text)
