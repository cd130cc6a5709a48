"""Pages reach every full match, go on through near ones, and end somewhere."""

from dataclasses import replace

from indexer.search.results import Result, Results
from search_ui.address import View
from search_ui.paging import beyond, last_page, pager

HIT = Result("a", "a", "bill", "가", None, 1.0, ())
NONE = Results("", (), total=0, took_ms=0.0, hits=(), facets={})


def test_near_papers_among_the_first_push_full_matches_on_to_a_page_of_their_own() -> None:
    results = replace(NONE, total=30, hits=(HIT,) * 10)
    assert last_page(View(), results) == 3
    assert last_page(View(), replace(results, amid=4, near=4)) == 4


def test_behind_the_full_matches_one_page_more_while_near_ones_fill_it() -> None:
    results = replace(NONE, total=30, hits=(HIT,) * 10, near=10)
    assert last_page(View(page=4), results) == 5
    assert last_page(View(page=5), replace(results, hits=(HIT,) * 3, near=3)) == 5


def test_it_ends() -> None:
    many = replace(NONE, total=1_000_000, hits=(HIT,) * 20)
    assert last_page(View(size=20), many) == 500
    assert "10,000건" in beyond(many)
    assert beyond(NONE) == ""
    assert last_page(View(), NONE) == 1


def test_links_keep_the_search_and_lead_past_gaps() -> None:
    results = replace(NONE, total=200, hits=(HIT,) * 10)
    view = View(q="예산", kinds=("bill",), page=10)
    parts = pager(view, results)
    assert [part["label"] for part in parts] == [
        "이전", "1", "…", "8", "9", "10", "11", "12", "…", "20", "다음",
    ]  # fmt: skip
    assert parts[-1]["href"] == view.link(page=11)
    assert [part["label"] for part in parts if part["here"]] == ["10"]
    assert pager(View(), replace(NONE, total=10)) == []


def test_an_address_past_the_end_leads_back() -> None:
    parts = pager(View(page=40), replace(NONE, total=30))
    assert [part["label"] for part in parts] == ["이전", "1", "2", "3"]
    assert not any(part["here"] for part in parts)
