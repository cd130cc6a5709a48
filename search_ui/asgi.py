"""The app as one ASGI application: pages, the originals they show, and the API, side by side."""

from pathlib import Path

import streamlit as st
from starlette.types import ASGIApp
from streamlit.runtime.pages_manager import PagesManager

from search_ui.api.app import api, beside
from search_ui.batch.routes import routes as batch
from search_ui.desk import desk
from search_ui.lawview.routes import routes as law_routes
from search_ui.meeting.routes import routes as meeting
from search_ui.originals import routes
from search_ui.theme import apply_theme
from search_ui.work.owner import with_key
from search_ui.work.routes import routes as work

SCRIPT = Path(__file__).with_name("app.py")


def application() -> ASGIApp:
    """The app, ready for uvicorn. `search_ui.desk.install` comes first.

    >>> uvicorn.run(application())  # doctest: +SKIP
    """
    apply_theme()
    # Our pages are those of `site`; without this the first address opened after a start would
    # run its file of `pages/` alone, without the frame.
    PagesManager.uses_pages_directory = False
    mounted = [*routes(), *law_routes(), *work(), *batch(), *meeting()]
    return beside(with_key(st.App(SCRIPT, routes=mounted)), api(desk()))
