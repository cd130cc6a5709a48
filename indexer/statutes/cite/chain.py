"""Lists and ranges: from the first unit of a citation to all that is joined to it."""

import re
from dataclasses import replace

from indexer.statutes.cite import grammar as g
from indexer.statutes.cite.memory import Memory
from indexer.statutes.cite.model import Citation, CitationKind, Units, Unresolved
from indexer.statutes.cite.units import below, read_units


class Chains:
    """Writes citations down: the text that is read, what is kept in mind, what was found."""

    def __init__(self, text: str, mind: Memory) -> None:
        self._text = text
        self._mind = mind
        self._found: list[Citation] = []

    def _chain(
        self,
        start: int,
        end: int,
        kind: CitationKind,
        law: str | None,
        units: Units,
        number: str | None = None,
    ) -> int:
        """Keep ``units`` and all that a list or a range joins to them; return the end."""
        otherwise: str | None = None
        while True:
            to: Units | None = None
            read = self._after(g.RANGE, end)
            if read:
                to, end = read[1], read[2]
            self._emit(start, end, kind, law, units, to, number, otherwise)
            above = below(to, units) if to else units
            self._mind.remember(law, above, kind)
            end = self._inside(end, kind, law, above)
            read = self._joined(end, kind)
            if read is None:
                bracket = g.LONG_BRACKET.match(self._text, end)
                self._mind.broken_off = bracket.end() if bracket else -1
                return self._annex_after(end, kind, law)
            start, said, end = read
            otherwise = self._mind.instead_of(law) if said.article else otherwise
            units = below(said, replace(above, part=None))

    def _joined(self, end: int, kind: CitationKind) -> tuple[int, Units, int] | None:
        """The unit that a list goes on with: where it begins, what it says, where it ends."""
        joiner = g.DRAFT_AND if kind is CitationKind.DRAFT else g.AND
        for between in (g.UNTIL, g.EACH, g.HEADING):
            skipped = between.match(self._text, end)
            if skipped and (read := self._after(joiner, skipped.end())):
                return read
        return self._after(joiner, end)

    def _after(self, joiner: re.Pattern[str], at: int) -> tuple[int, Units, int] | None:
        found = joiner.match(self._text, at)
        if found is None:
            return None
        circled = bool(re.match("[①-⑳]", self._text[found.end() : found.end() + 1]))
        read = read_units(self._text, found.end(), loose=circled)
        return (found.end(), *read) if read else None

    def _inside(self, end: int, kind: CitationKind, law: str | None, above: Units) -> int:
        """``제61조(제3항 포함)``: units in such a bracket belong to what stands before."""
        bracket = g.INSIDE.match(self._text, end)
        read = read_units(self._text, bracket.end()) if bracket else None
        if read is None or bracket is None:
            return end
        units = below(read[0], replace(above, part=None))
        return self._chain(bracket.end(), read[1], kind, law, units)

    def _annex_after(self, end: int, kind: CitationKind, law: str | None) -> int:
        """``영 제21조제2항 및 별표 5``: the annex is that of the law just cited."""
        if kind is not CitationKind.LAW:
            return end
        joined = g.AND.match(self._text, end) or re.compile(r"\s?(?:의\s)?").match(self._text, end)
        done = self._annex(joined.end(), joined.end(), law) if joined else None
        return end if done is None else done

    def _annex(
        self, start: int, at: int, law: str | None, kind: CitationKind = CitationKind.ANNEX
    ) -> int | None:
        """The annexes at ``at``; None when none stands there."""
        found, done = g.ANNEX.match(self._text, at), None
        while found:
            gap = g.GAP.match(self._text, found.end())
            read = read_units(self._text, gap.end() if gap else found.end())
            units, done = read if read and not read[0].article else (Units(), found.end())
            self._emit(start, done, kind, law, units, number=_number(found))
            again = g.AND.match(self._text, done)
            found = g.ANNEX.match(self._text, again.end()) if again else None
            start = again.end() if again else done
        return done

    def _form(self, start: int, at: int, law: str | None) -> int | None:
        """The forms at ``at``: ``별지 제1호서식 또는 제2호서식``."""
        found = g.FORM.match(self._text, at)
        if found is None:
            return None
        while True:
            self._emit(start, found.end(), CitationKind.FORM, law, Units(), number=_number(found))
            joined = g.AND.match(self._text, found.end()) or g.RANGE.match(self._text, found.end())
            following = joined and g.FORM_AGAIN.match(self._text, joined.end())
            if not following:
                return found.end()
            found, start = following, following.start()

    def _addenda(self, start: int, at: int, law: str | None) -> int | None:
        """``부칙 제3조``, with the promulgation when it stands before the law's name."""
        found = g.ADDENDA.match(self._text, at)
        read = read_units(self._text, found.end()) if found else None
        if read is None:
            return None
        promulgated = list(g.PROMULGATED.finditer(self._text, max(0, start - 30), at))
        number = promulgated[-1][1] if promulgated else None
        return self._chain(start, read[1], CitationKind.ADDENDA, law, read[0], number)

    def _emit(
        self,
        start: int,
        end: int,
        kind: CitationKind,
        law: str | None,
        units: Units,
        to: Units | None = None,
        number: str | None = None,
        otherwise: str | None = None,
    ) -> None:
        reason = Unresolved.NO_ANTECEDENT if law is None else None
        if kind is CitationKind.DRAFT:
            law, reason = None, Unresolved.DRAFT
        otherwise = otherwise if kind is CitationKind.LAW and law else None
        text = self._text[start:end]
        said = Citation(text, start, end, kind, law, units, to, number, reason=reason)
        self._found.append(replace(said, otherwise=otherwise))


def _number(found: re.Match[str]) -> str:
    """The number of an annex or a form with its branch; empty when it has none."""
    number, branch = found[1], found[2]
    if not number:
        return ""
    return f"{int(number)}의{int(branch)}" if branch else str(int(number))
