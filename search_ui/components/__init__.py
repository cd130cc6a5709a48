"""Our own Streamlit components: plain JS and CSS files beside each module, no build step.

Data reaches the page as text nodes and attributes only, never as markup.
"""

from functools import cache
from pathlib import Path
from typing import Any, Protocol

import streamlit as st

_HERE = Path(__file__).parent


class Mount(Protocol):
    """Shows a component with one JSON value."""

    def __call__(self, *, key: str, data: Any) -> Any: ...


@cache
def component(name: str) -> Mount:
    """The component of ``name``.js and ``name``.css, with common.js before them."""
    script = _read("common.js") + _read(f"{name}.js")
    mount: Mount = st.components.v2.component(
        name, js=script, css=_read(f"{name}.css"), isolate_styles=False
    )
    return mount


def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
