"""Saved searches with what is new in them, and one's own history."""

import streamlit as st

from search_ui.address import View
from search_ui.components import component
from search_ui.desk import desk
from search_ui.top import search_box
from search_ui.work.owner import known
from search_ui.work.saving import shown


def page() -> None:
    """Draw the page."""
    search_box(View(), focus=False, here="saved")
    st.set_page_config(page_title="저장한 검색 · u-council")
    component("saved")(
        key="saved", data=shown(desk(), {**st.query_params, **known(st.context.cookies)})
    )


page()
