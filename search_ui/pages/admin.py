"""For those who run the place."""

import streamlit as st

from search_ui.address import View
from search_ui.admin.views import VIEWS, shown, view_name
from search_ui.components import component
from search_ui.desk import desk
from search_ui.top import search_box


def page() -> None:
    """Draw the view of the address."""
    search_box(View(), focus=False, here="admin")
    st.set_page_config(page_title=f"{VIEWS[view_name(st.query_params)]} · 관리 · u-council")
    component("admin")(key="admin", data=shown(desk(), st.query_params))


page()
