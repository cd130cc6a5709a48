"""How papers, laws and articles relate: kept by source, replaced by paper. Part of `Records`.

A paper is ``assembly:2000039``, an article of a law ``law:001656#제41조``.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, delete, or_, select, update

from records.changes import Revisions
from records.codec import pack, sha256, unpack
from records.database import Database
from records.model import Relation, RelationKind
from records.sql import batches, insert_missing, upsert
from records.tables import counters, documents, relations, tellings

_GRAPH = "graph"
_BACKWARD = frozenset({RelationKind.DELEGATES})
"""Kinds that the paper at their target brings: a decree says by which article it is delegated."""
_RESTS = frozenset({RelationKind.CITES, RelationKind.AMENDS})


class RelationStore:
    """The graph of citations and whatever else relates papers."""

    database: Database

    def put_relations(self, found: Iterable[Relation]) -> None:
        """Store relations; the same one again is one."""
        rows = {row["fingerprint"]: row for row in map(_row, found)}
        with self.database.write() as connection:
            upsert(connection, relations, list(rows.values()))

    def told(self, source: str, about: str) -> list[Relation]:
        """What ``source`` said last of ``about``."""
        query = select(relations.c.body).join(
            tellings, relations.c.fingerprint == tellings.c.fingerprint
        )
        query = query.where(tellings.c.source == source, tellings.c.about == about)
        with self.database.read() as connection:
            return [unpack(Relation, body) for body in connection.scalars(query)]

    def put_told(self, source: str, about: str, found: Iterable[Relation]) -> int:
        """Let ``found`` be all that ``source`` says of ``about``, in one transaction; how many it
        had not said before. What it says no more goes, unless it is said elsewhere too."""
        rows = {row["fingerprint"]: row for row in map(_row, found)}
        mine = (tellings.c.source == source, tellings.c.about == about)
        with self.database.write() as connection:
            before = set(connection.scalars(select(tellings.c.fingerprint).where(*mine)))
            upsert(connection, relations, list(rows.values()))
            new = [{"source": source, "about": about, "fingerprint": one} for one in rows]
            insert_missing(connection, tellings, new)
            for some in batches(sorted(before - rows.keys())):
                chosen = tellings.c.fingerprint.in_(some)
                connection.execute(delete(tellings).where(*mine, chosen))
                said = select(tellings.c.fingerprint).where(chosen)
                gone = relations.c.fingerprint.in_(some)
                kept = relations.c.fingerprint.not_in(said)
                connection.execute(delete(relations).where(gone, kept))
        return len(rows.keys() - before)

    def relations(self, source: str | None = None, target: str | None = None) -> list[Relation]:
        """Relations from ``source``, to ``target``, between both, or all."""
        query = select(relations.c.body)
        if source is not None:
            query = query.where(relations.c.source == source)
        if target is not None:
            query = query.where(relations.c.target == target)
        columns = (relations.c.source, relations.c.target, relations.c.body)
        with self.database.read() as connection:
            rows = connection.scalars(query.order_by(*columns)).all()
        return [unpack(Relation, body) for body in rows]

    def relations_of(self, document_id: str) -> list[Relation]:
        """Relations from a document or any of its articles."""
        with self.database.read() as connection:
            return _load(connection, relations.c.source, document_id)

    def relations_to(self, document_id: str) -> list[Relation]:
        """Relations to a document or any of its articles: what rests on it."""
        with self.database.read() as connection:
            return _load(connection, relations.c.target, document_id)

    def resting_on(self, target: str) -> list[Relation]:
        """What rests on a law, with all its articles, or on one article of it.

        What cites or amends it, and what carries it out: a delegation, kept from the law down,
        is turned round here, so that ``source`` is always what rests on ``target``.
        """
        one = "#" in target
        towards = self.relations(target=target) if one else self.relations_to(target)
        away = self.relations(source=target) if one else self.relations_of(target)
        carried = (found for found in away if found.kind is RelationKind.DELEGATES)
        return [found for found in towards if found.kind in _RESTS] + [
            replace(found, source=found.target, target=found.source) for found in carried
        ]

    def naming(self, targets: Iterable[str]) -> frozenset[str]:
        """The documents with a relation to one of ``targets`` or to an article of one."""
        found: set[str] = set()
        with self.database.read() as connection:
            for target in targets:
                query = select(relations.c.source).where(_within(relations.c.target, target))
                found.update(one.partition("#")[0] for one in connection.scalars(query.distinct()))
        return frozenset(found)

    def replace_relations(
        self, found: Mapping[str, Iterable[Relation]], owned: Callable[[Relation], bool]
    ) -> frozenset[str]:
        """For each document id, let ``found`` be all relations that it (or its articles) brings
        of those that are ``owned`` by who replaces them, in one transaction; return the ids for
        which that changed anything."""
        changed: set[str] = set()
        with self.database.write() as connection:
            for document_id, relations_found in found.items():
                wanted = {row["fingerprint"]: row for row in map(_row, relations_found)}
                held = {_row(r)["fingerprint"] for r in _brought(connection, document_id, owned)}
                if held != wanted.keys():
                    changed.add(document_id)
                    _exchange(connection, held - wanted.keys(), wanted, held)
        return frozenset(changed)

    def relations_under(self, prefix: str) -> list[Relation]:
        """Relations whose target begins with ``prefix``."""
        column = relations.c.target
        inside = (column >= prefix) & (column < prefix[:-1] + chr(ord(prefix[-1]) + 1))
        query = select(relations.c.body).where(inside).order_by(column, relations.c.source)
        with self.database.read() as connection:
            return [unpack(Relation, body) for body in connection.scalars(query)]

    def graph_revision(self) -> int:
        """The revision up to which the relations of papers have been read."""
        query = select(counters.c.value).where(counters.c.name == _GRAPH)
        with self.database.read() as connection:
            return int(connection.execute(query).scalar() or 0)

    def set_graph_revision(self, revision: int) -> None:
        """Remember how far the relations have been read."""
        with self.database.write() as connection:
            upsert(connection, counters, [{"name": _GRAPH, "value": revision}])

    def touch(self, document_ids: Sequence[str]) -> None:
        """Give documents a new revision, so that an index takes up what changed around them."""
        with self.database.write() as connection:
            revisions = Revisions(connection)
            for document_id in document_ids:
                known = update(documents).where(documents.c.id == document_id)
                connection.execute(known.values(revision=revisions.take()))
            revisions.save()


def _exchange(
    connection: Connection, gone: set[str], wanted: dict[str, dict[str, Any]], held: set[str]
) -> None:
    for some in batches(sorted(gone)):
        connection.execute(delete(relations).where(relations.c.fingerprint.in_(some)))
    upsert(connection, relations, [row for key, row in wanted.items() if key not in held])


def _brought(
    connection: Connection, document_id: str, owned: Callable[[Relation], bool]
) -> list[Relation]:
    forward = _load(connection, relations.c.source, document_id)
    backward = _load(connection, relations.c.target, document_id)
    brought = [one for one in forward if one.kind not in _BACKWARD]
    brought += [one for one in backward if one.kind in _BACKWARD]
    return [one for one in brought if owned(one)]


def _load(connection: Connection, column: Any, document_id: str) -> list[Relation]:
    """Those whose ``column`` is the document or an article of it."""
    query = select(relations.c.body).where(_within(column, document_id))
    order = (relations.c.source, relations.c.target, relations.c.body)
    return [unpack(Relation, body) for body in connection.scalars(query.order_by(*order))]


def _within(column: Any, document_id: str) -> Any:
    """The document or an article of it; ``$`` is the next after ``#``."""
    inside = (column >= f"{document_id}#") & (column < f"{document_id}$")
    return or_(column == document_id, inside)


def _row(relation: Relation) -> dict[str, Any]:
    body = pack(relation)
    return {
        "fingerprint": sha256(body),
        "source": relation.source,
        "target": relation.target,
        "body": body,
    }
