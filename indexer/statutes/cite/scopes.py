"""Where a unit without a law belongs to another place than the text that it stands in.

A list that a bracket broke off goes on after it: ``제4조(같은 조 제1항은 제외한다) 및 제5조``.
What a bracket says of a unit is of its law: ``「형법」 제8조(제7조의 미수범은 제외한다)``; so are
the words that are quoted from it: ``법 제5조 중 "제3항에 따른 사람"은``.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from indexer.statutes.cite import grammar as g
from indexer.statutes.cite.model import CitationKind, Units

_STEPS: Final = 4
"""What may stand between two units of a list, one after the other."""
_CITES: Final = re.compile(
    rf"제\s?\d{{1,4}}\s?(?:조|항|호)|(?:같은|이|동)\s?(?:법|영|규칙|조|항|호|목)|[「｢]|별표|별지|{g.SUBITEM}"
)
_AMID: Final = re.compile(
    rf"\s중\s[가-힣ㆍ ]{{1,30}}(?:,|\s(?:및|또는))\s?(?=제\s?\d{{1,3}}호|{g.SUBITEM})"
)
"""``제5호 중 면적의 변경, 제6호``."""
_QUOTED: Final = re.compile(
    r"\s?(?:중|에서)\s?(?P<words>\"[^\"\n]{1,300}\"|“[^“”\n]{1,300}”|‘[^‘’\n]{1,300}’)"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a law from which a text may go on; ``number`` is that of its annex or addenda."""

    law: str | None
    units: Units = field(default_factory=Units)
    kind: CitationKind = CitationKind.LAW
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """From ``start`` to ``end`` the text speaks of ``place``; ``below`` when its paragraphs and
    items are meant as well, else only articles can be."""

    start: int
    end: int
    place: Place
    below: bool


class Scopes:
    """The stretches and the places to go on at that are known so far, reading from the left."""

    def __init__(self) -> None:
        self._open: list[Scope] = []
        self._resumed: dict[int, Place] = {}

    def open(self, scope: Scope) -> None:
        """A stretch that speaks of a place begins."""
        self._open.append(scope)

    def at(self, at: int) -> Scope | None:
        """The innermost stretch around ``at``; those that ended before are forgotten."""
        while self._open and self._open[-1].end <= at:
            self._open.pop()
        return self._open[-1] if self._open and self._open[-1].start <= at else None

    def go_on(self, at: int, place: Place) -> None:
        """A unit at ``at`` goes on from ``place``."""
        self._resumed[at] = place

    def resumed(self, at: int) -> Place | None:
        """The place that the unit at ``at`` goes on from."""
        return self._resumed.pop(at, None)

    def break_off(self, text: str, end: int, place: Place) -> None:
        """A list ended at ``end`` with ``place``: see what a bracket or a quotation there means."""
        at = skipped(text, end)
        if quoted := _QUOTED.match(text, at):
            self.open(Scope(quoted.start("words"), quoted.end("words"), place, below=True))
        if amid := _AMID.match(text, at):
            self.go_on(amid.end(), place)
        bracket = g.LONG_BRACKET.match(text, at)
        if bracket is None:
            return
        self.open(Scope(at, bracket.end(), place, below=bool(g.INSIDE.match(text, at))))
        after = skipped(text, bracket.end())
        joined = g.AND.match(text, after) or g.RANGE.match(text, after)
        if joined:
            self.go_on(joined.end(), place)


def skipped(text: str, at: int) -> int:
    """The end of what may follow a unit and cites nothing: ``각 호``, ``의 죄``, ``(미수범)``."""
    for _ in range(_STEPS):
        step = passed(text, at)
        if step is None:
            return at
        at = step
    return at


def passed(text: str, at: int) -> int | None:
    """The end of one such word or bracket, None when none stands at ``at``."""
    for between in (g.UNTIL, g.EACH, g.CRIME, g.HEADING):
        found = between.match(text, at)
        if found and not _CITES.search(found[0]):
            return found.end()
    return None
