"""The citations on a leaf of a document: where they stand, and where each leads or why nowhere."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import accumulate
from typing import Any
from urllib.parse import urlencode

from records.model import Document
from records.timeline import today
from records.viewer import Viewer
from search_ui.desk import Desk
from search_ui.law_tools import Cited
from search_ui.laws import is_law
from search_ui.lawview.address import LawPlace
from search_ui.leaves import Leaf, leaves
from search_ui.work.pinning import read_at


def citations(
    desk: Desk, document_id: str, leaf: int, day: date | None = None, revision: int | None = None
) -> list[dict[str, Any]]:
    """Each citation as a stretch [``start``, ``end``) of passage ``i`` of the document, as the
    law was on the paper's own day; ``day`` says which version of a law is read."""
    document = read_at(desk, document_id, revision, day)
    shown = _leaf(document, leaf)
    if desk.cite is None:
        return []
    law = is_law(document)
    first, last = (shown.first, shown.last) if law else (0, len(document.passages))
    texts = [passage.text for passage in document.passages[first:last]]
    on = (day or today()) if law else document.date
    found = _read(
        desk.cite.__call__,
        "\n".join(texts),
        on,
        document.title if law else None,
        desk.viewer,
        desk.records.last_revision(),
    )
    placed = _placed(found, texts, first)
    return [
        {"i": i, "start": start, "end": end, **_meaning(one, document, on)}
        for i, start, end, one in placed
        if shown.first <= i < shown.last and not _is_itself(one, document)
    ]


def _leaf(document: Document, number: int) -> Leaf:
    """The leaf of that number; 0 is all of the document."""
    if not number:
        return Leaf(0, 0, len(document.passages))
    every = leaves(document.passages)
    return every[min(number, len(every)) - 1]


@lru_cache(maxsize=16)
def _read(
    tool: Callable[..., Sequence[Cited]],
    text: str,
    day: date | None,
    within: str | None,
    viewer: Viewer,
    _revision: int,
) -> Sequence[Cited]:
    """``_revision`` keeps the memory true: what is held decides what is resolved."""
    return tool(text, day, within, viewer)


def _placed(
    found: Sequence[Cited], texts: Sequence[str], first: int
) -> Iterator[tuple[int, int, int, Cited]]:
    """Each citation with its passage; one that goes on in the next is cut at the end of its own."""
    begins = list(accumulate((len(text) + 1 for text in texts), initial=0))
    for one in found:
        at = bisect_right(begins, one.start) - 1
        start, end = one.start - begins[at], min(one.end - begins[at], len(texts[at]))
        if start < end:
            yield first + at, start, end, one


def _is_itself(one: Cited, document: Document) -> bool:
    """``이 법`` in the law itself: nothing to look up."""
    return one.document == document.id and one.kind == "law" and one.article is None


def _meaning(one: Cited, document: Document, day: date | None) -> dict[str, Any]:
    """A link and the address of its preview; or why there is none."""
    if not one.resolved or one.document is None:
        return {"why": one.why or "이어지지 않은 인용"}
    article = one.article if one.kind == "law" else _part(one)
    asked = {
        "id": one.document,
        "article": article,
        "day": day and day.isoformat(),
        "paragraph": one.paragraph,
        "item": one.item,
    }
    named = " ".join(filter(None, (one.law, article)))
    return {
        "href": LawPlace(one.document, article, day).link(),
        "preview": f"./laws/preview?{urlencode({k: v for k, v in asked.items() if v})}",
        "name": named,
        "units": _units(one),
        "here": one.document == document.id,
    }


def _part(one: Cited) -> str:
    """``별표1`` and ``별지3`` stand among the annexes, and all addenda in one passage."""
    return "부칙" if one.kind == "addenda" else "별표"


def _units(one: Cited) -> str:
    """The 항, 호 and 목 that are cited, as they are written."""
    item, _, branch = (one.item or "").partition("의")
    parts = (
        f"제{one.paragraph}항" if one.paragraph else "",
        f"제{item}호{'의' + branch if branch else ''}" if item else "",
        f"{one.subitem}목" if one.subitem else "",
        one.part or "",
    )
    return " ".join(part for part in parts if part)
