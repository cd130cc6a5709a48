"""The graph: which article a paper cites, a bill amends, a decree or an ordinance carries out.

Computed from the records and kept there as relations; brought up to date by revision, like an
index. A citation of a law that is not held is kept as a mention of its name, so that the paper
is read again when the law arrives; so is every paper that rests on a law that changed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import Final

from indexer.statutes.cite.held import RecordsLaws, names_in
from indexer.statutes.cite.model import Citation, CitationKind, Within
from indexer.statutes.cite.names import Names
from indexer.statutes.cite.reader import read_citations
from indexer.statutes.cite.resolve import resolve
from indexer.statutes.cite.within import within_of
from indexer.statutes.rests import amended_law, carries_out, target_id
from records.changes import Change
from records.model import Document, Kind, Relation, RelationKind, Version
from records.names import fold
from records.store import Records
from records.timeline import nearest, today

KINDS: Final = (
    RelationKind.CITES,
    RelationKind.AMENDS,
    RelationKind.DELEGATES,
    RelationKind.MENTIONS,
)
"""What is replaced when a paper is read anew."""
_BATCH: Final = 200

Progress = Callable[[int, int | None, str], None]


class Graph:
    """Keeps the relations of ``records`` up to date."""

    def __init__(self, records: Records) -> None:
        self._records = records

    @cached_property
    def _names(self) -> Names:
        return names_in(self._records)

    @cached_property
    def _laws(self) -> RecordsLaws:
        return RecordsLaws(self._records)

    def update(self, progress: Progress | None = None) -> int:
        """Read every paper that is new, changed, or rests on a law that changed; return how
        many that were. A paper whose relations changed after it was indexed gets a new revision.
        """
        start, end = self._records.graph_revision(), self._records.last_revision()
        done = 0
        for batch in _batches(self._changes(start, end), _BATCH):
            self._read({one.document_id: one.withdrawn for one in batch})
            done += len(batch)
            if progress:
                progress(batch[-1].revision - start, end - start, "인용")
        again = sorted(self._resting_on_changed(start, end))
        known = self._records.documents(again).keys()
        changed = self._read({one: one not in known for one in again})
        self._records.touch(sorted(changed & known))
        self._records.set_graph_revision(end)
        return done + len(again)

    def _changes(self, after: int, end: int) -> Iterator[Change]:
        while changes := self._records.changes(after, _BATCH):
            after = changes[-1].revision
            yield from (change for change in changes if change.revision <= end)

    def _resting_on_changed(self, start: int, end: int) -> set[str]:
        """Papers read before that cite, or name, a law that came or changed since."""
        laws = [one.document_id for one in self._changes(start, end) if one.statute]
        found: set[str] = set()
        for law in laws:
            named = {version.name for version in self._records.statute(law).versions}
            mentions = (self._records.relations(target=name_id(name)) for name in named)
            resting = [
                *self._records.relations_to(law),
                *(one for some in mentions for one in some),
            ]
            found |= {one.source.partition("#")[0] for one in resting}
        return found - {one.document_id for one in self._changes(start, end)}

    def _read(self, papers: Mapping[str, bool]) -> frozenset[str]:
        """Read papers (id → whether it is gone); return those whose relations changed."""
        found = {one: [] if gone else list(self._relations(one)) for one, gone in papers.items()}
        return self._records.replace_relations(found, KINDS)

    def _relations(self, document_id: str) -> Iterator[Relation]:
        statute = document_id.startswith(("law:", "ordin:"))
        return self._statute(document_id) if statute else self._paper(document_id)

    def _paper(self, document_id: str) -> Iterator[Relation]:
        document = self._records.document(document_id)
        citations = resolve(read_citations(document.text, self._names), self._laws, document.date)
        yield from _cites(document_id, citations)
        if document.kind is Kind.BILL:
            yield from self._amends(document, citations)

    def _amends(self, bill: Document, citations: list[Citation]) -> Iterator[Relation]:
        """A bill that names the one law it amends amends the articles of its draft."""
        title = amended_law(bill)
        target = self._laws.find(self._names.title(title), bill.date) if title else None
        law = getattr(target, "document", None)
        if law is None:
            return
        yield Relation(bill.id, RelationKind.AMENDS, law)
        for one in citations:
            if one.kind is CitationKind.DRAFT and one.units.article:
                article = f"{law}#{one.units.article}"
                yield Relation(bill.id, RelationKind.AMENDS, article, one.start, one.end)

    def _statute(self, document_id: str) -> Iterator[Relation]:
        """The articles in force (or to come), each read as of the day its version begins."""
        version = nearest(self._records.statute(document_id).versions, today())
        if version is None:
            return
        within = within_of(version)
        for article in version.articles:
            yield from self._article(f"{document_id}#{article.key}", article.text, version, within)

    def _article(
        self, source: str, text: str, version: Version, within: Within
    ) -> Iterator[Relation]:
        day = max(version.effective, today())
        citations = resolve(read_citations(text, self._names, within), self._laws, day)
        yield from _cites(source, citations)
        for one in citations:
            target = target_id(one)
            if target and one.units.article and carries_out(source, one, within):
                yield Relation(target, RelationKind.DELEGATES, source, one.start, one.end)


def _batches(changes: Iterable[Change], size: int) -> Iterator[list[Change]]:
    iterator = iter(changes)
    while batch := list(islice(iterator, size)):
        yield batch


def name_id(title: str) -> str:
    """The target of a mention of a law that is not held."""
    return f"name:{fold(title)}"


def _cites(source: str, citations: Iterable[Citation]) -> Iterator[Relation]:
    """A relation a citation; offsets are those of the paper's or the article's text."""
    for one in citations:
        target = target_id(one)
        if target:
            yield Relation(source, RelationKind.CITES, target, one.start, one.end)
        elif one.law:
            yield Relation(source, RelationKind.MENTIONS, name_id(one.law), one.start, one.end)
