"""What each line of a batch finds, as JSON for the page and as rows for the sheet."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from indexer.search.results import Result
from records.errors import UCouncilError
from search_ui.address import View
from search_ui.cards import kind_name, opening
from search_ui.desk import Desk

SHOWN: Final = 3
"""First hits of a line."""


@dataclass(frozen=True, slots=True)
class Line:
    """A query with the exact number of papers that have all its words, and the first hits.

    ``instead`` is what was searched where the words typed find nothing; ``fault`` why nothing
    could be searched at all, so that no answer is not taken for no paper.
    """

    query: str
    total: int = 0
    instead: str | None = None
    hits: tuple[Result, ...] = ()
    fault: str = ""

    @property
    def view(self) -> View:
        return View(q=self.query)


def find_line(desk: Desk, query: str) -> Line:
    """Search one line as the desk's viewer."""
    try:
        found = desk.searcher.search(
            query, desk.viewer, replace(View(q=query).options(), size=SHOWN)
        )
    except UCouncilError as error:
        return Line(query, fault=str(error))
    return Line(query, found.total, found.instead, found.hits)


def find_lines(desk: Desk, queries: Iterable[str]) -> list[Line]:
    """Each of ``queries``, in their order."""
    return [find_line(desk, query) for query in queries]


def as_row(line: Line) -> dict[str, Any]:
    """One row of the page."""
    return {
        "query": line.query,
        "href": line.view.link(),
        "count": f"{line.total:,}건",
        "none": not line.total,
        "instead": line.instead,
        "fault": line.fault,
        "hits": [_hit(line, hit) for hit in line.hits],
    }


def _hit(line: Line, hit: Result) -> dict[str, Any]:
    return {
        "title": hit.title,
        "kind": kind_name(hit.kind),
        "date": hit.date.isoformat() if hit.date else "",
        "missing": list(hit.missing),
        "href": opening(line.view, hit, hit.passages[0] if hit.passages else None),
    }
