"""The search page: box, filters, results. Its whole state is the address."""

import streamlit as st

from indexer.search.results import Results
from records.errors import UCouncilError
from search_ui.address import View
from search_ui.cards import failed, shown
from search_ui.components import component
from search_ui.desk import desk
from search_ui.narrowing import panel
from search_ui.offers import offers
from search_ui.standing import standing
from search_ui.top import search_box
from search_ui.work.saving import bar


def page() -> None:
    """Draw the page; what is already on screen stays until its new content is there."""
    view = View.of(st.query_params)
    if view.q.strip():
        st.set_page_config(page_title=f"{view.q} · 의회 자료 검색 · u-council")
    search_box(view, focus=True)
    side, main = st.columns([1, 4], gap="medium")
    results, listed = answer(view)
    with main:
        component("work")(key="work", data=bar(view, results.total if results else None))
        component("result_list")(key="results", data=listed)
    with side:
        component("filters")(key="filters", data=panel(view, results))


def answer(view: View) -> tuple[Results | None, dict[str, object]]:
    """The results, if there are any, and the list that shows them or says why not."""
    try:
        results = desk().searcher.search(view.q, desk().viewer, view.options())
    except UCouncilError as error:
        return None, failed(view, str(error), error.advice)
    offered = offers(view, results, desk().viewer, desk().missed is not None)
    return results, shown(view, results, standing(view, desk()), offered)


page()
