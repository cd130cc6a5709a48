"""Many queries at once: pasted or from a sheet, counted line by line, taken away as a workbook."""

import streamlit as st

from search_ui.address import View
from search_ui.batch.lines import LIMITS, MOST
from search_ui.batch.routes import AT_ONCE
from search_ui.components import component
from search_ui.desk import desk
from search_ui.standing import standing
from search_ui.top import search_box


def page() -> None:
    """Draw the page; the rest happens in its component."""
    st.set_page_config(page_title="여러 건 찾기 · u-council")
    search_box(View(), focus=False, here="batch")
    stands = standing(View(), desk())
    limits = {"limits": LIMITS, "most": MOST, "atOnce": AT_ONCE}
    ground = {"line": stands["line"], "stale": stands["stale"]}
    component("batch")(key="batch", data=limits | ground)


page()
