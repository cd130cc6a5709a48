"""The pieces of a query: words, quoted phrases, fields with a value, each maybe excluded.

Regular expressions without nested repetition, so reading is linear in the text.
"""

import re
from dataclasses import dataclass

from indexer.search.fields import FIELDS, field

_SAME = str.maketrans(
    dict.fromkeys("“”„‟＂「」『』«»", '"') | dict.fromkeys("：﹕", ":") | {"｜": "|", "\0": " "}
)
_NAMES = "|".join(sorted(map(re.escape, FIELDS), key=len, reverse=True))
_SPACE = re.compile(r"\s*")
_MINUS = re.compile(r"[-－−–—]*")
_FIELD = re.compile(rf"({_NAMES}):[^\S\n]*", re.IGNORECASE)
_QUOTED = re.compile(r'"([^"]*)("?)')
_BARE = re.compile(r'[^\s"]*')
_ARTICLE = re.compile(r'[^\s"]*(?:\s+제\d+조[^\s"]*)?')
"""The value of ``조문:`` may have one space, before the article."""


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One piece. ``field`` is as typed, without its colon; ``closed`` is False for a quote
    that nothing ends."""

    value: str
    field: str | None = None
    excluded: bool = False
    quoted: bool = False
    closed: bool = True

    @property
    def plain(self) -> bool:
        """A bare word without field or minus."""
        return not (self.field or self.excluded or self.quoted)


def lexemes(text: str) -> list[Lexeme]:
    """Cut ``text`` into lexemes; quotes and colons of any width are taken alike.

    >>> [piece.value for piece in lexemes('의원:김 “의정 활동” -보도')]
    ['김', '의정 활동', '보도']
    """
    same = text.translate(_SAME)
    found = []
    at = _end(_SPACE, same, 0)
    while at < len(same):
        lexeme, at = _lexeme(same, at)
        found.append(lexeme)
        at = _end(_SPACE, same, at)
    return found


def _lexeme(text: str, at: int) -> tuple[Lexeme, int]:
    start, at = at, _end(_MINUS, text, at)
    excluded = at > start
    name = None
    if named := _FIELD.match(text, at):
        name, at = named[1], named.end()
    if quoted := _QUOTED.match(text, at):
        value = " ".join(quoted[1].split())
        return Lexeme(value, name, excluded, True, bool(quoted[2])), quoted.end()
    end = _end(_ARTICLE if name and field(name) == "cites" else _BARE, text, at)
    return Lexeme(text[at:end], name, excluded), end


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at
