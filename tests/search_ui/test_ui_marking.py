"""Marks found in search's passages stand on the same letters of the document's own."""

import doctest
import importlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.search.results import PassageHit
from records.model import Passage
from records.viewer import Viewer
from search_ui.desk import Desk
from search_ui.leaves import leaves
from search_ui.marking import marks_by_passage

MODULES = ("address", "cards", "laws", "leaves", "marking", "reading", "spots")


@given(st.lists(st.text("가나다 ", min_size=1, max_size=12), min_size=1, max_size=8), st.data())
def test_a_mark_keeps_its_letters(texts: list[str], data: st.DataObject) -> None:
    passages = [Passage(order, text) for order, text in enumerate(texts)]
    filled = [passage for passage in passages if passage.text.strip()]
    if not filled:
        return
    joined = "\n".join(passage.text for passage in filled)
    start = data.draw(st.integers(0, len(joined) - 1))
    end = data.draw(st.integers(start + 1, len(joined)))
    found = marks_by_passage(passages, [PassageHit(joined, ((start, end),), order=filled[0].order)])
    marked = "".join(passages[i].text[a:b] for i, spans in found.items() for a, b in spans)
    assert marked == joined[start:end].replace("\n", "")


@pytest.mark.parametrize("query", ["도서관", "공영주차장 요금", "염화칼슘 장비", "가로등 룩스"])
def test_all_that_search_locates_is_marked(ui_desk: Desk, query: str) -> None:
    viewer = Viewer("public")
    for hit in ui_desk.searcher.search(query, viewer).hits:
        document = ui_desk.records.read(hit.document, viewer)
        located = ui_desk.searcher.locate(query, hit.document, viewer)
        marks = marks_by_passage(document.passages, located)
        wanted = sorted(one.text[a:b] for one in located for a, b in one.marks)
        found = sorted(document.passages[i].text[a:b] for i, own in marks.items() for a, b in own)
        assert found == wanted


@given(st.lists(st.integers(1, 9) | st.none(), max_size=30))
def test_leaves_hold_every_passage_once(pages: list[int | None]) -> None:
    ordered = sorted(page for page in pages if page)
    passages = [Passage(order, "가", page=page) for order, page in enumerate(ordered)]
    made = leaves(passages)
    assert [leaf.number for leaf in made] == list(range(1, len(made) + 1))
    assert [i for leaf in made for i in range(leaf.first, leaf.last)] == list(range(len(passages)))
    assert all(
        passages[i].page == leaf.number for leaf in made for i in range(leaf.first, leaf.last)
    )


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_hold(name: str) -> None:
    result = doctest.testmod(importlib.import_module(f"search_ui.{name}"))
    assert result.failed == 0
