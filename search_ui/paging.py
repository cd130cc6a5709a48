"""How many pages of results there are. Pure."""

from itertools import pairwise
from typing import Any, Final

from indexer.search.results import Results
from search_ui.address import View

_AROUND: Final = 2
"""Pages named on either side of the one shown."""
DEEPEST: Final = 10_000
"""Places that can be paged to, as in the API; who looks further narrows."""


def last_page(view: View, results: Results) -> int:
    """The last page that can be turned to: every full match stands on one of them. Behind these
    one page more at a time, for as long as they are full of papers that lack a word.

    >>> last_page(View(), Results("", (), total=41, took_ms=0, hits=(), facets={}))
    5
    """
    full = -(-results.reach // view.size)
    more = view.page + 1 if results.near and len(results.hits) == view.size else 1
    here = view.page if results.hits else 1
    return min(max(full, more, here, 1), DEEPEST // view.size)


def pager(view: View, results: Results) -> list[dict[str, Any]]:
    """Links to pages: those around this one, the first and the last, and one step either way;
    a gap has no link. None where one page is all.

    >>> results = Results("", (), total=95, took_ms=0, hits=(), facets={})
    >>> [part["label"] for part in pager(View(page=5), results)]
    ['이전', '1', '…', '3', '4', '5', '6', '7', '…', '10', '다음']
    """
    last = last_page(view, results)
    if last == 1:
        return []
    here = min(view.page, last)
    shown = sorted({1, last, *range(max(1, here - _AROUND), min(last, here + _AROUND) + 1)})
    links = [_link(view, here - 1, "이전")] if here > 1 else []
    for before, number in pairwise((0, *shown)):
        if number - before > 1:
            links.append({"label": "…", "href": None, "here": False})
        links.append(_link(view, number, str(number), number == view.page))
    return [*links, _link(view, here + 1, "다음")] if here < last else links


def _link(view: View, number: int, label: str, here: bool = False) -> dict[str, Any]:
    return {"label": label, "href": view.link(page=number), "here": here}


def beyond(results: Results) -> str:
    """What is said when there are more papers than can be paged to."""
    if results.reach <= DEEPEST:
        return ""
    return f"앞의 {DEEPEST:,}건까지 넘겨 볼 수 있습니다. 더 보려면 조건으로 좁히세요."
