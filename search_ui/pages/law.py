"""The law page: a law on a day, what changed, what stands below it and what rests on it."""

import streamlit as st

from records.errors import UCouncilError
from search_ui.address import View
from search_ui.components import component
from search_ui.desk import desk
from search_ui.lawview.address import LawPlace
from search_ui.lawview.facing import law_page
from search_ui.top import search_box


def page() -> None:
    """Draw the page of the address."""
    place = LawPlace.of(st.query_params)
    search_box(View(), focus=False, here="law")
    try:
        data = law_page(desk(), place)
        name = "" if data["start"] else f"{data['name']} · "
    except UCouncilError as error:
        name = ""
        data = {"error": str(error), "advice": error.advice, "back": LawPlace().link()}
    st.set_page_config(page_title=f"{name}법령 · u-council")
    component("law")(key="law", data=data)


page()
