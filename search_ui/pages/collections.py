"""Collections (자료집): one's own, or one that was shared."""

import streamlit as st

from search_ui.address import View
from search_ui.components import component
from search_ui.desk import desk
from search_ui.top import search_box
from search_ui.work.collecting import shown
from search_ui.work.owner import known


def page() -> None:
    """Draw the page of the address."""
    search_box(View(), focus=False, here="collections")
    data = shown(desk(), {**st.query_params, **known(st.context.cookies)})
    name = f"{data['open']['name']} · " if data["open"] else ""
    st.set_page_config(page_title=f"{name}자료집 · u-council")
    component("collections")(key="collections", data=data)


page()
