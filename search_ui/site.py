"""The pages there are: one line each. Those with a label stand in the bar on top of every page."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from search_ui.desk import Desk

FOLDER: Final = Path(__file__).parent / "pages"


@dataclass(frozen=True, slots=True)
class Page:
    """A file of `pages/` and its address; the first of `PAGES` is at the root.

    ``staff`` pages are for those who work for the council: roles staff and operator.
    """

    file: str
    title: str
    url: str | None = None
    label: str | None = None
    staff: bool = False


PAGES: Final = (
    Page("search.py", "의회 자료 검색", label="통합검색"),
    Page("reader.py", "자료 보기", "reader"),
    Page("meeting.py", "회의 중", "meeting", label="회의 중"),
    Page("law.py", "법령", "law", label="법령"),
    Page("radar.py", "조례 점검", "radar", label="조례 점검"),
    Page("collections.py", "자료집", "collections", label="자료집"),
    Page("saved.py", "저장한 검색", "saved", label="저장한 검색"),
    Page("glance.py", "한눈에", "glance", label="한눈에"),
    Page("batch.py", "여러 건 찾기", "batch"),
    Page("screen.py", "화면", "screen"),
    Page("admin.py", "관리", "admin", label="관리", staff=True),
)


def pages_for(desk: Desk) -> tuple[Page, ...]:
    """The pages that the desk's viewer may open."""
    staff = desk.viewer.role in ("staff", "operator")
    return tuple(page for page in PAGES if staff or not page.staff)


def bar(desk: Desk, here: str | None) -> list[dict[str, Any]]:
    """The links on top of every page; ``here`` is the url of the page being drawn."""
    return [
        {"label": page.label, "href": f"./{page.url or ''}", "here": page.url == here}
        for page in pages_for(desk)
        if page.label
    ]
