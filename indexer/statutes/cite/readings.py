"""Words of one law that another reads as its own: ``제3조 중 "갑"은 "을"로, 제4조 중 "병"은 …``."""

import re
from typing import Final

_FAR: Final = 1500
"""Letters of a line before a place that are looked at."""
_APPLIES: Final = re.compile(
    r"(?:까지)?(?:의\s?규정)?\s?(?:중\s?[\"“]|[을를]\s(?:[^.\n\"]{0,12}\s)?(?:각각\s)?준용(?:한다|하되|하고|하며))"
)
_READ_IN: Final = re.compile(
    r"\s?(?:(?:각\s?호\s?외의\s?부분|본문|단서|전단|후단|및|또는|부터|까지|[ㆍ,]|"
    r"제\d{1,4}[조항호](?:의\d{1,2})?|[가-하]목)\s?){0,12}+중\s?[\"“]"
)
_READ: Final = re.compile(r"[\"”][은는을를](?=\s?(?:각각\s)?[\"“])")


def in_quotes(text: str, at: int) -> bool:
    """Whether ``at`` lies in quotation marks that were opened on its line."""
    line = text[text.rfind("\n", max(0, at - _FAR), at) + 1 : at] if at else ""
    return line.count('"') % 2 == 1 or line.count("“") > line.count("”")


def in_square_brackets(text: str, at: int) -> bool:
    """Whether ``at`` lies in square brackets that were opened on its line."""
    line = text[text.rfind("\n", max(0, at - _FAR), at) + 1 : at] if at else ""
    return line.rfind("[") > line.rfind("]")


def applies(text: str, end: int) -> bool:
    """Whether what ends at ``end`` is applied, or some of its words are read as others."""
    return _APPLIES.match(text, end) is not None


def is_read(text: str, start: int, end: int) -> bool:
    """Whether the unit between them is what is read, or that in which words are read."""
    if text[max(0, start - 1) : start] in ('"', "“"):
        return _READ.match(text, end) is not None
    return _READ_IN.match(text, end) is not None and not in_quotes(text, start)
