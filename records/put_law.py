"""Putting versions of one law: what changed, its texts, its names, its document."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, select, update

from records.changes import Outcome, Revisions
from records.codec import pack, sha256, unpack
from records.documents import document_row
from records.lawtexts import DELETED, header, store_texts, version_row
from records.model import Document, Statute, Version
from records.names import fold
from records.sql import insert_missing, upsert
from records.statute_view import statute_document
from records.tables import documents, statute_names, statutes, versions

Key = tuple[str, date]
"""MST and effective day: with the law's id, what identifies a version."""


@dataclass(frozen=True, slots=True)
class _Law:
    """A law as it stands with what is given: versions without texts and fingerprints by key."""

    versions: Mapping[Key, Version]
    fingerprints: Mapping[Key, str]
    changed: Mapping[Key, Mapping[str, Any]]
    """The new rows of `versions`."""


def put_law(
    connection: Connection,
    revisions: Revisions,
    given: Sequence[Version],
    *,
    ordinance: bool,
    public: bool,
    checked: date | None,
) -> dict[Key, Outcome]:
    """Store the ``given`` versions of one law; the outcome of each by its key."""
    statute = Statute(given[0].law_id, given[0].name, given[0].kind, ordinance=ordinance)
    law = _merge(connection, statute.document_id, given)
    document = statute_document(
        statute.document_id, list(law.versions.values()), ordinance=ordinance, public=public
    )
    revision, revived = _put_document(connection, revisions, document, law)
    _put_statute(connection, statute, checked)
    store_texts(connection, (one for one in given if _key(one) in law.changed))
    upsert(connection, versions, list(law.changed.values()))
    if law.changed:
        put_names(connection, statute.document_id, law.versions.values())
    return {
        key: Outcome(
            document.id, "loaded" if revived or key in law.changed else "unchanged", revision
        )
        for key in map(_key, given)
    }


def _merge(connection: Connection, document_id: str, given: Sequence[Version]) -> _Law:
    columns = (versions.c.mst, versions.c.effective, versions.c.fingerprint, versions.c.body)
    query = select(*columns).where(versions.c.document_id == document_id)
    stored = {(row.mst, row.effective): row for row in connection.execute(query)}
    rows = {_key(version): version_row(document_id, version) for version in given}
    changed = {
        key: row
        for key, row in rows.items()
        if key not in stored or stored[key].fingerprint != row["fingerprint"]
    }
    held = {key: unpack(Version, row.body) for key, row in stored.items()}
    return _Law(
        versions={key: one for key, one in held.items() if one.status != DELETED}
        | {_key(version): header(version) for version in given},
        fingerprints={key: row.fingerprint for key, row in stored.items()}
        | {key: row["fingerprint"] for key, row in rows.items()},
        changed=changed,
    )


def _put_document(
    connection: Connection, revisions: Revisions, document: Document, law: _Law
) -> tuple[int, bool]:
    """The law's revision after this put, and whether it was absent or withdrawn before."""
    body = pack(document)
    fingerprint = sha256("\n".join([body, *sorted(law.fingerprints.values())]))
    query = select(documents.c.revision, documents.c.fingerprint, documents.c.withdrawn)
    stored = connection.execute(query.where(documents.c.id == document.id)).first()
    revived = stored is None or bool(stored.withdrawn)
    if stored is not None and not revived and stored.fingerprint == fingerprint:
        return stored.revision, False
    revision = revisions.take()
    row = document_row(document, body, fingerprint, revision, statute=True)
    upsert(connection, documents, [row])
    return revision, revived


def _put_statute(connection: Connection, statute: Statute, checked: date | None) -> None:
    row = {
        "document_id": statute.document_id,
        "law_id": statute.id,
        "ordinance": statute.ordinance,
        "checked": checked,
    }
    insert_missing(connection, statutes, [row])
    if checked is not None:
        known = statutes.c.document_id == statute.document_id
        connection.execute(update(statutes).where(known).values(checked=checked))


def put_names(connection: Connection, document_id: str, known: Collection[Version]) -> None:
    """Let the law be found by the names and abbreviations of its ``known`` versions."""
    connection.execute(delete(statute_names).where(statute_names.c.document_id == document_id))
    names = {one.name for one in known}
    names |= {one.abbreviation for one in known if one.abbreviation}
    rows = [{"folded": name, "document_id": document_id} for name in sorted(set(map(fold, names)))]
    insert_missing(connection, statute_names, rows)


def _key(version: Version) -> Key:
    return (version.mst, version.effective)
