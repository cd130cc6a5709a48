"""What a query was understood as, with the way back from each reading. Pure."""

from itertools import takewhile
from typing import Any, Final

from indexer.search.intents import KOREAN as KOREAN_INTENTS
from indexer.search.results import Recognised, Results
from search_ui.address import View

KOREAN: Final[dict[str, str]] = {str(what): name for what, name in KOREAN_INTENTS.items()}


def understood(view: View, results: Results) -> dict[str, Any]:
    """``parts`` as sentences, ``intents`` with links that take them back, ``instead`` where other
    words were searched than those typed, and ``others`` that may have been meant."""
    return {
        "parts": _parts(view, results),
        "intents": [_intent(view, one) for one in results.intents],
        "instead": _instead(view, results),
        "others": [{"text": text, "href": view.link(q=text)} for text in results.others],
    }


def _parts(view: View, results: Results) -> list[str]:
    """What is not said elsewhere; that a word is looked for needs no saying."""
    told = {f"{KOREAN[one.what]}로도 봄: {one.label}" for one in results.intents}
    told |= {*_notes(results), f"모두: {results.instead or view.q.strip()}"}
    return [part for part in results.interpreted if part not in told]


def _notes(results: Results) -> list[str]:
    """How the words typed were read anew; these sentences come first."""
    if results.instead is None:
        return []
    first, *rest = results.interpreted
    return [first, *takewhile(lambda part: "‘" in part, rest)]


def _intent(view: View, one: Recognised) -> dict[str, str]:
    what = KOREAN[one.what]
    return {"what": what, "label": one.label, "text": one.text, "href": view.link(q=one.without)}


def _instead(view: View, results: Results) -> dict[str, Any] | None:
    if results.instead is None:
        return None
    return {
        "typed": view.q.strip(),
        "searched": results.instead,
        "notes": _notes(results)[1:],
        "href": view.link(q=literal(view.q, results.instead)),
    }


def literal(typed: str, searched: str) -> str:
    """``typed`` with quotes round what was read anew, so that it is looked for as it stands.

    >>> literal("dmldks 회의록", "의안 회의록"), literal("도서관 ㅇ", "도서관")
    ('"dmldks" 회의록', '도서관 "ㅇ"')
    """
    kept = searched.split()
    return " ".join(word if word in kept else f'"{word}"' for word in typed.split())
