"""Our own Streamlit components: plain JS and CSS files beside each module, no build step.

Data reaches the page as text nodes and attributes only, never as markup.
"""

from functools import cache
from pathlib import Path
from typing import Any, Final, Protocol

import streamlit as st

_HERE = Path(__file__).parent
_BEFORE: Final = {
    "search_box": ("suggesting.js", "chamber.js"),
    "result_list": ("acting.js", "afterwards.js"),
    "reader": ("citations.js",),
    "law": ("citations.js",),
    "meeting": ("chamber.js",),
    "screen": ("chamber.js", "acting.js"),
    "work": ("acting.js", "sending.js"),
    "collections": ("acting.js",),
    "saved": ("acting.js",),
    "admin": ("acting.js",),
}
"""What stands between common.js and a component's own script."""


class Mount(Protocol):
    """Shows a component with one JSON value."""

    def __call__(self, *, key: str, data: Any) -> Any: ...


@cache
def component(name: str) -> Mount:
    """The component of ``name``.js and ``name``.css, with common.js before them."""
    script = "".join(map(_read, ("common.js", *_BEFORE.get(name, ()), f"{name}.js")))
    mount: Mount = st.components.v2.component(
        name, js=script, css=_styles(name), isolate_styles=False
    )
    return mount


def _styles(name: str) -> str:
    """Its own, after those of the scripts that stand before it."""
    shared = (before.replace(".js", ".css") for before in _BEFORE.get(name, ()))
    return "".join(_read(one) for one in (*shared, f"{name}.css") if (_HERE / one).exists())


def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
