"""`Records`: the one door to everything that is kept.

>>> import tempfile
>>> from records.model import Kind
>>> home = tempfile.mkdtemp()
>>> with Records.create(f"sqlite:///{home}/records.db", f"{home}/originals") as records:
...     records.put([Document("seoul:bill-1", Kind.BILL, "조례안")])
[Outcome(id='seoul:bill-1', status='loaded', revision=1)]
"""

from collections.abc import Iterable
from datetime import date
from types import TracebackType
from typing import Self

from records.changes import ChangeLog
from records.collections import CollectionStore
from records.council import CouncilStore
from records.database import Database
from records.decisions import DecisionStore
from records.deletions import DeletionStore
from records.documents import DocumentStore, load_documents
from records.errors import UnknownDocument
from records.failures import FailureStore
from records.model import Document
from records.originals import Originals
from records.pins import PinStore
from records.relations import RelationStore
from records.runs import RunStore
from records.screens import ScreenStore
from records.searches import SearchStore
from records.statutes import StatuteStore, fill_statute
from records.viewer import Viewer
from records.visibility import may_read


class Records(
    DocumentStore,
    StatuteStore,
    DeletionStore,
    CouncilStore,
    RelationStore,
    FailureStore,
    RunStore,
    ChangeLog,
    PinStore,
    CollectionStore,
    SearchStore,
    DecisionStore,
    ScreenStore,
):
    """The database and the originals. Safe to share between threads."""

    def __init__(self, database: Database, originals: Originals) -> None:
        self.database = database
        self.originals = originals

    @classmethod
    def create(cls, database_url: str, originals_url: str) -> Self:
        """Make or migrate the tables, and open."""
        records = cls(Database(database_url), Originals(originals_url))
        try:
            records.database.migrate()
        except BaseException:
            records.close()
            raise
        return records

    @classmethod
    def open(cls, database_url: str, originals_url: str) -> Self:
        """Open what `create` made; `BadSetting` when it is not there or of another version."""
        records = cls(Database(database_url), Originals(originals_url))
        try:
            records.database.require_current()
        except BaseException:
            records.close()
            raise
        return records

    def close(self) -> None:
        """Close the connections."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def document(self, document_id: str) -> Document:
        """The document with its passages, whoever asks: for workers. A held one too."""
        found = self.documents([document_id])
        if document_id not in found:
            raise _unknown(document_id)
        return found[document_id]

    def read(self, document_id: str, viewer: Viewer, *, as_of: date | None = None) -> Document:
        """The document, if ``viewer`` may read it; of a statute the version in force ``as_of``.

        Without a day a statute shows the version in force today, or, with a note that says so,
        the first to come or the last there was. Raises `UnknownDocument`, in the same words
        for absent, held and forbidden.
        """
        with self.database.read() as connection:
            for document, is_statute in load_documents(connection, [document_id]):
                if may_read(viewer, document):
                    return fill_statute(connection, document, as_of) if is_statute else document
        raise _unknown(document_id)

    def documents(self, ids: Iterable[str]) -> dict[str, Document]:
        """Those of ``ids`` that are there, with passages, by id; held ones too."""
        with self.database.read() as connection:
            return {
                document.id: fill_statute(connection, document, None) if is_statute else document
                for document, is_statute in load_documents(connection, list(ids))
            }


def _unknown(document_id: str) -> UnknownDocument:
    return UnknownDocument(f"없는 문서: {document_id}")
