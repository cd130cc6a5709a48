"""Lists and ranges: from the first unit of a citation to all that is joined to it."""

import re
from dataclasses import replace

from indexer.statutes.cite import grammar as g
from indexer.statutes.cite.memory import Memory
from indexer.statutes.cite.model import Citation, CitationKind, Units, Unresolved
from indexer.statutes.cite.readings import applies, in_quotes, in_square_brackets
from indexer.statutes.cite.scopes import Place, Scopes, passed
from indexer.statutes.cite.units import below, read_units


class Chains:
    """Writes citations down: the text that is read, what is kept in mind, what was found."""

    def __init__(self, text: str, mind: Memory) -> None:
        self._text = text
        self._mind = mind
        self._scopes = Scopes()
        self._quotes = '"' in text or "“" in text
        self._found: list[Citation] = []

    def _chain(
        self,
        start: int,
        end: int,
        kind: CitationKind,
        law: str | None,
        units: Units,
        number: str | None = None,
        otherwise: str | None = None,
    ) -> int:
        """Keep ``units`` and all that a list or a range joins to them; return the end."""
        while True:
            to: Units | None = None
            read = self._range(end)
            if read:
                to, end = read[1], read[2]
            self._emit(start, end, kind, law, units, to, number, otherwise)
            above = below(to, units) if to else units
            place = Place(law, above, kind, number)
            quoted = self._quoted(start)
            self._mind.remember(place, quoted or self._amid(start, law))
            read = self._joined(end, kind)
            if read is None:
                self._scopes.break_off(self._text, end, place)
                if not quoted and applies(self._text, end):
                    self._mind.applied = law
                return self._annex_after(end, kind, law)
            start, said, end = read
            otherwise = (self._mind.instead_of(law) or otherwise) if said.article else otherwise
            units = below(said, replace(above, part=None))

    def _quoted(self, at: int) -> bool:
        return self._quotes and in_quotes(self._text, at)

    def _amid(self, start: int, law: str | None) -> bool:
        """Whether a bracket says this beside another unit: ``법 제3조의 변경[제4항은 제외한다]에는
        같은 조 제1항을``."""
        own = law == self._mind.own
        return self._scopes.at(start) is not None or (own and in_square_brackets(self._text, start))

    def _range(self, end: int) -> tuple[int, Units, int] | None:
        """The last unit of a range, also after a heading: ``제4조(갑)부터 제6조``."""
        headed = passed(self._text, end)
        after = self._after(g.RANGE, headed) if headed else None
        return after or self._after(g.RANGE, end)

    def _joined(self, end: int, kind: CitationKind) -> tuple[int, Units, int] | None:
        """The unit that a list goes on with: where it begins, what it says, where it ends."""
        joiner = g.DRAFT_AND if kind is CitationKind.DRAFT else g.AND
        at: int | None = end
        while at is not None:
            if read := self._after(joiner, at):
                other = kind is CitationKind.ANNEX and (read[1].article or read[1].paragraph)
                return None if other else read
            at = passed(self._text, at)
        return None

    def _after(self, joiner: re.Pattern[str], at: int) -> tuple[int, Units, int] | None:
        found = joiner.match(self._text, at)
        if found is None:
            return None
        loose = g.LISTED.match(self._text, found.end()) is not None
        read = read_units(self._text, found.end(), loose=loose)
        return (found.end(), *read) if read else None

    def _annex_after(self, end: int, kind: CitationKind, law: str | None) -> int:
        """``영 제21조제2항 및 별표 5``: the annex is that of the law just cited."""
        if kind not in (CitationKind.LAW, CitationKind.ANNEX):
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
            done = self._rows(start, found.end(), Place(law, Units(), kind, _number(found)))
            again = g.AND.match(self._text, done)
            found = g.ANNEX.match(self._text, again.end()) if again else None
            start = again.end() if again else done
        return done

    def _rows(self, start: int, at: int, place: Place) -> int:
        """The annex that ends at ``at``, with what is cited of it: ``별표 1 비고 제2호ㆍ제3호``."""
        kind, law, number = place.kind, place.law, place.number
        between = g.ROWS.match(self._text, at)
        read = read_units(self._text, between.end()) if between else None
        self._mind.table = place
        if read is None or read[0].article or read[0].paragraph:
            self._emit(start, at, kind, law, Units(), number=number)
            return at
        return self._chain(start, read[1], kind, law, read[0], number)

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
    number, branch, *_ = [*filter(None, found.groups()), "", ""]
    plain = number.lstrip("0")
    return f"{plain}의{int(branch)}" if branch else plain
