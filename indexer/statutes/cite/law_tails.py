"""What follows a law's name: its decree, its units, annexes, forms, addenda and short names."""

import re
from typing import Final

from indexer.statutes.cite import grammar as g
from indexer.statutes.cite.chain import Chains
from indexer.statutes.cite.memory import Memory
from indexer.statutes.cite.model import CitationKind, Units
from indexer.statutes.cite.names import base
from indexer.statutes.cite.readings import applies
from indexer.statutes.cite.scopes import Place
from indexer.statutes.cite.units import above, below, read_units
from indexer.statutes.cite.within import short_names

_DECREE: Final = re.compile(rf"\s?(시[행랭헹형]\s?령|시행\s?규칙)(?:{g.AFTER})")
"""Also misspelt."""
_BOXED_ANNEX: Final = re.compile(r"\s?[\[［(]\s?(?=별[표지])")
_LINE_START: Final = re.compile(
    r"\n[^\n가-힣A-Za-z0-9]{0,8}(?:구\s?|\d{1,2}[.)]\s?)?[^\n가-힣A-Za-z0-9]{0,4}$"
)
_HEADED: Final = re.compile(r"\s{0,2}(?:【[^【】\n]{0,80}】|\([^()\n]{0,60}\))\s{0,3}(?:\n|$)")
_REL_UNIT: Final = re.compile(r"\s{0,2}(?:같은|동)\s{0,2}(조|항|호)(?=\s?제|의|에|\s)")


class LawTails(Chains):
    """Reads on from a law that was named. ``bare``: names count without 「」 too."""

    def __init__(self, text: str, mind: Memory, bare: bool) -> None:
        super().__init__(text, mind)
        self._bare = bare

    def _law(self, start: int, end: int, title: str | None, named: bool = True) -> int:
        """A law was named at ``start``:``end``; read on to its decree and its units."""
        decree = _DECREE.match(self._text, end)
        if decree:
            end = decree.start() + len(decree[0])
            word = "시행규칙" if decree[1].endswith("칙") else "시행령"
            title = f"{base(title)} {word}" if title else None
        if named:
            self._mind.name(title)
        closing = g.CLOSING.match(self._text, end)
        bracket = g.BRACKET.match(self._text, end)
        if bracket and title:
            self._declare(bracket[0], title)
        heading = None if bracket else g.HEADING.match(self._text, end)
        boxed = _BOXED_ANNEX.match(self._text, end)
        places = [found.end() for found in (closing, bracket, heading, boxed) if found]
        if closing and (among := g.AMONG.match(self._text, closing.end())):
            places.append(among.end())
        for place in places:
            done = self._tail(start, place, title)
            if done is not None:
                return done
        if self._text[end : end + 1] in ("」", "｣"):
            end += 1
        if title and (divided := g.DIVIDED.match(self._text, end)):
            self._mind.divided = title
            self._scopes.break_off(self._text, divided.end(), Place(title))
            self._mind.applied = title if applies(self._text, divided.end()) else None
        self._emit(start, end, CitationKind.LAW, title, Units())
        return self._beside(end, title)

    def _beside(self, end: int, title: str | None) -> int:
        """Articles that follow divisions of the law, or stand in a bracket after it."""
        for pattern in (g.DIVISIONS, g.INSIDE):
            found = pattern.match(self._text, end)
            read = read_units(self._text, found.end()) if found else None
            if found and read and read[0].article:
                return self._chain(found.end(), read[1], CitationKind.LAW, title, read[0])
        bracket = g.LONG_BRACKET.match(self._text, end)
        if bracket and (gap := g.GAP.match(self._text, bracket.end())):
            self._scopes.go_on(gap.end(), Place(title))
        return end

    def _declare(self, bracket: str, title: str) -> None:
        for name, here in short_names(bracket):
            self._mind.declare(name, title, here=here)

    def _tail(self, start: int, place: int, law: str | None) -> int | None:
        """What of ``law`` is cited right at ``place``: units, annex, form or addenda."""
        gap = g.GAP.match(self._text, place)
        at = gap.end() if gap else place
        if done := self._same_unit(start, place, law):
            return done
        if read := read_units(self._text, at, loose=True):
            done = self._chain(start, read[1], CitationKind.LAW, law, read[0])
            self._quote(start, read[1], law, read[0])
            return done
        for reader in (self._annex, self._form, self._addenda):
            done = reader(start, at, law)
            if done is not None:
                return done
        return None

    def _same_unit(self, start: int, place: int, law: str | None) -> int | None:
        """``같은 법 같은 조 제2항``."""
        found = _REL_UNIT.match(self._text, place)
        if found is None or self._mind.unit is None:
            return None
        upper, end = above(self._mind.unit, found[1]), found.end(1)
        gap = g.GAP.match(self._text, end)
        read = read_units(self._text, gap.end() if gap else end)
        if read:
            return self._chain(start, read[1], CitationKind.LAW, law, below(read[0], upper))
        return self._chain(start, end, CitationKind.LAW, law, upper)

    def _quote(self, start: int, end: int, law: str | None, units: Units) -> None:
        """A line that is only a law's article with its heading begins a quotation of it."""
        if not self._bare or law is None or not units.article:
            return
        line = "\n" * (start < 30) + self._text[max(0, start - 30) : start]
        if _LINE_START.search(line) and _HEADED.match(self._text, end):
            self._mind.quote(law, units)
