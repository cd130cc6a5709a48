"""A text → its citations, in one pass from left to right.

At each place where a citation may begin (`grammar.START`) the one that stands there is read to
its end, with the list or range that follows it; what was named is remembered (`memory`) for the
relative ones.
"""

import re
from collections.abc import Callable
from typing import Final

from indexer.statutes.cite import grammar as g
from indexer.statutes.cite.drafts import DraftTakers
from indexer.statutes.cite.memory import Memory
from indexer.statutes.cite.model import Citation, CitationKind, Within
from indexer.statutes.cite.names import Names
from indexer.statutes.cite.sentence import law_before, place_before
from indexer.statutes.cite.units import below, circled, read_units

_BY_NUMBER: Final = re.compile(
    r"(?:훈령|고시|예규|공고|지침|의사일정|안건|문화재|기념물|보물|국보|사건|결의|문서|제보|급|번호|법률안|대통령령|부령|총리령|법률|질의|회신|호선)\s?$"
)
_TREATY: Final = re.compile(r"[가-힣]\s(?:헌장|협약|협정|조약|의정서)\s?$")
"""``유네스코 헌장 제7조``: of a treaty that no dictionary has, not of the statute that is read."""
_MONEY: Final = re.compile(
    r"(?:예산|규모|약|총|매출|국채|적자|부채|재정|\d원|억|추경|세수)\s?(?:\S{0,3}\s)?$"
)
_HEADING_NEXT: Final = re.compile(r"\s?(?:[(【]|삭제)")
_NUMBERED: Final = re.compile(r"제\d{1,6}호\s?$")
_BOXED: Final = re.compile(r"(?:^|\n)\s?[\[<(【]$")


def read_citations(text: str, names: Names, within: Within | None = None) -> list[Citation]:
    """The citations of ``text`` in order, not yet resolved.

    >>> [c.text for c in read_citations("「도로법」 제5조제1항 및 제7조에 따른", Names(["도로법"]))]
    ['「도로법」 제5조제1항', '제7조']
    """
    return Reader(text, names, within).read()


class Reader(DraftTakers):
    """One reading of one text."""

    def __init__(self, text: str, names: Names, within: Within | None = None) -> None:
        super().__init__(text, Memory.of(within, names), names, bare=within is None)
        self._takers: dict[str, Callable[[re.Match[str]], int]] = {
            name: getattr(self, f"_take_{name}") for name in g.START.groupindex if name != "title"
        }

    def read(self) -> list[Citation]:
        """Everything that is cited."""
        at = 0
        while found := g.START.search(self._text, at):
            at = max(self._takers[found.lastgroup or ""](found), found.start() + 1)
        return self._found

    def _take_note(self, found: re.Match[str]) -> int:
        return found.end()

    def _take_declaration(self, found: re.Match[str]) -> int:
        return found.end()

    def _take_promulgated(self, found: re.Match[str]) -> int:
        """``법률 제1호 도로법 일부개정법률 부칙 제2조``: addenda of the law that was amended."""
        amended = g.AMENDED.match(self._text, found.end())
        if amended is None:
            return found.end()
        title, start = self._names.title(amended["name"]), amended.start("name")
        return self._addenda(start, amended.end(), title) or found.end()

    def _take_head(self, found: re.Match[str]) -> int:
        """``제5조(목적)`` at the start of a line: an article begins here. In a paper that is no
        statute, a number without a heading is only a citation."""
        if self._bare and not _HEADING_NEXT.match(self._text, found.end()):
            return self._unit(found.start() + found[0].index("제"), found.end())
        read = read_units(self._text, found.start() + found[0].index("제"))
        if read and read[0].article:
            self._mind.enter(read[0].article)
        heading = g.HEADING.match(self._text, found.end())
        end = heading.end() if heading else found.end()
        sign = self._text[end : end + 1]
        if re.match(r"[①-⑳]", sign):
            self._mind.stand("paragraph", circled(sign))
        return end

    def _take_sign(self, found: re.Match[str]) -> int:
        before = self._text[max(0, found.start() - 8) : found.start()]
        if self._mind.own and not before.rpartition("\n")[2].strip(" \t*#"):
            self._mind.stand("paragraph", circled(found[0]))
        return found.end()

    def _take_item_line(self, found: re.Match[str]) -> int:
        self._mind.stand("item", "의".join(g.NUMBER.findall(found[0])))
        return found.end()

    def _take_subitem_line(self, found: re.Match[str]) -> int:
        self._mind.stand("subitem", found[0].strip()[0])
        return found.end()

    def _take_unit(self, found: re.Match[str]) -> int:
        """A unit without a law: of the statute that is read, or of none that is known."""
        return self._unit(found.start(), found.end())

    def _unit(self, start: int, otherwise: int) -> int:
        read = read_units(self._text, start)
        if read is None:
            return otherwise
        units, end = read
        own = self._mind.own
        if place := self._elsewhere(start, end, units):
            units = below(units, place.units)
            else_own = own if place.law == self._mind.applied else None
            number = place.number
            return self._chain(start, end, place.kind, place.law, units, number, else_own)
        if units.article and _TREATY.search(self._before(start)):
            return self._chain(start, end, CitationKind.LAW, None, units)
        if not units.article and _BY_NUMBER.search(self._before(start)):
            return end
        if draft := self._of_draft(start, end, units):
            return self._chain(start, end, CitationKind.DRAFT, None, draft)
        if not units.article and own is None:
            near = place_before(self._text, self._last(), start, units)
            return self._chain(start, end, CitationKind.LAW, *near) if near else end
        scope = self._scopes.at(start)
        beside = scope.place.law if scope else self._just_named(start)
        beside = beside if units.article and beside != own else None
        here = below(units, self._mind.here)
        law = own or law_before(self._text, self._last(), start)
        return self._chain(start, end, CitationKind.LAW, law, here, otherwise=beside)

    def _take_loose(self, found: re.Match[str]) -> int:
        """``61조``, as people speak; not a sum of money."""
        read = read_units(self._text, found.start(), loose=True)
        if read is None or not self._bare or _MONEY.search(self._before(found.start())):
            return found.end()
        return self._chain(found.start(), read[1], CitationKind.LAW, self._mind.own, read[0])

    def _take_subitem(self, found: re.Match[str]) -> int:
        read = read_units(self._text, found.start())
        own, here = self._mind.own, self._mind.here
        if read and (place := self._elsewhere(found.start(), read[1], read[0])):
            units = below(read[0], place.units)
            number = place.number
            return self._chain(found.start(), read[1], place.kind, place.law, units, number)
        if read is None or own is None or not here.article:
            return found.end()
        return self._chain(found.start(), read[1], CitationKind.LAW, own, below(read[0], here))

    def _take_annex(self, found: re.Match[str]) -> int:
        return self._own_part(found, self._annex)

    def _take_form(self, found: re.Match[str]) -> int:
        return self._own_part(found, self._form)

    def _take_addenda(self, found: re.Match[str]) -> int:
        if _NUMBERED.search(self._before(found.start())):
            return self._addenda(found.start(), found.start(), None) or found.end()
        return self._own_part(found, self._addenda, self._just_named(found.start()))

    def _own_part(
        self,
        found: re.Match[str],
        reader: Callable[[int, int, str | None], int | None],
        beside: str | None = None,
    ) -> int:
        """A part of the statute that is read, in other papers of the law ``beside``; ``[별표 1]``
        on a line is its heading."""
        if _BOXED.search(self._before(found.start())):
            return found.end()
        done = reader(found.start(), found.start(), self._mind.own or beside)
        return found.end() if done is None else done
