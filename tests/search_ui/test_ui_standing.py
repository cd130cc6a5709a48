"""What an answer stands on: sources, what is left out, and that nothing found is no proof."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from indexer.search.results import Results
from records.errors import Misuse
from records.model import Document, Kind, Passage, Privacy, Visibility
from records.store import Records
from records.viewer import Viewer
from search_ui.address import View
from search_ui.cards import shown
from search_ui.missed import missed
from search_ui.offers import offers
from search_ui.standing import matches, standing

NONE = Results("", (), total=0, took_ms=0.0, hits=(), facets={})
HELD = Document(
    "t:held", Kind.REPORT, "보류", date(2009, 3, 2), privacy=Privacy.HELD, agency="주차관리과",
    visibility=Visibility.PUBLIC, passages=(Passage(0, "글"),),
)  # fmt: skip


@pytest.fixture
def records(tmp_path: Path):
    with Records.create(f"sqlite:///{tmp_path}/r.db", f"{tmp_path}/o") as opened:
        yield opened


def desk(records: Records, viewer: str = "public", **more: object) -> SimpleNamespace:
    titles = {"law": "현행 법령", "press": "보도자료"}
    return SimpleNamespace(
        records=records, viewer=Viewer.parse(viewer), sources=titles, applied=None, **more
    )


def test_papers_put_in_by_hand_have_no_source_to_be_late(records: Records) -> None:
    said = standing(View(q="예산"), desk(records))
    assert (said["rows"], said["stale"]) == ([], [])
    assert "넣은 자료에서만" in said["line"]


def test_a_source_that_failed_or_is_old_is_named(records: Records) -> None:
    records.finish_run(records.start_run("law"), 10, 10, 10)
    records.finish_run(records.start_run("press"), 10, 3, 0, "incomplete", "열에서 셋만 받음")
    public = standing(View(q="예산"), desk(records))
    assert public["stale"] == ["보도자료"]
    assert "2곳 가운데 1곳" in public["line"]
    assert [row["state"] for row in public["rows"]] == ["정상", "실패 (incomplete)"]
    later = datetime.now(UTC) + timedelta(days=9)
    assert standing(View(), desk(records), later)["stale"] == ["현행 법령", "보도자료"]
    staff = standing(View(q="예산"), desk(records, "staff"))
    assert staff["rows"][1]["state"] == "실패 (열에서 셋만 받음)"


def test_a_first_run_under_way_is_not_late(records: Records) -> None:
    records.start_run("law")
    now = standing(View(), desk(records))
    assert (now["stale"], now["rows"][0]["state"]) == ([], "첫 수집 중")
    later = datetime.now(UTC) + timedelta(days=2)
    assert standing(View(), desk(records), later)["stale"] == ["현행 법령"]


def test_counts_of_what_is_left_out_are_for_staff(records: Records) -> None:
    records.put([HELD])
    records.fail("깨진.hwp", "broken", "파일이 손상됨", "다시 올리세요")
    view = View(q="예산", date_from=date(2010, 1, 1))
    (public,) = standing(view, desk(records))["notes"]
    assert not any(letter.isdigit() for letter in public)
    held, failed = standing(view, desk(records, "staff"))["notes"]
    assert "1건 (이 조건 안 0건)" in held
    assert "1건" in failed


def test_what_is_chosen_holds_for_a_held_paper_or_not() -> None:
    day = date(2009, 3, 2)
    assert matches(View(), HELD)
    assert matches(View(kinds=("report",), date_from=day, date_to=day, year="2009"), HELD)
    assert matches(View(agency="주차관리과"), HELD)
    for view in (View(kinds=("bill",)), View(date_to=date(2009, 3, 1)), View(member="김하나")):
        assert not matches(view, HELD)


def test_nothing_found_where_a_source_is_late_is_not_nothing() -> None:
    late = {"line": "", "rows": [], "notes": [], "stale": ["현행 법령", "보도자료"]}
    view = View(q="없는말")
    offered = offers(view, NONE, Viewer("public"), missable=True)
    listed = shown(view, NONE, late, offered)
    assert listed["count"] == "찾지 못함"
    assert "없다고 할 수 없습니다" in listed["advice"]["title"]
    assert "「현행 법령」, 「보도자료」" in listed["advice"]["text"]
    fine = shown(view, NONE, late | {"stale": []}, offered)
    assert fine["count"] == "0건"


def test_reasons_and_words_are_offered_where_there_is_something() -> None:
    view = View(q="예산", kinds=("bill", "audit"), date_from=date(2009, 1, 1), page=2)
    nothing = offers(view, NONE, Viewer("public"), missable=False)
    assert (nothing["related"], nothing["explain"], nothing["missable"]) == (None, None, False)
    found = offers(view, replace(NONE, total=9), Viewer("staff"), missable=True)
    assert found["related"] == "./api/v1/related?q=%EC%98%88%EC%82%B0&size=8"
    assert found["partNames"]["title"] == "제목"
    assert view.api("explain").endswith("&from=2009-01-01&size=10&offset=10&kind=bill&kind=audit")


def test_a_failed_search_is_told_or_refused(records: Records) -> None:
    told: list[tuple[str, int]] = []

    def keep(query: str, found: int) -> bool:
        told.append((query, found))
        return "900101" not in query

    here = desk(records, missed=keep)
    assert "고맙습니다" in missed(here, {"q": " 주차장  요금 ", "found": 3})["said"]
    assert told == [("주차장 요금", 3)]
    assert "남기지 않았습니다" in missed(here, {"q": "900101-1234568"})["said"]
    for order in ({}, {"q": " "}, {"q": "가" * 201}, {"q": 3}):
        with pytest.raises(Misuse):
            missed(here, order)
    with pytest.raises(Misuse):
        missed(desk(records, missed=None), {"q": "예산"})
