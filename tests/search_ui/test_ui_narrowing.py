"""Counts by year are a histogram that narrows by days."""

from datetime import date

from indexer.search.results import FacetCount, Results
from search_ui.address import View
from search_ui.narrowing import panel, years

COUNTS = (FacetCount("2009", "2009년", 40), FacetCount("2011", "2011년", 1),
          FacetCount("2010", "2010년", 10))  # fmt: skip
FOUND = Results("", (), total=51, took_ms=0.0, hits=(), facets={"year": COUNTS})


def test_rows_by_year_with_what_they_are_of_the_largest() -> None:
    rows = years(View(q="예산"), COUNTS)
    assert [(row["label"], row["count"], row["share"]) for row in rows] == [
        ("2011년", "1", 2), ("2010년", "10", 25), ("2009년", "40", 100),
    ]  # fmt: skip
    narrowed = View(q="예산", date_from=date(2010, 1, 1), date_to=date(2010, 12, 31))
    assert rows[1]["href"] == narrowed.link()


def test_a_year_chosen_alone_is_taken_off_and_a_longer_time_is_made_one_year() -> None:
    alone = View(q="예산", date_from=date(2010, 1, 1), date_to=date(2010, 12, 31))
    rows = years(alone, COUNTS)
    assert [row["chosen"] for row in rows] == [False, True, False]
    assert rows[1]["href"] == View(q="예산").link()
    longer = years(View(q="예산", date_from=date(2010, 5, 1)), COUNTS)
    assert [row["chosen"] for row in longer] == [True, True, False]
    assert longer[1]["href"] == alone.link()
    assert years(View(year="2009"), COUNTS)[2]["href"] == View().link()


def test_what_is_found_can_be_searched_within() -> None:
    assert panel(View(q="예산"), FOUND)["within"]
    assert not panel(View(), FOUND)["within"]
    assert not panel(View(q="예산"), None)["within"]
