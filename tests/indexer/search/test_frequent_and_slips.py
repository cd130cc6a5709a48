"""What is offered while typing: what is asked often, and what a slip of a finger meant."""

from collections.abc import Iterator

import pytest
from engine_examples import Engines
from search_examples import fill, paper

from indexer.korean.analyser import Analyser
from indexer.search.searcher import Searcher
from records.model import Visibility
from records.viewer import Viewer

PUBLIC, STAFF = Viewer.parse("public"), Viewer.parse("staff")
PAPERS = (
    paper("report", "공영주차장 요금을 정한다.", title="의정활동 지원 계획"),
    paper("secret", "공영주차장 특별점검을 한다.", title="점검", visibility=Visibility.STAFF),
)
ASKED_OFTEN = ("공영주차장 요금", "공영주차장 특별점검", "공영자전거 대여")


@pytest.fixture(scope="module", params=["embedded", "elastic"])
def searcher(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Searcher]:
    url = request.getfixturevalue("elasticsearch_url") if request.param == "elastic" else None
    engines = Engines(request.param, tmp_path_factory.mktemp("index"), url)
    engine, analyser = engines.open(), Analyser()
    fill(engine, analyser, PAPERS)
    yield Searcher(engine, analyser, asked_often=lambda: ASKED_OFTEN)
    engines.close()


def offered(searcher: Searcher, typed: str, viewer: Viewer) -> list[str]:
    return [one.text for one in searcher.suggest(typed, viewer) if one.what == "query"]


def test_a_query_is_offered_to_whom_it_finds_something(searcher: Searcher) -> None:
    assert offered(searcher, "공영", PUBLIC) == ["공영주차장 요금"]
    assert offered(searcher, "ㄱㅇㅈㅊㅈ", STAFF) == ["공영주차장 요금", "공영주차장 특별점검"]


def test_what_is_typed_to_its_end_is_no_slip(searcher: Searcher) -> None:
    assert offered(searcher, "공영주차장 요금", PUBLIC) == ["공영주차장 요금"]


@pytest.mark.parametrize("typed", ["의정활도", "의정할동", "의정홟동"])
def test_a_slip_is_completed_as_what_was_meant(searcher: Searcher, typed: str) -> None:
    assert [one.text for one in searcher.suggest(typed, PUBLIC)] == ["의정활동 지원 계획"]
