"""Answers of 법제처 to records: golden files, recordings read in place, and what holds always."""

import json
import os
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from replay.law_xml import body
from replay.statutes import version

from crawlers.contract import Answer
from crawlers.law_articles import read_articles
from crawlers.law_body import read_body
from crawlers.law_json import element_of
from crawlers.law_rows import Row, read_row
from crawlers.lists import open_root, read_page
from crawlers.markup import parse
from indexer.statutes.markdown import read_markdown
from records.errors import NotFound, Refused, SourceFault, WrongForm
from records.model import Article, Version

GOLDEN = Path(__file__).parent / "golden"


def answer(content: str | bytes) -> Answer:
    raw = content.encode() if isinstance(content, str) else content
    return Answer("lawService.do", 200, raw, datetime.now(UTC))


def row_of(one: Version) -> Row:
    return Row(
        one.law_id,
        one.mst,
        one.effective,
        one.name,
        one.abbreviation or "",
        one.status or "",
        f"{one.promulgated:%Y%m%d}" if one.promulgated else "",
        (one.number or "").zfill(5),
        one.ministry or "",
    )


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.xml")), ids=lambda path: path.stem)
def test_golden(path: Path) -> None:
    """An answer and the record it becomes; ``UCOUNCIL_GOLDEN=write`` writes the record anew."""
    root = parse(path.read_bytes())
    basics = {e.tag: e.text or "" for e in root.find("기본정보") or []}
    row = Row(
        basics["법령ID"],
        path.stem.partition("-")[0],
        datetime.strptime(basics["시행일자"], "%Y%m%d").date(),
        basics["법령명_한글"],
        "",
        "현행",
        basics["공포일자"],
        basics["공포번호"],
        "",
    )
    record = asdict(read_body(answer(path.read_bytes()), row))
    written = json.dumps(record, ensure_ascii=False, indent=1, default=str) + "\n"
    golden = path.with_suffix(".json")
    if os.environ.get("UCOUNCIL_GOLDEN") == "write":
        golden.write_text(written, encoding="utf-8")
    assert written == golden.read_text(encoding="utf-8")


def test_a_recorded_body(formats: Path) -> None:
    recorded = (formats / "law.go.kr/law_009244_mst113262_EXCERPT.xml").read_bytes()
    row = Row("009244", "113262", date(2011, 5, 19), "", "", "연혁", "20110519", "10694", "")
    found = read_body(answer(recorded), row)
    assert [a.key for a in found.articles] == [
        "제1조", "제2조", "제4조의2", "제5조", "제6조", "제7조",
    ]  # fmt: skip
    lines = found.articles[1].text.splitlines()
    assert lines[0].startswith("제2조(정의) 이 법에서")
    assert [line[:2] for line in lines[1:]] == [
        "3.", "가.", "나.", "다.", "4.", "가.", "다.", "5.", "[전",
    ]  # fmt: skip
    assert found.articles[1].text.endswith("[전문개정 2011.5.19]")
    assert found.abbreviation == "특정금융정보법"
    assert (found.reason or "").startswith("[일부개정]\n◇ 개정이유 및 주요내용\n")


@pytest.mark.parametrize(
    ("name", "total", "rows"),
    [
        ("search_law_teukgeum", 2, 2),
        ("search_law_gwanse", 1, 1),
        ("search_eflaw_teukgeum", 81, 10),
        ("search_eflaw_efYd_range_sodeuk", 4, 4),
        ("error_search_zero_result", 0, 0),
    ],
)
def test_recorded_lists(formats: Path, name: str, total: int, rows: int) -> None:
    recorded = (formats / f"law.go.kr/{name}.xml").read_bytes()
    page = read_page(answer(recorded), "LawSearch", "law", read_row)
    assert (page.total, page.number, len(page.rows)) == (total, 1, rows)
    assert len({row.key for row in page.rows}) == rows


def test_one_mst_stands_once_for_each_effective_date(formats: Path) -> None:
    recorded = (formats / "law.go.kr/search_eflaw_teukgeum.xml").read_bytes()
    page = read_page(answer(recorded), "LawSearch", "law", read_row)
    staged = sorted(row.effective for row in page.rows if row.mst == "261379")
    assert staged == [date(2024, 3, 26), date(2024, 6, 27), date(2024, 7, 19)]


@pytest.mark.parametrize(
    ("name", "leaf"),
    [
        ("error_bad_oc_or_ip", Refused),
        ("error_law_not_found", NotFound),
        ("error_admrul_not_found", NotFound),
        ("error_history_missing_param", WrongForm),
    ],
)
def test_recorded_errors(formats: Path, name: str, leaf: type[SourceFault]) -> None:
    recorded = (formats / f"law.go.kr/{name}.xml").read_bytes()
    with pytest.raises(leaf):
        read_page(answer(recorded), "LawSearch", "law", read_row)


def test_subitems_inside_their_item_read_the_same() -> None:
    beside = "<항><호><호내용>1. 가</호내용></호><목><목내용>가. 나</목내용></목></항>"
    inside = "<항><호><호내용>1. 가</호내용><목><목내용>가. 나</목내용></목></호></항>"
    texts = {texts_of(paragraph)[0].text for paragraph in (beside, inside)}
    assert texts == {"제1조\n1. 가\n가. 나"}


def texts_of(paragraph: str) -> tuple[Article, ...]:
    unit = "<조문번호>1</조문번호><조문여부>조문</조문여부><조문내용>제1조</조문내용>"
    xml = f"<법령><조문><조문단위>{unit}{paragraph}</조문단위></조문></법령>"
    return read_articles(parse(xml.encode())).articles


_WORDS = st.text("가나다라법시장은한다 ", min_size=1, max_size=30).map(lambda t: f"법{t}다.")


@st.composite
def articles(draw: st.DrawFn) -> tuple[Article, ...]:
    """Articles as statutes have them: numbered 항, 호 and 목 in any mixture."""
    signs = st.sampled_from(["① ", "② ", "1. ", "2의3. ", "가. ", "나. ", ""])
    found = []
    for number in range(1, draw(st.integers(1, 5)) + 1):
        key = f"제{number}조" + draw(st.sampled_from(["", "의2", "의10"]))
        lines = draw(st.lists(st.tuples(signs, _WORDS), max_size=6))
        text = "\n".join([f"{key}(제목)", *(sign + words for sign, words in lines)])
        found.append(Article(key, "제목", text, "제1장 총칙"))
    return tuple(found)


@given(articles())
def test_what_the_wire_carries_comes_back_whole(wanted: tuple[Article, ...]) -> None:
    one = version("100001", date(2020, 1, 7), "현행", wanted, outline=((0, "제1장 총칙"),))
    assert read_body(answer(body(one)), row_of(one)).articles == wanted


def test_real_statutes_come_through_the_wire(samples: Path) -> None:
    paths = sorted((samples / "law-history").glob("*/법률/*.md"))[::12]
    for path in paths:
        one = read_markdown(path.read_text(encoding="utf-8"))
        read = read_body(answer(body(one)), row_of(one))
        assert [a.key for a in read.articles] == [a.key for a in one.articles], path
        for got, wanted in zip(read.articles, one.articles, strict=True):
            assert got == wanted, path
        assert read.outline == one.outline


def test_json_becomes_the_same_record_as_xml() -> None:
    """The golden answer as 법제처's JSON has it: 목 beside 호, texts as lists of lines."""
    row = Row("900003", "100021", date(2020, 7, 8), "", "", "현행", "20200107", "777", "")
    sent = (GOLDEN / "100021-quirks.answer").read_bytes()
    assert sent.lstrip().startswith(b"{")
    record = asdict(read_body(answer(sent), row))
    wanted = json.loads((GOLDEN / "100021-quirks.json").read_text(encoding="utf-8"))
    got = json.loads(json.dumps(record, ensure_ascii=False, default=str))
    assert got | {"name": wanted["name"]} == wanted


def test_recorded_addenda_in_json(formats: Path) -> None:
    recorded = (formats / "law.go.kr/law_mst228817_addenda_EXCERPT.json").read_bytes()
    text = element_of(recorded).findtext("부칙/부칙단위/부칙내용") or ""
    lines = text.splitlines()
    assert (len(lines), lines[0]) == (6, "부칙 <제17907호,2021.1.26>")
    assert lines[-1].strip().startswith("아. 「중대재해 처벌 등에 관한 법률」")


@pytest.mark.parametrize(
    ("sent", "leaf"),
    [
        ('{"Law": "일치하는 법령이 없습니다."}', NotFound),
        ("{}", NotFound),
        ('{"result": "사용자 정보 검증에 실패하였습니다.", "msg": "등록해 주세요."}', Refused),
        ('{"법령": [', WrongForm),
        ("[1]", WrongForm),
    ],
)
def test_errors_in_json(sent: str, leaf: type[SourceFault]) -> None:
    with pytest.raises(leaf):
        open_root(answer(sent), "법령")


def test_subitems_whose_item_is_not_certain_are_refused() -> None:
    items = [{"호내용": "1. 가"}, {"호내용": "2. 나"}]
    paragraph = {"호": items, "목": [{"목번호": "가.", "목내용": "가. 다"}]}
    sent = json.dumps({"법령": {"조문": {"조문단위": {"항": paragraph}}}})
    with pytest.raises(WrongForm, match="목이 어느 호에"):
        element_of(sent.encode())
    items[1]["호내용"] = "2. 다음 각 목의 것"
    told = element_of(json.dumps({"법령": {"항": paragraph}}).encode())
    assert [one.tag for one in told.iter()][-3:] == ["목", "목번호", "목내용"]
    assert told.findtext("항/호[2]/목/목내용") == "가. 다"


def test_a_list_in_json() -> None:
    row = {"법령일련번호": "7", "시행일자": "20200101", "법령ID": "000001", "법령명한글": "가법"}
    sent = {"LawSearch": {"totalCnt": "1", "page": "1", "resultCode": "00", "law": row}}
    page = read_page(answer(json.dumps(sent)), "LawSearch", "law", read_row)
    assert [(one.mst, one.law_id) for one in page.rows] == [("7", "000001")]
