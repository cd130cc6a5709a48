"""Where the 항 and the 호 that are cited stand in the text of an article."""

import re
from typing import Final

_SIGNS: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
Span = tuple[int, int]


def asked_span(text: str, paragraph: str | None, item: str | None) -> Span | None:
    """The stretch of the 항, or of the 호 in it; None where it is not to be found.

    >>> text = "제5조(기한) ① 하나\\n1. 가\\n2. 나\\n② 둘"
    >>> [text[slice(*asked_span(text, *of))] for of in (("1", None), ("1", "2"), ("2", None))]
    ['① 하나\\n1. 가\\n2. 나', '2. 나', '② 둘']
    """
    span = _paragraph(text, paragraph) if paragraph else (0, len(text))
    if span and item:
        span = _item(text, span, item)
    return span if span and (paragraph or item) else None


def _paragraph(text: str, number: str) -> Span | None:
    at = int(number) - 1 if number.isdecimal() and len(number) < 3 else -1
    start = text.find(_SIGNS[at]) if 0 <= at < len(_SIGNS) else -1
    if start < 0:
        return None
    after = re.compile(f"\n[{_SIGNS}]").search(text, start)
    return start, after.start() if after else len(text)


def _item(text: str, within: Span, number: str) -> Span | None:
    start, end = within
    own = re.compile(rf"^[ \t]*{re.escape(number)}\.", re.MULTILINE).search(text, start, end)
    if own is None:
        return None
    after = re.compile(rf"\n[ \t]*(?:\d+(?:의\d+)?\.|[{_SIGNS}])").search(text, own.end(), end)
    return own.start(), after.start() if after else end
