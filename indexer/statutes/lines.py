"""The lines of an article and what each is: 조, 항, 호, 목 and below, by its sign."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_SIGN: Final = re.compile(
    r"(?P<s0>제\d+조(?:의\d+)*(?:\s*\((?:[^()]|\([^()]*\))*\))?)|(?P<s1>[①-⑳㉑-㉟㊱-㊿])"
    r"|(?P<s2>\d{1,3}(?:의\d{1,2})?\.)(?!\d)|(?P<s3>[가-하](?:의\d{1,2})?\.)"
    r"|(?P<s4>\d{1,3}\))|(?P<s5>[가-하]\))"
)
UNSIGNED: Final = 9
"""The level of a line without a sign: it belongs to what stands above it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its sign, how deep it stands (0 조, 1 항, 2 호, 3 목 …), and the signs above."""

    text: str
    sign: str
    level: int
    path: tuple[str, ...] = ()

    @property
    def body(self) -> str:
        """The text after the sign, without spaces around it."""
        return self.text[len(self.sign) :].strip()


def lines(text: str) -> tuple[Line, ...]:
    """The lines of an article; ``제2조(정의) ①`` on one line is two.

    >>> [(line.sign, line.level) for line in lines("제2조(정의)\\n① 뜻은\\n1. 가")]
    [('제2조(정의)', 0), ('①', 1), ('1.', 2)]
    """
    return tuple(_with_paths(_line(part) for part in _parts(text)))


def _parts(text: str) -> Iterable[str]:
    for part in text.split("\n"):
        head = _SIGN.match(part)
        rest = part[head.end() :].lstrip() if head and head["s0"] else ""
        if head and rest[:1] and re.match(r"[①-⑳㉑-㉟㊱-㊿]", rest):
            yield head[0]
            yield rest
        elif part:
            yield part


def _line(text: str) -> Line:
    found = _SIGN.match(text)
    if found is None:
        return Line(text, "", UNSIGNED)
    return Line(text, found[0], int((found.lastgroup or "s9")[1]))


def _with_paths(found: Iterable[Line]) -> Iterable[Line]:
    above: dict[int, str] = {}
    for line in found:
        above = {level: sign for level, sign in above.items() if level < line.level}
        above[line.level] = line.sign
        path = tuple(sign for level, sign in above.items() if level)
        yield Line(line.text, line.sign, line.level, path)
