"""Versions of laws that a source has taken back. Part of `records.store.Records`.

A version that was deleted keeps its row, marked with the state `DELETED`, and is in no history,
no text and no index from then on; a later put of the same version revives it. A law of which no
version is left becomes a tombstone.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select, update

from records.changes import Revisions
from records.codec import pack, sha256, unpack
from records.database import Database
from records.documents import bury, document_row
from records.lawtexts import DELETED, headers
from records.model import Document, Version, Visibility
from records.put_law import put_names
from records.sql import batches
from records.statute_view import statute_document
from records.tables import documents, versions


class DeletionStore:
    """What is left of laws when their source takes versions back."""

    database: Database

    def versions_with(self, prefix: str, serials: Collection[str]) -> list[tuple[str, Version]]:
        """The versions whose MST is one of ``serials``, without texts, each with the document id
        of its law; only of laws whose id begins with ``prefix``."""
        found = []
        query = select(versions.c.document_id, versions.c.body)
        query = query.order_by(versions.c.document_id, versions.c.mst, versions.c.effective)
        with self.database.read() as connection:
            for some in batches(sorted(serials)):
                rows = connection.execute(query.where(versions.c.mst.in_(some))).all()
                found += [(row.document_id, unpack(Version, row.body)) for row in rows]
        return [(law, one) for law, one in found if law.startswith(prefix) and _stands(one)]

    def delete_versions(self, document_id: str, gone: Iterable[Version]) -> bool:
        """Mark these versions of one law as deleted, in one transaction with its new revision;
        whether the law is a tombstone now. The same again changes nothing."""
        with self.database.write() as connection:
            revisions = Revisions(connection)
            marked = [_mark(connection, document_id, one) for one in gone]
            left = headers(connection, document_id)
            if any(marked) and left:
                _shrink(connection, revisions, document_id, left)
            elif any(marked):
                bury(connection, revisions, document_id)
            revisions.save()
        return any(marked) and not left


def _stands(version: Version) -> bool:
    return version.status != DELETED


def _mark(connection: Connection, document_id: str, version: Version) -> bool:
    """Whether the version stood until now."""
    columns = versions.c
    where = (
        columns.document_id == document_id,
        columns.mst == version.mst,
        columns.effective == version.effective,
    )
    row = connection.execute(select(columns.body, columns.contents).where(*where)).first()
    if row is None or not _stands(unpack(Version, row.body)):
        return False
    body = pack(replace(unpack(Version, row.body), status=DELETED))
    fingerprint = sha256(f"{body}\n{row.contents}")
    connection.execute(update(versions).where(*where).values(body=body, fingerprint=fingerprint))
    return True


def _shrink(
    connection: Connection, revisions: Revisions, document_id: str, left: list[Version]
) -> None:
    """The law's document and names as its other versions have them."""
    stored: Any = connection.execute(
        select(documents.c.body, documents.c.withdrawn).where(documents.c.id == document_id)
    ).one()
    if stored.withdrawn:
        return
    known = unpack(Document, stored.body)
    document = statute_document(
        document_id,
        left,
        ordinance=document_id.startswith("ordin:"),
        public=known.visibility is Visibility.PUBLIC,
    )
    query = select(versions.c.fingerprint).where(versions.c.document_id == document_id)
    body = pack(document)
    fingerprint = sha256("\n".join([body, *sorted(connection.scalars(query))]))
    row = document_row(document, body, fingerprint, revisions.take(), statute=True)
    connection.execute(update(documents).where(documents.c.id == document_id).values(row))
    put_names(connection, document_id, left)
