"""The bar on top of every page: name, search box, help."""

from search_ui.address import View
from search_ui.components import component
from search_ui.desk import desk
from search_ui.help import OPERATORS
from search_ui.site import bar


def search_box(view: View, *, focus: bool, here: str | None = None) -> None:
    """Show the box with the query of ``view`` and the bar of pages, the one of url ``here`` marked.

    ``focus`` is for pages of results: the cursor stands there on arrival, and there is a line for
    what may be typed on.
    """
    component("search_box")(
        key="box",
        data={
            "q": view.q,
            "home": "./",
            "at": View(meet=view.meet).link() if view.meet else "./",
            "meeting": view.meet is not None,
            "links": bar(desk(), here),
            "focus": focus,
            "label": "의회 자료 검색",
            "placeholder": "의안, 요구자료, 감사자료, 회의록, 조문을 찾으세요",
            "help": OPERATORS,
        },
    )
