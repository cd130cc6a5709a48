"""Units of a bill's own draft: ``안 제5조``, and in a summary those of the article it sums up."""

import re
from typing import Final

from indexer.statutes.cite import grammar as g
from indexer.statutes.cite.model import Citation, CitationKind, Units
from indexer.statutes.cite.relative import RelativeTakers
from indexer.statutes.cite.units import below, read_units

_SUMMED_UP: Final = re.compile(r"[^\n]{0,600}?\(안\s?(?=제\d)")
"""A summary ends with the article that it sums up: ``제1항의 것은 그러함(안 제8조제2항)``."""
_ITEMS: Final = re.compile(r"\s{0,2}제\s?(\d{1,3})호(?:의(\d{1,2}))?")
_MOST: Final = 50
"""A paragraph or an item of a higher number is rather the number of something else."""


class DraftTakers(RelativeTakers):
    """Takes what a bill says of its own draft."""

    def _take_draft(self, found: re.Match[str]) -> int:
        """``안 제5조``; after ``안 제명,`` the first unit stands alone as those that follow."""
        addenda = g.ADDENDA.match(self._text, found.end())
        read = read_units(self._text, addenda.end() if addenda else found.end(), loose=True)
        if read:
            start = found.end() if found["title"] else found.start()
            return self._goes_on(self._chain(start, read[1], CitationKind.DRAFT, None, read[0]))
        return self._draft_annex(found.start(), found.end())

    def _goes_on(self, end: int) -> int:
        """A list of the draft's articles may end with its addenda: ``안 제5조 및 부칙 제2조``."""
        joined = g.DRAFT_AND.match(self._text, end)
        addenda = g.ADDENDA.match(self._text, joined.end()) if joined else None
        read = read_units(self._text, addenda.end()) if addenda else None
        if not joined or not read:
            return end
        return self._chain(joined.end(), read[1], CitationKind.DRAFT, None, read[0])

    def _draft_annex(self, start: int, at: int) -> int:
        """``안 별표 1``; ``안 별표 제95호`` is an item of the one annex."""
        items = _ITEMS.match(self._text, at + len("별표"))
        if items:
            item = "의".join(filter(None, items.groups()))
            return self._chain(start, items.end(), CitationKind.DRAFT, None, Units(item=item))
        done = self._annex(start, at, None, CitationKind.DRAFT)
        return at if done is None else done

    def _of_draft(self, start: int, end: int, units: Units) -> Units | None:
        """``units`` without an article as those of the article that the line sums up; a law
        named on the line may have them as well."""
        number = int((g.NUMBER.findall(units.paragraph or units.item or "") or ["0"])[0])
        if self._mind.own or units.article or not 0 < number <= _MOST or self._law_before(start):
            return None
        summed_up = _SUMMED_UP.match(self._text, end)
        read = read_units(self._text, summed_up.end()) if summed_up else None
        return below(units, read[0]) if read and read[0].article else None

    def _law_before(self, start: int) -> bool:
        """Whether a law was named before ``start`` on its line."""
        last = self._last()
        named = last and last.kind is not CitationKind.DRAFT
        return bool(last and named and "\n" not in self._text[last.end : start])

    def _last(self) -> Citation | None:
        return self._found[-1] if self._found else None
