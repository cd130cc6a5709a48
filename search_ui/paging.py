"""How many pages of results there are. Pure."""

from typing import Final

from indexer.search.results import Results
from search_ui.address import View

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


def beyond(results: Results) -> str:
    """What is said when there are more papers than can be paged to."""
    if results.reach <= DEEPEST:
        return ""
    return f"앞의 {DEEPEST:,}건까지 넘겨 볼 수 있습니다. 더 보려면 조건으로 좁히세요."
