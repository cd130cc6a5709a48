"""Days and periods as people write them: ``2009``, ``2009-01``, ``2009.1.15``, ``2009년 1월``."""

import calendar
import re
from datetime import date

from indexer.search.tree import Period

_DAY = re.compile(
    r"(\d{4})(?:\s*[-./년]\s*(\d{1,2})(?:\s*[-./월]\s*(\d{1,2})\s*[.일]?|\s*월?)?|\s*년)?"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_BETWEEN = re.compile(r"\s*(?:\.{2,}|~|〜|～|∼|부터)\s*")


def day(text: str) -> date | None:
    """One whole day, or None when it is not one (yet).

    >>> day("2009.2.24"), day("2009-02")
    (datetime.date(2009, 2, 24), None)
    """
    span = _span(text)
    return span[0] if span and span[0] == span[1] else None


def period(text: str) -> Period | None:
    """A period with whole months and years and open ends, or None when not understood.

    >>> period("2009-01..2009-02")
    Period(low=datetime.date(2009, 1, 1), high=datetime.date(2009, 2, 28))
    >>> period("2009..")
    Period(low=datetime.date(2009, 1, 1), high=None)
    """
    ends = _BETWEEN.split(text.strip().removesuffix("까지"), maxsplit=1)
    spans = [_span(end) if end else None for end in ends]
    if any(end and span is None for end, span in zip(ends, spans, strict=True)):
        return None
    first, last = spans[0], spans[-1]
    if first is None and last is None:
        return None
    low, high = first and first[0], last and last[1]
    if first and last and first[0] > last[1]:
        low, high = last[0], first[1]
    return Period(low, high)


def _span(text: str) -> tuple[date, date] | None:
    """First and last day of a written year, month or day."""
    found = _COMPACT.fullmatch(text.strip()) or _DAY.fullmatch(text.strip())
    if not found:
        return None
    year, month, number = (int(part) if part else None for part in found.groups())
    assert year is not None
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if number is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, month, number), date(year, month, number)
    except ValueError:
        return None
