"""What the pages work with: one `Desk` for the process, put there before the app is served.

>>> install(Desk(records, searcher, Viewer("public"), render, synthetic=False))  # doctest: +SKIP
>>> desk().searcher.search("의정활동비", desk().viewer)  # doctest: +SKIP
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from indexer.search.searcher import Searcher
from records.store import Records
from records.viewer import Viewer
from search_ui.admin_tools import Admin
from search_ui.law_tools import Cite, Compare
from search_ui.radar_tools import Watch

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 of a mark on a page, each 0..1 from the upper left corner."""


class Render(Protocol):
    """Pictures of an original's pages. ``page`` counts from 1, ``width`` is in pixels.

    Raises leaves of `records.errors.Unreadable` for what cannot be drawn.
    """

    def page_count(self, content: bytes, media_type: str, /) -> int:
        """How many pages the original has; 0 for a format without page images."""

    def page_image(self, content: bytes, media_type: str, page: int, width: int, /) -> bytes:
        """A PNG, or an SVG without scripts and outside links."""

    def boxes(
        self, content: bytes, media_type: str, page: int, needles: tuple[str, ...], /
    ) -> Sequence[Box]:
        """Where the needles stand on the page."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Records and search, who is asking, how originals are drawn, and whether the council is
    made up (시연용). ``compare``, ``cite`` and ``watch`` are there where laws are understood;
    ``sources`` are titles by source, ``applied`` tells the revision that search has come to.
    ``admin`` are the tools of those who run the place; ``mail`` says that alerts can go by mail,
    ``private`` whether a text holds personal data. ``missed`` keeps a query that did not find
    what it should, with how many it found; False when it holds personal data.
    ``column`` reads the first column of an uploaded workbook in a process of its own."""

    records: Records
    searcher: Searcher
    viewer: Viewer
    render: Render
    synthetic: bool = False
    compare: Compare | None = None
    cite: Cite | None = None
    watch: Watch | None = None
    sources: Mapping[str, str] = field(default_factory=dict)
    applied: Callable[[], int] | None = None
    admin: Admin | None = None
    mail: bool = False
    private: Callable[[str], bool] | None = None
    missed: Callable[[str, int], bool] | None = None
    column: Callable[[bytes], Sequence[str]] | None = None


_installed: list[Desk] = []


def install(new: Desk) -> None:
    """Put the desk of this process; the last one counts."""
    _installed[:] = [new]


def desk() -> Desk:
    """The desk of this process. Raises RuntimeError when the app is served without one."""
    if not _installed:
        raise RuntimeError("search_ui.desk.install() comes before the app is served")
    return _installed[0]
