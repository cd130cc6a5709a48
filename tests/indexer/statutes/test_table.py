"""The table (신구조문대비표): official fillers, marks, and four forms that open."""

import io
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import openpyxl
from hwpx import HwpxDocument
from openpyxl.cell.rich_text import CellRichText

from indexer.statutes.changes import Comparison
from indexer.statutes.compare import compare
from indexer.statutes.draft import read_draft
from indexer.statutes.markdown import read_markdown
from indexer.statutes.table.html import to_html
from indexer.statutes.table.hwpx import to_hwpx
from indexer.statutes.table.rows import entries
from indexer.statutes.table.text import to_text
from indexer.statutes.table.xlsx import to_xlsx

OLD = """시연 조례
제1조(목적) 이 조례는 목적을 정한다.
제2조(위원회) ① 위원회를 둔다.
② 위원은 5명으로 한다.
1. 시장이 위촉하는 사람
2. 의장이 추천하는 사람
③ 임기는 2년으로 한다.
④ 간사를 둔다.
제3조(수당) 수당을 준다.
부 칙
이 조례는 공포한 날부터 시행한다.
"""
NEW = """시연 조례
제1조(목적) 이 조례는 목적을 정한다.
제2조(위원회) ① 위원회를 둔다.
② 위원은 7명으로 한다.
1. 시장이 위촉하는 사람
2. 의장이 추천하는 사람
③ 삭제 <2009.2.24>
④ 간사를 둔다.
⑤ 서기를 둔다.
부 칙
이 조례는 공포한 날부터 시행한다.
"""


def comparison() -> Comparison:
    return compare(read_draft(OLD), read_draft(NEW))


def test_the_fillers_are_the_official_ones() -> None:
    second, third = entries(comparison())
    rows = [(row.old.text, row.new.text) for row in second.rows]
    assert rows == [
        ("제2조(위원회)", "제2조(위원회)"),
        ("① (생  략)", "① (현행과 같음)"),
        ("② 위원은 5명으로 한다.", "② 위원은 7명으로 한다."),
        ("1.ㆍ2. (생  략)", "1.ㆍ2. (현행과 같음)"),
        ("③ 임기는 2년으로 한다.", "<삭  제>"),
        ("④ (생  략)", "④ (현행과 같음)"),
        ("<신  설>", "⑤ 서기를 둔다."),
    ]
    marked = second.rows[2]
    assert [marked.new.text[i:j] for i, j in marked.new.marks] == ["7명으로"]
    assert [(row.old.text, row.new.text) for row in third.rows] == [
        ("제3조(수당) 수당을 준다.", "<삭  제>")
    ]


def test_a_renumbered_article_says_which_it_was() -> None:
    after = OLD.replace("제3조(수당)", "제4조(수당)").replace("제3조", "")
    (entry,) = entries(compare(read_draft(OLD), read_draft(after)))
    assert [(row.old.text, row.new.text) for row in entry.rows] == [
        ("제3조(수당) (생  략)", "제4조(수당) (현행 제3조와 같음)")
    ]


class Strict(HTMLParser):
    """Collects the text and the tags, and fails on one that is not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.add(tag)
        assert not any(name in ("src", "href") for name, _ in attrs)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_needs_nothing_else_and_runs_nothing() -> None:
    evil = NEW.replace("서기를 둔다", '<script>alert(1)</script> & "서기"').replace(
        "시연 조례", "<b>시연</b> 조례"
    )
    page = to_html(compare(read_draft(OLD), read_draft(evil)))
    parser = Strict()
    parser.feed(page)
    assert parser.open == []
    assert "script" not in parser.tags
    assert "b" not in parser.tags
    assert "<script>alert(1)</script>" in parser.text
    assert "http" not in page


def test_the_text_marks_words() -> None:
    text = to_text(comparison())
    assert "[-5명으로-]" in text
    assert "{+7명으로+}" in text


def test_the_workbook_opens_with_its_marks_and_no_formula() -> None:
    evil = NEW.replace("서기를 둔다", "=1+1\x07")
    content = to_xlsx(compare(read_draft(OLD), read_draft(evil)))
    sheet = openpyxl.load_workbook(io.BytesIO(content), rich_text=True).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert any(isinstance(c.value, CellRichText) and "7명으로" in str(c.value) for c in cells)


def test_the_hwpx_opens_with_every_row() -> None:
    document = HwpxDocument.open(io.BytesIO(to_hwpx(comparison())))
    text = document.text.plain()
    document.close()
    for part in ("신·구조문대비표", "① (현행과 같음)", "⑤ 서기를 둔다.", "<삭  제>"):
        assert part in text


def test_a_real_amendment_has_a_row_for_every_change(samples: Path) -> None:
    for name in ("0194", "0383"):
        pair = samples / "law-pairs" / name
        before, after = (
            read_markdown((pair / f"{side}.md").read_text(encoding="utf-8"))
            for side in ("before", "after")
        )
        found = compare(before, after)
        shown = entries(found)
        assert len(shown) == len(found.changes) + len(found.parts)
        assert all(entry.rows for entry in shown)


def official(formats: Path, side: str) -> list[tuple[str, tuple[str, ...]]]:
    """The rows of 법제처's own table: each text, and what is marked in it."""
    content = (formats / "law.go.kr" / "oldandnew_000030_mst283843.xml").read_text("utf-8")
    part = content.partition(f"<{side}조문목록>")[2].partition(f"</{side}조문목록>")[0]
    texts = re.findall(r"<!\[CDATA\[(.*?)\]\]>", part, re.DOTALL)
    return [(re.sub("</?P>", "", t), tuple(re.findall("<P>(.*?)</P>", t))) for t in texts]


def spelled_out(rows: list[tuple[str, tuple[str, ...]]]) -> str:
    """The article with a line of its own for each that the table leaves out."""
    text = "\n".join(text for text, _ in rows).replace(") ① ∼", ")\n① ∼")
    signs = {"①": "①②③", "⑤": "⑤⑥⑦", "가": "가나다"}

    def spell(found: re.Match[str]) -> str:
        dot = "." if found[1].endswith(".") else ""
        return "\n".join(f"{sign}{dot} 그대로" for sign in signs[found[1].rstrip(".")])

    text = re.sub(r"(\S+) ∼ \S+ \((?:생  략|현행과 같음)\)", spell, text)
    return re.sub(r"\((?:생  략|현행과 같음)\)", "그대로", text)


def test_the_table_is_the_one_the_ministry_prints(formats: Path) -> None:
    """Row for row as 법제처's own. Two differences of form: it joins the title with the first
    row, and marks the phrase (``제31조제2항에 따른``) where here it is the word that differs."""
    old, new = official(formats, "구"), official(formats, "신")
    before, after = (read_draft(f"이름\n{spelled_out(side)}") for side in (old, new))
    (entry,) = entries(compare(before, after))
    title, *rows = entry.rows
    shown = [(row.old.text, row.new.text) for row in rows]
    wanted = list(zip([text for text, _ in old], [text for text, _ in new], strict=True))
    first = tuple(text.removeprefix(title.old.text).strip() for text in wanted[0])
    assert shown == [first, *wanted[1:]]
    for row, (_, marked) in zip(rows, new, strict=True):
        ours = [row.new.text[i:j] for i, j in row.new.marks]
        assert len(ours) == len(marked)
        assert all(one in other for one, other in zip(ours, marked, strict=True))
