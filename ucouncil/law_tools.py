"""The wiring of laws for the desk: comparison, and citations as a viewer may know them."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from indexer.statutes.changes import Comparison
from indexer.statutes.cite.held import RecordsLaws, names_in
from indexer.statutes.cite.model import Citation, Unresolved, Within
from indexer.statutes.cite.names import Names
from indexer.statutes.cite.reader import read_citations
from indexer.statutes.cite.resolve import Target, resolve
from indexer.statutes.cite.within import within_of, within_title
from indexer.statutes.compare import compare
from indexer.statutes.draft import read_draft
from indexer.statutes.table import rows
from indexer.statutes.table.forms import in_form
from indexer.statutes.table.heading import heading
from indexer.statutes.table.rows import entries
from indexer.statutes.words import changed_words, merged_words
from records.errors import UnknownDocument
from records.model import Statute, Version
from records.store import Records
from records.timeline import today
from records.viewer import Viewer
from search_ui.law_tools import (
    ArticleChange,
    Cell,
    Changes,
    Cited,
    Entry,
    PartChange,
    Row,
    Spans,
    Table,
)


class Comparer:
    """The `Compare` of the search UI."""

    def versions(self, before: Version, after: Version, /) -> Changes:
        return _changes(compare(before, after))

    def texts(self, before: str, after: str, /) -> Changes:
        return self.versions(read_draft(before), read_draft(after))

    def words(self, before: str, after: str, /) -> tuple[Spans, Spans]:
        return changed_words(before, after)

    def merged(self, before: str, after: str, /) -> Sequence[tuple[str, str]]:
        return merged_words(before, after)

    def table(self, before: Version, after: Version, /) -> Table:
        found = compare(before, after)
        head = heading(found)
        shown = tuple(Entry(one.name, one.note, _rows(one)) for one in entries(found))
        return Table(head.title, head.subtitle, head.old, head.new, shown)

    def file(self, before: Version, after: Version, form: str, /) -> bytes:
        return in_form(compare(before, after), form)


def _rows(entry: rows.Entry) -> tuple[Row, ...]:
    return tuple(Row(_cell(row.old), _cell(row.new)) for row in entry.rows)


def _cell(cell: rows.Cell) -> Cell:
    return Cell(cell.text, cell.marks)


def _changes(found: Comparison) -> Changes:
    parts = (PartChange(one.part, one.before, one.after) for one in found.parts)
    return Changes(
        tuple(ArticleChange(**change.as_json()) for change in found.changes), tuple(parts)
    )


class Citer:
    """The `Cite` of the search UI. The dictionary of names is made anew when records change."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._names = lru_cache(maxsize=1)(self._names_at)

    def __call__(
        self, text: str, day: date | None, within: str | None, viewer: Viewer, /
    ) -> Sequence[Cited]:
        laws = _LawsFor(self._records, viewer)
        around = laws.within(within, day or today()) if within else None
        names = self._names(self._records.last_revision())
        found = resolve(read_citations(text, names, around), laws, day)
        return list(map(_cited, found))

    def _names_at(self, _: int) -> Names:
        return names_in(self._records)


def _cited(one: Citation) -> Cited:
    why = one.reason.korean if one.reason else None
    return Cited(**one.as_json(), document=one.document, why=why)  # type: ignore[arg-type]


class _LawsFor(RecordsLaws):
    """The laws of the records without those that are not for ``viewer``: they are not held."""

    def __init__(self, records: Records, viewer: Viewer) -> None:
        super().__init__(records)
        self._store, self._viewer = records, viewer
        self._open = lru_cache(maxsize=None)(self._may_read)
        self._readable = lru_cache(maxsize=None)(self._look_up_readable)

    def find(self, title: str, day: date | None) -> Target | Unresolved:
        if not self._readable(title):
            return Unresolved.NOT_HELD
        target = super().find(title, day)
        hidden = isinstance(target, Target) and not self._open(target.document or "")
        return Unresolved.NOT_HELD if hidden else target

    def within(self, name: str, day: date) -> Within:
        """The statute around the text; of one that is not held only the name is known."""
        found = self._readable(name)
        version = self._store.version(found[0].document_id, day) if found else None
        return within_of(version) if version else within_title(name)

    def _look_up_readable(self, title: str) -> list[Statute]:
        return [one for one in self._store.find_statutes(title) if self._open(one.document_id)]

    def _may_read(self, document_id: str) -> bool:
        try:
            self._store.read(document_id, self._viewer)
        except UnknownDocument:
            return False
        return True
