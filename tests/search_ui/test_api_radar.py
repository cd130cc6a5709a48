"""The radar through the API: what changed after it was cited, for whom, and as a workbook."""

from collections.abc import Iterator
from io import BytesIO

import httpx
import pytest
from api_council import HIDDEN, api_council, asking, seen_by
from openpyxl import load_workbook
from ui_radar_council import fill

from search_ui.api.app import api
from search_ui.desk import Desk, install


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with api_council(tmp_path_factory.mktemp("radar")) as desk:
        fill(desk.records)
        install(desk)
        yield desk


@pytest.fixture(scope="module")
def client(desk: Desk) -> Iterator[httpx.Client]:
    with asking(api(desk)) as client:
        yield client


def test_what_changed_after_it_was_cited(client: httpx.Client) -> None:
    answer = client.get("/api/v1/radar").json()
    (one,) = answer["alerts"]
    assert answer["total"] == 1
    assert (one["law"], one["article"], one["change"]) == ("ordin:700001", "제2조", "changed")
    assert (one["since"], one["upcoming"]) == ("2008-07-01", False)
    assert (one["before"][-9:], one["after"][-9:]) == ("10룩스로 한다.", "20룩스로 한다.")
    assert one["steps"] == [
        {"day": "2008-07-01", "change": "changed", "article": "제2조", "now": "제2조"}
    ]
    citing = one["citing"]
    assert (citing["document"], citing["text"]) == ("test:open", "「가로등 설치 조례」 제2조")


def test_who_sees_more_is_told_more(client: httpx.Client, desk: Desk) -> None:
    with seen_by(desk, "staff"):
        found = client.get("/api/v1/radar").json()["alerts"]
        narrowed = client.get("/api/v1/radar", params={"as": "public"}).json()
    documents = {one["citing"]["document"] for one in found}
    assert documents == {"test:open", "test:staff", "ordin:800001"}
    assert narrowed["total"] == 1


def test_a_day_a_law_and_a_part_narrow(client: httpx.Client) -> None:
    assert client.get("/api/v1/radar", params={"since": "2008-07-02"}).json()["total"] == 0
    assert client.get("/api/v1/radar", params={"law": "가로등 설치 조례"}).json()["total"] == 1
    assert client.get("/api/v1/radar", params={"law": HIDDEN}).status_code == 404
    part = client.get("/api/v1/radar", params={"offset": "1"}).json()
    assert (part["total"], part["alerts"]) == (1, [])


def test_citations_to_be_repaired(client: httpx.Client) -> None:
    (one,) = client.get("/api/v1/radar/repairs").json()["repairs"]
    assert (one["article"], one["problem"], one["proposed"]) == ("제9조", "absent", None)
    assert one["evidence"] == "기록에 있는 어느 판에도 없는 조문"


def test_the_workbook_has_both_and_no_formula(client: httpx.Client) -> None:
    answer = client.get("/api/v1/radar.xlsx")
    book = load_workbook(BytesIO(answer.content))
    assert book.sheetnames == ["바뀐 조문", "고칠 인용"]
    row = [cell.value for cell in book["바뀐 조문"][2]]
    assert row[:6] == ["가로등 설치 조례", "제2조", "개정", None, "2008-07-01", "시행 중"]
    assert "f" not in {cell.data_type for row in book["고칠 인용"] for cell in row}
