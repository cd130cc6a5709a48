"""What is new for a saved search is counted to its end, however many papers the search finds."""

from dataclasses import replace

import pytest

from records.viewer import Viewer
from search_ui.address import View
from search_ui.desk import Desk
from search_ui.work.news import News, news


def found(desk: Desk, query: str, role: str = "staff") -> News:
    last = desk.records.last_revision()
    return news(desk.records, desk.searcher, View(q=query), Viewer(role), 0, last)


@pytest.mark.parametrize("query", ["도서관", "도서관 예산", "ehtjrhks", "가로등"])
def test_changes_are_asked_about_where_the_hits_are_too_many(
    ui_desk: Desk, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    """The same by looking through every hit, and by asking some papers at a time."""
    every = found(ui_desk, query)
    assert every.whole
    assert every.count
    monkeypatch.setattr("search_ui.work.news.MOST", 0 if query != "ehtjrhks" else 10_000)
    monkeypatch.setattr("search_ui.work.news._PAGE", 7)
    assert found(ui_desk, query) == every


def test_where_both_are_too_many_it_is_said(ui_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search_ui.work.news.MOST", 5)
    monkeypatch.setattr("search_ui.work.news.WATCHED", 5)
    some = found(ui_desk, "도서관")
    assert (some.said, some.whole) == ("5건 이상", False)


def test_nothing_stands_in_for_papers_that_are_asked_about(ui_desk: Desk) -> None:
    """Another reading of the query is for people; a question about papers is answered as it is."""
    options = replace(View(q="ehtjrhks").options(), documents=("test:bill-01",))
    assert ui_desk.searcher.search("ehtjrhks", Viewer("staff"), options).total == 0
    assert ui_desk.searcher.search("도서관", Viewer("staff"), options).total == 1
    hidden = replace(options, documents=("test:secret",))
    assert ui_desk.searcher.search("감사", Viewer("public"), hidden).total == 0
