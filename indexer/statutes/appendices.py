"""What stands behind the articles of a law, as articles of their own: 부칙 one by one, 별표."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from records.model import Article, ArticleInForce, Statute, Version
from records.statute_view import ADDENDA, ANNEXES
from records.timeline import articles_in_force

_ADDENDUM: Final = re.compile(r"^(?=\W*부\s*칙\s*[<(\[])", re.MULTILINE)
_NUMBER: Final = re.compile(r"제\d+호")
_DAY: Final = re.compile(r"(\d{4})\s?[.-]\s?(\d{1,2})\s?[.-]\s?(\d{1,2})")


def appendices(version: Version) -> Version:
    """``version`` with its addenda, each apart since it never changes, and its annexes in the
    place of its articles."""
    return replace(version, articles=(*addenda(version), *annexes(version)))


def addenda(version: Version) -> tuple[Article, ...]:
    """Each addendum under ``부칙제7846호``, by the law that brought it: a law has many at once."""
    parts = (part.strip() for part in _ADDENDUM.split(version.addenda))
    return tuple(Article(_addendum_key(part), _first_line(part), part) for part in parts if part)


def annexes(version: Version) -> Iterator[Article]:
    """All annexes as one."""
    if version.annexes.strip():
        yield Article(ANNEXES, None, version.annexes)


def texts_over_time(statute: Statute) -> Iterator[ArticleInForce]:
    """Every text of the articles with its days, and of the annexes as an article ``별표``."""
    yield from articles_in_force(statute.versions)
    apart = (replace(one, articles=tuple(annexes(one))) for one in statute.versions)
    yield from articles_in_force(apart)


def day_of(addendum: Article) -> date | None:
    """The day on which the law of ``addendum`` was promulgated, if its heading says.

    >>> day_of(Article("부칙제7846호", "부칙 <제7846호,2006.1.11>", "…"))
    datetime.date(2006, 1, 11)
    """
    found = _DAY.search(addendum.title or "")
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _addendum_key(text: str) -> str:
    number = _NUMBER.search(_first_line(text))
    return f"{ADDENDA}{number[0]}" if number else ADDENDA


def _first_line(text: str) -> str:
    return text.partition("\n")[0].lstrip("# ").strip()[:80]
