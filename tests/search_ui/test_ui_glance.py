"""The pictures: what they count and show, for whom; and that they stand on the screen."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from ui_council import council

from records.errors import UnknownDocument
from records.model import DataRequest, Relation, RelationKind, RequestStatus
from records.timeline import today
from search_ui.desk import Desk
from search_ui.glance.address import GlancePlace
from search_ui.glance.shown import glance

BILL, REPORT, LAW = "test:bill-01", "test:report", "ordin:700001"
TABLE, SECRET = "test:table", "test:secret"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with council(tmp_path_factory.mktemp("council")) as made:
        asked = date(2026, 3, 4)
        soon = today() + timedelta(days=3)
        made.records.put_requests(
            [
                DataRequest(BILL, "m1", "주차관리과", asked, date(2026, 3, 14), date(2026, 3, 10),
                            RequestStatus.ANSWERED),
                DataRequest(REPORT, "m1", "주차관리과", asked, date(2026, 3, 14), None,
                            RequestStatus.ASKED),
                DataRequest(TABLE, "m1", "<b>도로과</b>", date(2026, 4, 1), soon, None,
                            RequestStatus.ASKED),
                DataRequest(SECRET, "m1", "감사과", asked, soon, None, RequestStatus.ASKED),
            ]
        )  # fmt: skip
        made.records.put_relations(
            [
                Relation(REPORT, RelationKind.MENTIONS, BILL),
                Relation(SECRET, RelationKind.MENTIONS, BILL),
                Relation(BILL, RelationKind.AMENDS, f"{LAW}#제2조"),
                Relation(REPORT, RelationKind.CITES, f"{LAW}#제2조", 3, 9),
            ]
        )
        yield made


def test_requests_are_counted_without_those_closed_to_the_viewer(desk: Desk) -> None:
    picture = glance(desk, GlancePlace())["picture"]
    assert [(one["label"], one["value"]) for one in picture["figures"]] == [
        ("요구", "3건"),
        ("제출", "1건 (기한 안 100%)"),
        ("제출 기다림", "1건"),
        ("기한 지남", "1건"),
    ]
    assert picture["months"] == ["2026. 3.", "2026. 4."]
    assert [(row["agency"], row["total"]) for row in picture["rows"]] == [
        ("주차관리과", 2),
        ("<b>도로과</b>", 1),
    ]
    assert [(one["title"], one["tone"], one["left"]) for one in picture["due"]] == [
        ("공영주차장 확충 보고", "late", picture["due"][0]["left"]),
        ("제설 예산서", "soon", "3일 남음"),
    ]


def test_the_way_of_a_bill_runs_by_day(desk: Desk) -> None:
    way = glance(desk, GlancePlace("bill", BILL))["picture"]
    days = [one["date"] for one in way["events"]]
    assert days == sorted(days)
    assert {one["why"] for one in way["events"]} == {"이 자료", "이것을 가리킴", "고치는 법규"}
    assert [way["events"][0]["place"], way["events"][-1]["place"]] == [0.0, 1.0]


def test_what_stands_around_an_article(desk: Desk) -> None:
    around = glance(desk, GlancePlace("around", f"{LAW}#제2조"))["picture"]
    assert around["total"] == 2
    assert {item["title"] for group in around["groups"] for item in group["items"]} == {
        "공영주차장 확충 보고",
        "도서관 운영 조례 일부개정조례안 제2호",
    }


def test_a_closed_paper_has_no_way(desk: Desk) -> None:
    with pytest.raises(UnknownDocument):
        glance(desk, GlancePlace("bill", SECRET))


def test_bills_and_laws_are_offered(desk: Desk) -> None:
    bills = glance(desk, GlancePlace("bill"))["offered"]
    laws = glance(desk, GlancePlace("around"))["offered"]
    assert all("조례안" in one["title"] or "정비안" in one["title"] for one in bills)
    assert [one["title"] for one in laws] == ["가로등 설치 조례"]


def test_an_address_says_which(tmp_path: Path) -> None:
    place = GlancePlace("around", f"{LAW}#제2조")
    assert place.link() == "./glance?show=around&id=ordin%3A700001%23%EC%A0%9C2%EC%A1%B0"
    assert GlancePlace.of({"show": "없는 것", "id": "x"}) == GlancePlace("requests", "x")
