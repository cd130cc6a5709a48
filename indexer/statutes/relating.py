"""One paper or law → the relations that its text tells: what it cites, amends and carries out.

Each text is read as of its own day: a paper's date, the day an earlier (or coming) text of an
article took effect, the promulgation of an addendum; today for what is in force.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Final

from indexer.statutes.appendices import addenda, day_of, texts_over_time
from indexer.statutes.cite.held import RecordsLaws, names_in
from indexer.statutes.cite.model import Citation, CitationKind, Unresolved, Within
from indexer.statutes.cite.names import Names
from indexer.statutes.cite.reader import read_citations
from indexer.statutes.cite.resolve import OwnFirst, Target, resolve
from indexer.statutes.cite.within import within_of
from indexer.statutes.directives import directives
from indexer.statutes.rests import amended_law, between, carries_out, missing_id, name_id, target_id
from records.model import (
    Article,
    ArticleInForce,
    Document,
    Kind,
    Relation,
    RelationKind,
    Statute,
    Version,
)
from records.store import Records
from records.timeline import intervals, nearest, today

_ANY_LAW: Final = re.compile(r"[법령영칙례정]")
"""What a text must have a letter of to name a law at all."""
Known = tuple[Within, OwnFirst]
"""What the reader of a statute's text knows of it, and the laws as it means them."""


class Relating:
    """Reads relations out of what ``records`` hold; names and laws looked up are kept."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._gone: dict[tuple[str, date], str | None] = {}

    @cached_property
    def _names(self) -> Names:
        return names_in(self._records)

    @cached_property
    def _laws(self) -> RecordsLaws:
        return RecordsLaws(self._records)

    def of(self, document_id: str) -> Iterator[Relation]:
        """The relations that a paper, or a law in all its texts, brings."""
        if document_id.startswith(("law:", "ordin:")):
            return self._statute(self._records.statute(document_id))
        return self._paper(self._records.document(document_id))

    def _paper(self, paper: Document) -> Iterator[Relation]:
        citations = resolve(read_citations(paper.text, self._names), self._laws, paper.date)
        yield from self._cites(paper.id, citations, paper.date or today())
        if paper.kind is Kind.BILL:
            yield from self._amends(paper, citations)

    def _amends(self, bill: Document, citations: list[Citation]) -> Iterator[Relation]:
        """The laws a bill's title or directives name, and their articles. Of a bill that amends
        one law the articles of its draft (``안 제5조``) are those of that law."""
        amended: dict[str, Relation] = {}
        title = amended_law(bill)
        if title and (law := self._law(title, bill.date)):
            amended[law] = Relation(bill.id, RelationKind.AMENDS, law)
        for directive in directives(bill.text):
            law = self._law(directive.law, bill.date)
            if law is None:
                continue
            place = directive.start, directive.end
            amended.setdefault(law, Relation(bill.id, RelationKind.AMENDS, law, *place))
            for one in directive.articles:
                article = f"{law}#{one.article}"
                yield Relation(bill.id, RelationKind.AMENDS, article, one.start, one.end)
        yield from amended.values()
        if len(amended) == 1:
            yield from _drafted(bill, next(iter(amended)), citations)

    def _law(self, title: str, day: date | None) -> str | None:
        return getattr(self._laws.find(self._names.title(title), day), "document", None)

    def _statute(self, statute: Statute) -> Iterator[Relation]:
        """Every text of its articles and annexes, and its addenda."""
        shown = nearest(statute.versions, today())
        if shown is None:
            return
        versions = {(one.mst, one.effective): one for one in statute.versions}
        laws, owner = self._laws, statute.document_id
        around = {k: (within_of(one), OwnFirst(laws, one, owner)) for k, one in versions.items()}
        for text in texts_over_time(statute):
            if text.effective_from <= shown.effective < text.effective_to:
                known = around[shown.mst, shown.effective]
                yield from self._in_force(owner, text.article, shown, known)
            else:
                known = around[text.mst, text.effective_from]
                yield from self._at_its_time(owner, text, known)
        for addendum in addenda(shown):
            known = around[shown.mst, shown.effective]
            yield from self._addendum(owner, addendum, shown, known)

    def _read(self, text: str, known: Known, day: date) -> list[Citation]:
        within, laws = known
        return resolve(read_citations(text, self._names, within), laws, day)

    def _in_force(
        self, document_id: str, article: Article, version: Version, known: Known
    ) -> Iterator[Relation]:
        """What the text in force (or the first to come) cites today."""
        source, day = f"{document_id}#{article.key}", max(version.effective, today())
        citations = self._read(article.text, known, day)
        yield from self._cites(source, citations, day)
        for one in citations:
            target = target_id(one) or self._missing(one, day)
            if target and one.units.article and carries_out(source, one, known[0]):
                yield Relation(target, RelationKind.DELEGATES, source, one.start, one.end)

    def _at_its_time(
        self, document_id: str, text: ArticleInForce, known: Known
    ) -> Iterator[Relation]:
        """What an earlier (or coming) text cited on the day it took effect."""
        day = text.effective_from
        source = f"{document_id}#{text.article.key}@{day:%Y%m%d}"
        citations = self._read(text.article.text, known, day)
        for one in citations:
            for target in self._targets(one, day):
                yield Relation(source, RelationKind.CITED, target, one.start, one.end)
        yield from _named(source, citations)

    def _addendum(
        self, document_id: str, addendum: Article, version: Version, known: Known
    ) -> Iterator[Relation]:
        """What an addendum cites of other laws. ``제3조`` alone may be the addendum's own, the
        law's, or that of a law it amends: it is left out."""
        if not _ANY_LAW.search(addendum.text):
            return
        source, day = f"{document_id}#{addendum.key}", day_of(addendum) or version.effective
        citations = self._read(addendum.text, known, day)
        others = [one for one in citations if one.law not in (None, known[0].title)]
        for one in others:
            for target in self._targets(one, day):
                yield Relation(source, RelationKind.CITES, target, one.start, one.end)
        yield from _named(source, others)

    def _cites(self, source: str, citations: Iterable[Citation], day: date) -> Iterator[Relation]:
        """Relations for each citation; offsets are those of the paper's or the article's text."""
        for one in citations:
            found = list(self._targets(one, day))
            for target in found:
                yield Relation(source, RelationKind.CITES, target, one.start, one.end)
            if not found and one.law:
                target = self._missing(one, day) or name_id(one.law)
                yield Relation(source, RelationKind.MENTIONS, target, one.start, one.end)

    def _targets(self, one: Citation, day: date) -> Iterator[str]:
        """What a resolved citation cites: for a range each article in it that there was."""
        target = target_id(one)
        if target is None:
            return
        first, last = one.units.article, one.to.article if one.to else None
        law = self._laws.find(one.law or "", day)
        known = law.articles if isinstance(law, Target) else None
        if one.kind is CitationKind.LAW and first and last and known:
            yield from (f"{one.document}#{article}" for article in between(first, last, known))
        else:
            yield target

    def _missing(self, one: Citation, day: date) -> str | None:
        """The article that is not there in a law that is: deleted, renumbered, or repealed."""
        if one.reason is Unresolved.NO_SUCH_ARTICLE:
            law = self._laws.find(one.law or "", day)
            return _lacked(law, one) if isinstance(law, Target) else None
        gone = one.reason is Unresolved.NOT_IN_FORCE and self._repealed(one.law or "", day)
        return missing_id(gone, one.units.article) if gone else None

    def _repealed(self, title: str, day: date) -> str | None:
        """The one law of that title, when it was repealed by ``day``."""
        key = (title, day)
        if key not in self._gone:
            found = self._records.find_statutes(title)
            spans = intervals(found[0].versions) if len(found) == 1 else []
            ended = bool(spans) and spans[-1].to <= day
            self._gone[key] = found[0].document_id if ended else None
        return self._gone[key]


def _lacked(law: Target, one: Citation) -> str:
    """The first article of the citation that ``law`` does not have."""
    asked = (one.units.article, one.to.article if one.to else None)
    lacked = (key for key in asked if key and key not in (law.articles or ()))
    return missing_id(law.document or law.law_id, next(lacked, None))


def _drafted(bill: Document, law: str, citations: Iterable[Citation]) -> Iterator[Relation]:
    for one in citations:
        if one.kind is CitationKind.DRAFT and one.units.article:
            article = f"{law}#{one.units.article}"
            yield Relation(bill.id, RelationKind.AMENDS, article, one.start, one.end)


def _named(source: str, citations: Iterable[Citation]) -> Iterator[Relation]:
    """One mention a law that was not held, so that the text is read again when it is."""
    names = {name_id(one.law) for one in citations if one.law and not one.resolved}
    yield from (Relation(source, RelationKind.MENTIONS, name) for name in sorted(names))
