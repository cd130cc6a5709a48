"""Units of a law as they stand in a text: ``제5조의2 제1항 제3호 가목 단서``, from its first on."""

import re
from dataclasses import replace
from typing import Final

from indexer.statutes.cite.grammar import (
    GAP,
    HEADING,
    LOOSE_ARTICLE,
    LOOSE_ITEM,
    LOOSE_PARAGRAPH,
    NUMBER,
    UNIT_ARTICLE,
    UNIT_ITEM,
    UNIT_PARAGRAPH,
    UNIT_PART,
    UNIT_SUBITEM,
)
from indexer.statutes.cite.model import Units

LEVELS: Final = {"조": "article", "항": "paragraph", "호": "item", "목": "subitem"}
_PATTERNS: Final = (
    ("article", UNIT_ARTICLE),
    ("paragraph", UNIT_PARAGRAPH),
    ("item", UNIT_ITEM),
    ("subitem", UNIT_SUBITEM),
)
_LOOSE: Final = (
    ("article", LOOSE_ARTICLE),
    ("paragraph", LOOSE_PARAGRAPH),
    ("item", LOOSE_ITEM),
)
_CIRCLED: Final = ((0x2460, 1, 20), (0x3251, 21, 15), (0x32B1, 36, 15))


def read_units(text: str, start: int, loose: bool = False) -> tuple[Units, int] | None:
    """The units at ``start`` and where they end; None when none stands there. ``loose`` takes
    ``61조 1항`` as well, as people speak.

    >>> read_units("제5조의 2 제1항 단서에", 0)
    (Units(article='제5조의2', paragraph='1', item=None, subitem=None, part='단서'), 13)
    """
    found: dict[str, str] = {}
    at = start
    for number, (level, pattern) in enumerate(_PATTERNS):
        unit = _next(pattern, text, at, bool(found))
        if unit is None and loose and number < len(_LOOSE):
            unit = _next(_LOOSE[number][1], text, at, bool(found))
        if unit is not None:
            found[level] = _value(level, unit[0])
            at = unit.end()
    if not found:
        return None
    part = UNIT_PART.match(text, at)
    units = Units(**found, part=" ".join(part[1].split()).split()[-1] if part else None)
    return units, part.end() if part else at


def _next(pattern: re.Pattern[str], text: str, at: int, inside: bool) -> re.Match[str] | None:
    """The unit at ``at``; inside a citation also after a space or a heading."""
    gap = GAP.match(text, at)
    found = pattern.match(text, gap.end() if gap and inside else at)
    if found or not inside:
        return found
    heading = HEADING.match(text, at)
    return pattern.match(text, heading.end()) if heading else None


def _value(level: str, written: str) -> str:
    if level == "subitem":
        return written.strip("()").partition("목")[0]
    if re.fullmatch("[①-⑳]", written):
        return circled(written)
    first, *branches = NUMBER.findall(written)
    tail = "".join(f"의{int(branch)}" for branch in branches)
    return f"제{int(first)}조{tail}" if level == "article" else f"{int(first)}{tail}"


def below(units: Units, above: Units) -> Units:
    """``units`` with what they do not say taken from ``above``, from the top down.

    >>> below(Units(item="3"), Units("제5조", "1", "2", "가")).paragraph
    '1'
    """
    if units.article:
        return units
    units = replace(units, article=above.article)
    if units.paragraph:
        return units
    units = replace(units, paragraph=above.paragraph)
    return units if units.item else replace(units, item=above.item)


def above(units: Units, level: str) -> Units:
    """``units`` down to ``level`` (조, 항, 호, 목) and no further."""
    kept = list(LEVELS.values())[: list(LEVELS).index(level) + 1]
    return Units(**{name: getattr(units, name) for name in kept})


def circled(sign: str) -> str:
    """The number of a paragraph sign.

    >>> circled("①"), circled("㉑")
    ('1', '21')
    """
    code = ord(sign)
    return next(
        str(code - base + first) for base, first, count in _CIRCLED if base <= code < base + count
    )
