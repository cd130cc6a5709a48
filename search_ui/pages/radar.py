"""조례 점검: which ordinances, statutes and pending bills an amended article left behind."""

import streamlit as st

from records.errors import UCouncilError
from search_ui.address import View
from search_ui.components import component
from search_ui.desk import desk
from search_ui.radar.address import RadarPlace
from search_ui.radar.shown import failed, shown
from search_ui.top import search_box


def page() -> None:
    """Draw the page of the address."""
    place, tool = RadarPlace.of(st.query_params), desk().watch
    st.set_page_config(page_title="조례 점검 · u-council")
    search_box(View(), focus=False, here="radar")
    if tool is None:
        data = failed(place, "이 화면에는 법령 도구가 없습니다", "운영자에게 알리세요.")
    else:
        try:
            data = shown(desk(), tool, place)
        except UCouncilError as error:
            data = failed(place, str(error), "법령의 이름을 확인하세요.")
    component("radar")(key="radar", data=data)
    if data["pages"] > 1:
        st.pagination(data["pages"], key="p", bind="query-params")


page()
