"""Places in papers that someone has cited or collected, and the text they had then.

Records keep a paper's latest text. What has been pinned is kept besides, a revision a row, so
that a citation shows the same words years on. Laws need no row: all their versions are kept.
Part of `records.store.Records`.
"""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select

from records.codec import unpack, unpack_many
from records.database import Database
from records.documents import load_documents
from records.errors import UnknownDocument
from records.model import Document, Passage
from records.sql import insert_missing, is_key
from records.tables import documents, pinned, texts
from records.viewer import Viewer
from records.visibility import may_read


@dataclass(frozen=True, slots=True)
class Pin:
    """A place in a document as it was: its revision, the SHA-256 of its original (or of its text
    where it has none), the page or the article, and of a law the day whose text is meant."""

    document: str
    revision: int
    sha256: str | None = None
    page: int | None = None
    article: str | None = None
    day: date | None = None


class PinStore:
    """Revisions that stay."""

    database: Database

    def keep_revision(self, document_id: str, viewer: Viewer) -> int:
        """Keep the text that ``viewer`` reads now; return its revision.

        Raises `UnknownDocument` when there is nothing for them to read.
        """
        row = select(documents.c.revision, documents.c.body, texts.c.passages)
        row = row.outerjoin(texts, texts.c.document_id == documents.c.id)
        with self.database.write() as connection:
            found = load_documents(connection, [document_id])
            if not found or not may_read(viewer, found[0][0]):
                raise _gone(document_id)
            document, is_statute = found[0]
            if not is_statute:
                kept = connection.execute(row.where(documents.c.id == document_id)).one()
                values = {"document_id": document_id, **kept._mapping}
                values["passages"] = values["passages"] or "[]"
                insert_missing(connection, pinned, [values])
        return document.revision

    def read_revision(self, document_id: str, revision: int, viewer: Viewer) -> Document:
        """The paper as ``revision`` had it, if that is kept and ``viewer`` may read the paper
        today as well as then. Raises `UnknownDocument`."""
        rows = pinned.c.document_id == document_id, pinned.c.revision == revision
        if not is_key(document_id) or not 0 < revision < 2**63:
            raise _gone(document_id)
        with self.database.read() as connection:
            now = load_documents(connection, [document_id])
            then = connection.execute(select(pinned).where(*rows)).first()
        if not now or not may_read(viewer, now[0][0]) or then is None:
            raise _gone(document_id)
        document = replace(
            unpack(Document, then.body),
            revision=revision,
            passages=unpack_many(Passage, then.passages),
        )
        if not may_read(viewer, document):
            raise _gone(document_id)
        return document


def _gone(document_id: str) -> UnknownDocument:
    return UnknownDocument(f"없는 문서: {document_id}")
