"""Units that units before them explain: ``같은 조``, ``전항``, what goes on after a bracket."""

import re
from dataclasses import replace
from typing import Final

from indexer.statutes.cite import grammar as g
from indexer.statutes.cite.laws import LawTakers
from indexer.statutes.cite.model import CitationKind, Units
from indexer.statutes.cite.readings import is_read
from indexer.statutes.cite.scopes import Place
from indexer.statutes.cite.units import LEVELS, above, below, read_units

_HERE_ONLY: Final = re.compile(r"이하\s?$")
_OF_CRIME: Final = re.compile(r"(?:의\s?규정)?의\s(?:죄|미수|상습|예에|예비)")
_READ_AS: Final = re.compile(r"중\s?[\"“]$")
"""``제90조 중 "제89조제3항"은``: words of the article just named are read as others."""
_PART: Final = re.compile(rf"\s?(?:의\s?)?({g.PART})(?:{g.AFTER})")


_NEAR: Final = 100
"""Letters between two citations of which the second may go on from the first."""
_ENDS: Final = re.compile(r"\n|다\.")


class RelativeTakers(LawTakers):
    """Takes what points back, and tells the place that a unit goes on from."""

    def _take_rel_unit(self, found: re.Match[str]) -> int:
        """``같은 조 제2항``, ``동항``, ``이 조``."""
        level, mind = found[0].rstrip()[-1], self._mind
        if found[0].startswith("이"):
            if (
                mind.own is None
                or _HERE_ONLY.search(self._before(found.start()))
                or not mind.here.article
            ):
                return found.end()
            return self._relative(found, mind.here, mind.own)
        if mind.row and level in "호목":
            return self._related(found, level, mind.row)
        aside = self._quoted(found.start()) or self._scopes.at(found.start())
        if mind.outer and not aside:
            return self._related(found, level, mind.outer)
        if mind.unit is None:
            known = level == "조" and found[0].startswith("같은")
            return self._relative(found, Units(), None) if known else found.end()
        return self._related(found, level, Place(mind.unit_law, mind.unit, mind.unit_kind))

    def _related(self, found: re.Match[str], level: str, place: Place) -> int:
        if getattr(place.units, LEVELS[level]) is None:
            return found.end()
        return self._relative(found, place.units, place.law, place.kind, place.number)

    def _relative(
        self,
        found: re.Match[str],
        unit: Units,
        law: str | None,
        kind: CitationKind = CitationKind.LAW,
        number: str | None = None,
    ) -> int:
        """``unit`` down to the level of the relative word, and the units that follow it."""
        upper = above(unit, found[0].rstrip()[-1])
        gap = g.GAP.match(self._text, found.end())
        read = read_units(self._text, gap.end() if gap else found.end())
        if read and read[0].article is None:
            units = below(read[0], upper)
            return self._chain(found.start(), read[1], kind, law, units, number)
        part = _PART.match(self._text, found.end())
        if part:
            upper = replace(upper, part=part[1].split()[-1])
        end = part.end() if part else found.end()
        return self._chain(found.start(), end, kind, law, upper, number)

    def _take_rel_annex(self, found: re.Match[str]) -> int:
        """``같은 표 제2호``."""
        table = self._mind.table
        if table:
            return self._rows(found.start(), found.end(), table)
        between = g.ROWS.match(self._text, found.end())
        read = read_units(self._text, between.end()) if between else None
        return read[1] if read else found.end()

    def _take_previous(self, found: re.Match[str]) -> int:
        """``전항``: the one before that in which the text stands."""
        level = LEVELS[found[0][-1]]
        number = g.NUMBER.search(getattr(self._mind.here, level) or "")
        if self._mind.own is None or number is None or int(number[0]) < 2:
            return found.end()
        value = str(int(number[0]) - 1)
        upper = above(self._mind.here, found[0][-1])
        units = replace(upper, **{level: f"제{value}조" if level == "article" else value})
        return self._relative(found, units, self._mind.own)

    def _elsewhere(self, start: int, end: int, units: Units) -> Place | None:
        """The place that a unit at ``start`` goes on from, if it is not where the text stands."""
        if resumed := self._scopes.resumed(start):
            return resumed
        scope, mind = self._scopes.at(start), self._mind
        if scope and (scope.below or (units.article and _OF_CRIME.match(self._text, end))):
            return scope.place
        if units.article and mind.divided and self._of_division(start):
            return Place(mind.divided)
        if units.article and mind.applied and is_read(self._text, start, end):
            return Place(mind.applied)
        if mind.table and not units.article and g.TABLE.search(self._before(start)):
            return mind.table
        if mind.unit and _READ_AS.search(self._before(start)):
            return Place(mind.unit_law, mind.unit, mind.unit_kind)
        return None

    def _just_named(self, start: int) -> str | None:
        """The law of the citation that stands just before ``start`` in the same sentence: an
        article that the own statute does not have may be of it."""
        last = self._found[-1] if self._found else None
        between = self._text[last.end : start] if last and start - last.end <= _NEAR else "\n"
        return last.law if last and not _ENDS.search(between) else None

    def _of_division(self, start: int) -> bool:
        """``제32장 강간과 추행의 죄 중 제297조``."""
        return g.OF_DIVISION.search(self._text[max(0, start - 60) : start]) is not None

    def _before(self, start: int) -> str:
        return self._text[max(0, start - 10) : start]
