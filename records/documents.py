"""Documents: put, read, withdraw, release. Part of `records.store.Records`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from records.changes import Outcome, Revisions
from records.codec import pack, sha256, unpack, unpack_many
from records.database import Database
from records.errors import Misuse, UnknownDocument
from records.model import Document, Kind, Passage, Privacy
from records.sql import batches, is_key, upsert
from records.tables import documents, pinned, texts


class DocumentStore:
    """The papers. A statute is a document too, but its text is kept by `StatuteStore`."""

    database: Database

    def put(self, papers: Iterable[Document]) -> list[Outcome]:
        """Store ``papers``, all or none, and say of each what happened, in the same order.

        The same content again is unchanged and keeps its revision. A paper that staff have
        released stays released when the privacy gate holds the same content anew.
        """
        papers = list(papers)  # before the lock: the iterable may extract files as it goes
        with self.database.write() as connection:
            revisions = Revisions(connection)
            outcomes: list[Outcome] = []
            for some in batches(papers):
                outcomes += _put(connection, revisions, some)
            revisions.save()
        return outcomes

    def withdraw(self, document_id: str) -> None:
        """Leave a tombstone with a new revision; the text is dropped, with what was pinned of it;
        a later put revives it."""
        with self.database.write() as connection:
            revisions = Revisions(connection)
            if _stored(connection, [document_id]).get(document_id, _ABSENT).withdrawn:
                raise UnknownDocument(f"없는 문서: {document_id}")
            bury(connection, revisions, document_id)
            revisions.save()

    def release(self, document_id: str) -> Outcome:
        """Open a held paper after a person has looked at it; `Misuse` when it is not held."""
        with self.database.write() as connection:
            revisions = Revisions(connection)
            stored = _stored(connection, [document_id]).get(document_id, _ABSENT)
            if stored.withdrawn or stored.privacy is not Privacy.HELD:
                raise Misuse(f"보류된 문서가 아닙니다: {document_id}")
            outcome = Outcome(document_id, "loaded", revisions.take())
            _change(
                connection,
                document_id,
                revision=outcome.revision,
                privacy=Privacy.RELEASED.value,
            )
            revisions.save()
        return outcome

    def held(self) -> list[Document]:
        """The held papers without their text, by id: what staff have to look at."""
        query = _select().where(documents.c.privacy == Privacy.HELD.value)
        with self.database.read() as connection:
            return [_document(row) for row in connection.execute(query.order_by(documents.c.id))]

    def numbered(self, number: str) -> list[Document]:
        """The papers whose document number is ``number``, without their text, by id."""
        query = _select().where(
            documents.c.body.contains(_field("number", number), autoescape=True)
        )
        with self.database.read() as connection:
            found = [_document(row) for row in connection.execute(query.order_by(documents.c.id))]
        return [document for document in found if document.number == number]

    def heads(self, ids: Iterable[str]) -> dict[str, Document]:
        """Those of ``ids`` that are there, without their text, by id; held ones too."""
        found: list[Document] = []
        with self.database.read() as connection:
            for some in batches([one for one in dict.fromkeys(ids) if is_key(one)]):
                rows = connection.execute(_select().where(documents.c.id.in_(some)))
                found += map(_document, rows)
        return {document.id: document for document in found}

    def counts(self) -> dict[Kind, int]:
        """How many documents of each kind there are, held ones included."""
        query = select(documents.c.kind, func.count()).where(~documents.c.withdrawn)
        with self.database.read() as connection:
            rows = connection.execute(query.group_by(documents.c.kind)).all()
        return {Kind(kind): count for kind, count in rows}

    def count_under(self, prefix: str) -> int:
        """How many documents there are whose id begins with ``prefix``, held ones included."""
        after = prefix[:-1] + chr(ord(prefix[-1]) + 1)
        query = select(func.count()).where(documents.c.id >= prefix, documents.c.id < after)
        with self.database.read() as connection:
            return connection.scalar(query.where(~documents.c.withdrawn)) or 0


@dataclass(frozen=True, slots=True)
class _Stored:
    fingerprint: str = ""
    privacy: Privacy = Privacy.CLEAR
    withdrawn: bool = True
    statute: bool = False
    revision: int = 0


_ABSENT = _Stored()


@dataclass(slots=True)
class _Rows:
    documents: dict[str, dict[str, Any]] = field(default_factory=dict)
    texts: dict[str, dict[str, Any]] = field(default_factory=dict)


def _put(connection: Connection, revisions: Revisions, papers: Sequence[Document]) -> list[Outcome]:
    bad = [paper.id for paper in papers if not is_key(paper.id)]
    if bad:
        raise Misuse(f"문서 id로 쓸 수 없는 글자입니다: {bad[0]!r}")
    known = _stored(connection, [paper.id for paper in papers])
    rows = _Rows()
    outcomes = [_put_one(paper, known, revisions, rows) for paper in papers]
    upsert(connection, documents, list(rows.documents.values()))
    upsert(connection, texts, list(rows.texts.values()))
    return outcomes


def _put_one(
    paper: Document, known: dict[str, _Stored], revisions: Revisions, rows: _Rows
) -> Outcome:
    stored = known.get(paper.id, _ABSENT)
    if stored.statute:
        raise Misuse(f"법령의 id로 다른 문서를 올릴 수 없습니다: {paper.id}")
    body, passages = pack(bare(paper)), pack(paper.passages)
    fingerprint = sha256(f"{body}\n{passages}")
    if _unchanged(stored, fingerprint, paper.privacy):
        return Outcome(paper.id, "unchanged", stored.revision)
    revision = revisions.take()
    known[paper.id] = _Stored(fingerprint, paper.privacy, False, False, revision)
    rows.documents[paper.id] = document_row(paper, body, fingerprint, revision)
    rows.texts[paper.id] = {"document_id": paper.id, "passages": passages}
    held = paper.privacy is Privacy.HELD
    return Outcome(paper.id, "held" if held else "loaded", revision)


def _field(name: str, value: str) -> str:
    """How a field of text stands in `body`."""
    return f"{pack(name)}:{pack(value)}"


def _unchanged(stored: _Stored, fingerprint: str, privacy: Privacy) -> bool:
    if stored.withdrawn or stored.fingerprint != fingerprint:
        return False
    released = stored.privacy is Privacy.RELEASED and privacy is Privacy.HELD
    return released or stored.privacy is privacy


def bare(paper: Document) -> Document:
    """The paper as `body` keeps it: without what has a column or a row of its own."""
    return replace(paper, passages=(), revision=0, privacy=Privacy.CLEAR)


def document_row(
    paper: Document, body: str, fingerprint: str, revision: int, *, statute: bool = False
) -> dict[str, Any]:
    """The row of `documents` for ``paper``."""
    return {
        "id": paper.id,
        "revision": revision,
        "fingerprint": fingerprint,
        "kind": paper.kind.value,
        "privacy": paper.privacy.value,
        "withdrawn": False,
        "statute": statute,
        "body": body,
    }


def bury(connection: Connection, revisions: Revisions, document_id: str) -> None:
    """Leave a tombstone of a document inside one writing transaction."""
    connection.execute(delete(texts).where(texts.c.document_id == document_id))
    connection.execute(delete(pinned).where(pinned.c.document_id == document_id))
    _change(connection, document_id, revision=revisions.take(), withdrawn=True)


def load_documents(connection: Connection, ids: Sequence[str]) -> list[tuple[Document, bool]]:
    """The documents among ``ids`` that are not withdrawn, each with: is it a statute?"""
    found = []
    for some in batches([one for one in ids if is_key(one)]):
        query = _select().add_columns(texts.c.passages).outerjoin(texts)
        for row in connection.execute(query.where(documents.c.id.in_(some))):
            passages = unpack_many(Passage, row.passages or "[]")
            found.append((replace(_document(row), passages=passages), bool(row.statute)))
    return found


def _select() -> Any:
    columns = documents.c
    query = select(columns.revision, columns.privacy, columns.statute, columns.body)
    return query.select_from(documents).where(~columns.withdrawn)


def _document(row: Any) -> Document:
    document = unpack(Document, row.body)
    return replace(document, revision=row.revision, privacy=Privacy(row.privacy))


def _stored(connection: Connection, ids: Sequence[str]) -> dict[str, _Stored]:
    columns = documents.c
    query = select(
        columns.id,
        columns.fingerprint,
        columns.privacy,
        columns.withdrawn,
        columns.statute,
        columns.revision,
    ).where(columns.id.in_(ids))
    return {
        row.id: _Stored(
            row.fingerprint, Privacy(row.privacy), row.withdrawn, row.statute, row.revision
        )
        for row in connection.execute(query)
    }


def _change(connection: Connection, document_id: str, **values: object) -> None:
    connection.execute(update(documents).where(documents.c.id == document_id).values(**values))
