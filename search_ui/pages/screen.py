"""A screen: what staff last put on it, large, followed without anybody's hand."""

import streamlit as st

from search_ui.components import component
from search_ui.desk import desk
from search_ui.meeting.screens import FIRST, on_screen


def page() -> None:
    """Draw the screen of the address's ``name``."""
    shown = on_screen(desk(), " ".join(st.query_params.get("name", "").split()) or FIRST)
    paper = shown.pop("paper")
    st.set_page_config(page_title=f"{shown['name']} 화면 · u-council")
    component("screen")(key="screen", data=shown | {"filled": paper is not None})
    if paper:
        component("reader")(key="reader", data=paper)


page()
