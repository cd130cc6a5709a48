"""What a paper leaves unsaid because its sentence has said it: the law, the article."""

import re
from collections.abc import Sequence
from typing import Final

from indexer.statutes.cite.model import Citation, CitationKind, Units
from indexer.statutes.cite.units import below

_CLAUSE: Final = re.compile(r"(?:(?!현행|개정|기존)[^.\n「」\"“”]){1,120}(?:며|하고|있고|되고),?\s")
_BESIDE: Final = re.compile(r"(?:(?!현행|개정|기존)[^.\n「」\"“”()]){1,60}")

_SOME_WORDS: Final = 8
"""Letters between a law and ``동 시행령`` that does not go with it."""
_RECENT: Final = 12


def decree_before(found: Sequence[Citation], word: str, start: int) -> str | None:
    """``동 시행령`` alone at ``start``, some words after another law: the decree that was named."""
    if word not in ("시행령", "시행규칙") or not found or start - found[-1].end < _SOME_WORDS:
        return None
    laws = (one.law for one in reversed(found[-_RECENT:]))
    return next((law for law in laws if law and law.endswith(word)), None)


def law_before(text: str, last: Citation | None, start: int) -> str | None:
    """The law of an article at ``start`` after a clause that named one:
    ``「도로법」 제5조에 따라 하며, 제7조에``."""
    if last is None or last.kind is not CitationKind.LAW or not last.units.article:
        return None
    return last.law if _CLAUSE.fullmatch(text, last.end, start) else None


def place_before(
    text: str, last: Citation | None, start: int, units: Units
) -> tuple[str, Units] | None:
    """The law and the place that ``units`` at ``start`` stand beside, when the citation just
    before has one as far down: ``도로법 제5조 제1호의 금액에서 제2호의 금액을``, or when it is put
    there: ``도로법 제5조제1항에 제2호를 신설``."""
    if last is None or last.kind is not CitationKind.LAW or not (last.law and last.units.article):
        return None
    beside = last.units.paragraph if units.paragraph else last.units.item
    if not beside and text[last.end : start] != "에 ":
        return None
    if not _BESIDE.fullmatch(text, last.end, start):
        return None
    return last.law, below(units, last.units)
