"""Statutes and ordinances across time. Part of `records.store.Records`."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select, update

from records import lawtexts
from records.changes import Outcome, Revisions
from records.codec import unpack
from records.database import Database
from records.errors import UnknownDocument
from records.model import ArticleInForce, Document, Statute, Version
from records.names import fold
from records.put_law import put_law
from records.sql import is_key
from records.statute_view import as_document, note_on
from records.tables import documents, statute_names, statutes, versions
from records.timeline import articles_in_force, in_force, in_order, nearest, today


class StatuteStore:
    """Laws by their versions; each is also a document, ``law:<법령ID>`` or ``ordin:<id>``."""

    database: Database

    def put_versions(
        self,
        versions: Iterable[Version],
        *,
        ordinance: bool = False,
        public: bool = True,
        checked: date | None = None,
    ) -> list[Outcome]:
        """Store versions, all or none; one outcome each, in order, with the law's document id.

        A law of which anything changed gets one new revision. ``checked`` is the day on which
        the source was seen to have no more than this.
        """
        versions = list(versions)
        laws = list(dict.fromkeys(version.law_id for version in versions))
        with self.database.write() as connection:
            revisions = Revisions(connection)
            outcomes: dict[tuple[str, str, date], Outcome] = {}
            for law_id in laws:
                own = [version for version in versions if version.law_id == law_id]
                found = put_law(
                    connection, revisions, own, ordinance=ordinance, public=public, checked=checked
                )
                outcomes.update(((law_id, *key), outcome) for key, outcome in found.items())
            revisions.save()
        return [outcomes[one.law_id, one.mst, one.effective] for one in versions]

    def statute(self, law_id: str, *, texts: bool = True) -> Statute:
        """A law with all versions, by 법령ID or document id; with their texts unless told not."""
        load = lawtexts.whole if texts else lawtexts.headers
        with self.database.read() as connection:
            row = _row(connection, law_id)
            return _statute(row, load(connection, row.document_id))

    def find_statutes(self, name: str) -> list[Statute]:
        """The laws that have or had this name or abbreviation, without texts.

        Spaces and interpuncts do not matter. Those that bear the name today come first, then
        those with the abbreviation, then those that bore it once.
        """
        folded = fold(name)
        query = _SELECT.join(statute_names).where(statute_names.c.folded == folded)
        with self.database.read() as connection:
            rows = connection.execute(query).all()
            found = [_statute(row, lawtexts.headers(connection, row.document_id)) for row in rows]
        return sorted(found, key=lambda statute: (_rank(statute, folded), statute.name, statute.id))

    def statutes_like(self, part: str, limit: int) -> list[str]:
        """Document ids of laws with ``part`` in a name they have or had, the shortest first."""
        law, name = statute_names.c.document_id, statute_names.c.folded
        query = select(law).join(documents, law == documents.c.id).group_by(law)
        query = query.where(~documents.c.withdrawn, name.contains(fold(part), autoescape=True))
        with self.database.read() as connection:
            order = (func.min(func.length(name)), law)
            return list(connection.scalars(query.order_by(*order).limit(limit)))

    def newest_statutes(self, limit: int) -> list[str]:
        """Document ids of the laws whose newest version takes effect last, that one first."""
        law = versions.c.document_id
        query = select(law).join(documents, law == documents.c.id).group_by(law)
        with self.database.read() as connection:
            order = (func.max(versions.c.effective).desc(), law)
            found = query.where(~documents.c.withdrawn).order_by(*order)
            return list(connection.scalars(found.limit(limit)))

    def amended_laws(self, since: date | None = None) -> list[str]:
        """The document ids of laws with more than one version, the last of which takes effect on
        ``since`` or later."""
        last = func.max(versions.c.effective)
        query = select(versions.c.document_id).join(
            documents, versions.c.document_id == documents.c.id
        )
        query = query.where(~documents.c.withdrawn).group_by(versions.c.document_id)
        query = query.having(func.count() > 1)
        query = query.having(last >= since) if since else query
        with self.database.read() as connection:
            return list(connection.scalars(query.order_by(versions.c.document_id)))

    def version_keys(self) -> frozenset[tuple[str, date, str | None]]:
        """(MST, effective day, the source's word for its state) of every version there is."""
        query = select(versions.c.mst, versions.c.effective, versions.c.body)
        with self.database.read() as connection:
            rows = connection.execute(query).all()
        return frozenset((r.mst, r.effective, unpack(Version, r.body).status) for r in rows)

    def put_checked(self, law_id: str, day: date) -> None:
        """Note that on ``day`` the source had no more of this law than the records have."""
        known = statutes.c.law_id == law_id
        with self.database.write() as connection:
            connection.execute(update(statutes).where(known).values(checked=day))

    def law_names(self) -> dict[str, str]:
        """Every name and abbreviation that a law has or had, as spelled → the title it means."""
        query = select(versions.c.body).join(documents, versions.c.document_id == documents.c.id)
        with self.database.read() as connection:
            bodies = connection.scalars(query.where(~documents.c.withdrawn)).all()
        heads = [head for head in map(json.loads, bodies) if head.get("status") != lawtexts.DELETED]
        names = {head["abbreviation"]: head["name"] for head in heads if head.get("abbreviation")}
        return names | {head["name"]: head["name"] for head in heads}

    def version(self, law_id: str, day: date) -> Version | None:
        """The version in force on ``day`` with its texts; None when there was none."""
        with self.database.read() as connection:
            document_id = _row(connection, law_id).document_id
            found = in_force(lawtexts.headers(connection, document_id), day)
            return lawtexts.whole(connection, document_id, found)[0] if found else None

    def articles_in_force(self, document_id: str) -> list[ArticleInForce]:
        """Every article text of the law with the days it was in force (see `timeline`)."""
        return articles_in_force(self.statute(document_id).versions)


def fill_statute(connection: Connection, document: Document, as_of: date | None) -> Document:
    """``document`` of a law with its text: in force on the day ``as_of``, or else nearest to
    today. Raises `UnknownDocument` when nothing was in force on ``as_of``."""
    known = lawtexts.headers(connection, document.id)
    shown = nearest(known, today()) if as_of is None else in_force(known, as_of)
    if shown is None:
        raise UnknownDocument(f"{as_of}에 시행 중인 판이 없습니다: {document.id}")
    note = note_on(known, shown, today()) if as_of is None else None
    return as_document(document, lawtexts.whole(connection, document.id, shown)[0], note)


_SELECT = (
    select(statutes, documents.c.revision)
    .join(documents, statutes.c.document_id == documents.c.id)
    .where(~documents.c.withdrawn)
)


def _row(connection: Connection, law_id: str) -> Any:
    """The row of a law by 법령ID (a statute before an ordinance) or document id."""
    column = statutes.c.document_id if ":" in law_id else statutes.c.law_id
    query = _SELECT.where(column == law_id).order_by(statutes.c.ordinance)
    row = connection.execute(query).first() if is_key(law_id) else None
    if row is None:
        raise UnknownDocument(f"없는 법령: {law_id}")
    return row


def _statute(row: Any, versions: Sequence[Version]) -> Statute:
    ordered = tuple(in_order(versions))
    current = nearest(ordered, today()) or ordered[-1]
    return Statute(
        id=row.law_id,
        name=current.name,
        kind=current.kind,
        versions=ordered,
        ordinance=bool(row.ordinance),
        checked=row.checked,
        revision=row.revision,
    )


def _rank(statute: Statute, folded: str) -> int:
    if fold(statute.name) == folded:
        return 0
    return 1 if any(fold(one.abbreviation or "") == folded for one in statute.versions) else 2
