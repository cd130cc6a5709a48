"""The reader: one document at the place of a hit, the original beside its text."""

import streamlit as st

from records.errors import UCouncilError
from search_ui.address import View
from search_ui.components import component
from search_ui.desk import desk
from search_ui.meeting.screens import sends
from search_ui.places import Place
from search_ui.reading import reading
from search_ui.top import search_box
from search_ui.work.pinning import bar


def page() -> None:
    """Draw the page of the address."""
    view = View.of(st.query_params)
    place = Place.of(st.query_params)
    search_box(view, focus=False, here="reader")
    try:
        data = reading(desk(), view, place)
        st.set_page_config(page_title=f"{data['title']} · u-council")
        component("work")(
            key="work", data=bar(data, place.rev, place.day or view.as_of) | sends(desk())
        )
    except UCouncilError as error:
        data = {"error": str(error), "advice": error.advice, "back": view.link()}
    component("reader")(key="reader", data=data)


page()
