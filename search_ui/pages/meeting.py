"""회의 중: one line to type in, the day's agenda with its papers, in large type."""

from dataclasses import replace

import streamlit as st

from search_ui.address import TODAY, View, day_of
from search_ui.components import component
from search_ui.desk import desk
from search_ui.meeting.shown import shown
from search_ui.top import search_box


def page() -> None:
    """Draw the page of the address; ``day`` is taken as well as ``meet``."""
    view = View.of(st.query_params)
    given = st.query_params.get("day", "")
    view = replace(view, meet=view.meet or (given if day_of(given) else TODAY))
    data = shown(desk(), view)
    st.set_page_config(page_title=f"{view.q or '회의 중'} · u-council")
    search_box(view, focus=True, here="meeting")
    component("meeting")(key="meeting", data=data)


page()
