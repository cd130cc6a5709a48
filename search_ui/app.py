"""The entry of the app: what every page has, then the page of the address."""

from pathlib import Path

import streamlit as st

from search_ui.components import component
from search_ui.desk import desk
from search_ui.site import FOLDER, pages_for

ROOT = Path(__file__).parent

st.set_page_config(page_title="의회 자료 검색 · u-council", page_icon="🔎", layout="wide")
st.html(ROOT / "app.css")
if desk().synthetic:
    component("banner")(
        key="banner", data="시연용 화면입니다. 의원·자료·수치는 모두 꾸며 낸 것입니다."
    )
st.navigation(
    [
        st.Page(FOLDER / page.file, title=page.title, url_path=page.url, default=not page.url)
        for page in pages_for(desk())
    ],
    position="hidden",
).run()
