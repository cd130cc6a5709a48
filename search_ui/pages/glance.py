"""한눈에: the pictures of requests, of a bill's way, of what stands around an article."""

import streamlit as st

from records.errors import UCouncilError
from search_ui.address import View
from search_ui.components import component
from search_ui.desk import desk
from search_ui.glance.address import GlancePlace
from search_ui.glance.shown import glance
from search_ui.top import search_box


def page() -> None:
    """Draw the page of the address."""
    place = GlancePlace.of(st.query_params)
    st.set_page_config(page_title="한눈에 · u-council")
    search_box(View(), focus=False, here="glance")
    try:
        data = glance(desk(), place)
    except UCouncilError as error:
        data = {"error": str(error), "advice": error.advice, "back": GlancePlace(place.show).link()}
    component("glance")(key="glance", data=data)


page()
