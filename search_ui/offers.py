"""What is offered beside results, asked for when wanted: more words, reasons, a complaint."""

from typing import Any, Final

from indexer.search.explain import KOREAN as PARTS
from indexer.search.results import Results
from records.viewer import Viewer
from search_ui.address import View

_RELATED: Final = 8


def offers(view: View, results: Results, viewer: Viewer, missable: bool) -> dict[str, Any]:
    """Addresses of related words and of why each hit is there; the names of a score's parts for
    those who see scores; whether a failed search can be told."""
    asked = bool(view.q.strip())
    return {
        "related": view.api("related", size=_RELATED) if asked and results.total > 1 else None,
        "explain": view.api("explain") if asked and results.hits else None,
        "partNames": dict(PARTS) if viewer.role != "public" else {},
        "missable": asked and missable,
        "total": results.total,
    }
