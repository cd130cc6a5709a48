"""Many queries at once: read from a list or a sheet, found line by line, taken away."""

import io
from collections.abc import Iterator

import httpx
import pytest
from api_council import asking
from openpyxl.reader.excel import load_workbook
from openpyxl.workbook.workbook import Workbook
from playwright.sync_api import Page, expect
from starlette.applications import Starlette

from records.errors import Misuse, UCouncilError
from search_ui.batch.found import Line, find_line
from search_ui.batch.lines import LARGEST, LONGEST, MOST, read_lines, tidied
from search_ui.batch.routes import AT_ONCE, routes
from search_ui.batch.sheet import to_xlsx
from search_ui.desk import Desk, install


def book(*rows: tuple[object, ...]) -> bytes:
    made, content = Workbook(), io.BytesIO()
    for row in rows:
        made.active.append(row)  # type: ignore[union-attr]
    made.save(content)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ("검색어,메모\n도서관  운영,가\n\n주차장,나\n".encode(), ["도서관 운영", "주차장"]),
        ("도서관\n주차장".encode("cp949"), ["도서관", "주차장"]),
        ('\ufeff"도서관, 예산"\n'.encode(), ["도서관, 예산"]),
        ("도서관\t1\n주차장\t2".encode(), ["도서관", "주차장"]),
        (b"", []),
    ],
)
def test_the_first_column_is_read(content: bytes, lines: list[str]) -> None:
    assert read_lines(content, None) == lines


def test_a_workbook_is_read_by_the_desk(ui_desk: Desk) -> None:
    sheet = book(("찾을 말", "x"), ("도서관", 1), (None, 2), (2009, 3))
    assert read_lines(sheet, ui_desk.column) == ["도서관", "2009"]
    with pytest.raises(Misuse, match="CSV"):
        read_lines(sheet, None)
    with pytest.raises(UCouncilError):
        read_lines(b"PK\x03\x04 broken", ui_desk.column)


@pytest.mark.parametrize("content", [b"%PDF-1.4 \0\0", b"x" * (LARGEST + 1)])
def test_what_is_no_sheet_or_too_large_is_told(content: bytes) -> None:
    with pytest.raises(Misuse):
        read_lines(content, None)


def test_the_limits_are_told_with_the_line() -> None:
    assert len(tidied(["가"] * MOST)) == MOST
    with pytest.raises(Misuse, match=f"{MOST + 1}줄"):
        tidied(["가"] * (MOST + 1))
    with pytest.raises(Misuse, match="2번째"):
        tidied(["가", "나" * (LONGEST + 1)])


def test_a_line_has_the_count_of_the_search_page_and_its_first_hits(ui_desk: Desk) -> None:
    line = find_line(ui_desk, "도서관")
    assert (line.total, len(line.hits), line.instead) == (30, 3, None)
    assert find_line(ui_desk, "ehtjrhks").instead == "도서관"
    assert find_line(ui_desk, "없는말이다").total == 0


def test_nothing_in_the_sheet_is_a_formula(ui_desk: Desk) -> None:
    lines = [find_line(ui_desk, "도서관"), Line("=1+1\x00"), Line("가", fault="답이 없음")]
    content = to_xlsx(lines, "http://council/", ["어제 찾음"])
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert rows[0][:3] == (1, "도서관", 30)
    assert str(rows[0][4]).startswith("http://council/?q=")
    assert str(rows[0][8]).startswith("http://council/reader?doc=")
    assert sheet["B3"].data_type == "s"
    assert rows[1][3] == "모든 낱말이 있는 자료 없음"
    assert rows[2][3] == "찾지 못함: 답이 없음"


@pytest.fixture
def client(ui_desk: Desk) -> Iterator[httpx.Client]:
    install(ui_desk)
    with asking(Starlette(routes=routes())) as client:
        yield client


def test_over_http_some_lines_at_a_time_and_from_our_pages_only(client: httpx.Client) -> None:
    rows = client.post("/batch/find", json={"lines": ["도서관", " ", "가로등"]}).json()["rows"]
    assert [row["query"] for row in rows] == ["도서관", "가로등"]
    assert rows[0]["count"] == "30건"
    many = client.post("/batch/find", json={"lines": ["가"] * (AT_ONCE + 1)})
    assert (many.status_code, bool(many.json()["advice"])) == (422, True)
    for body in (b"[]", b"{", b'{"lines": [1]}', b'{"lines": "a"}'):
        answer = client.post(
            "/batch/find", content=body, headers={"Content-Type": "application/json"}
        )
        assert answer.status_code == 422
    foreign = {"Sec-Fetch-Site": "cross-site"}
    assert client.post("/batch/find", json={"lines": []}, headers=foreign).status_code == 403
    assert client.post("/batch/find", data={"lines": "a"}).status_code == 403
    read = client.post(
        "/batch/read",
        content=book(("도서관",)),
        headers={"Content-Type": "application/octet-stream"},
    )
    assert read.json() == {"lines": ["도서관"]}
    taken = client.post("/batch/sheet", json={"lines": ["도서관"]})
    about = load_workbook(io.BytesIO(taken.content)).worksheets[1]
    assert "찾음" in str(about["A1"].value)


@pytest.mark.xdist_group("browser")
def test_a_list_and_a_sheet_are_found_and_taken_away(screen: Page, app: str) -> None:
    screen.goto(f"{app}batch")
    expect(screen.get_by_role("heading", level=1)).to_have_text("여러 건 찾기")
    expect(screen).to_have_title("여러 건 찾기 · u-council")
    screen.get_by_label("표 올리기").set_input_files(
        {
            "name": "물음.xlsx",
            "mimeType": "application/zip",
            "buffer": book(("도서관",), ("없는말이다",)),
        }
    )
    expect(screen.get_by_label("찾을 말")).to_have_value("도서관\n없는말이다")
    screen.get_by_label("찾을 말").fill("도서관\n없는말이다\n<b>가로등</b>")
    screen.get_by_role("button", name="모두 찾기").click()
    rows = screen.get_by_role("table").get_by_role("row")
    expect(rows).to_have_count(4)
    expect(rows.nth(1)).to_contain_text("30건")
    expect(rows.nth(2)).to_contain_text("0건")
    expect(screen.get_by_role("status").last).to_contain_text("3줄을 찾았습니다 · 없음 2줄")
    with screen.expect_download() as download:
        screen.get_by_role("button", name="엑셀(XLSX)로 받기").click()
    assert download.value.suggested_filename.startswith("여러 건 찾기")
    rows.nth(1).get_by_role("link", name="도서관", exact=True).click()
    expect(screen.locator("#u-results")).to_have_attribute("data-query", "도서관")
    screen.go_back()
    expect(rows).to_have_count(4)
