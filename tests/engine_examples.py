"""Small units to put into an engine, and what every test of engines opens."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

from elasticsearch import Elasticsearch

from indexer.engines.elastic import ElasticEngine
from indexer.engines.embedded import EmbeddedEngine
from indexer.engines.plan import AllOf, Filter, Node, Plan, Term
from indexer.engines.seam import (
    DOCUMENT_TEXTS,
    EMPTY,
    PASSAGE_TEXTS,
    DocumentUnits,
    Engine,
    Unit,
)

VERSIONS = {"analyser": "test-1"}
EVERYTHING = AllOf(())


def unit(
    id: str,
    revision: int = 1,
    text: str = EMPTY,
    *,
    document: str | None = None,
    texts: Mapping[str, str] | None = None,
    days: Mapping[str, int] | None = None,
    fields: tuple[str, ...] = DOCUMENT_TEXTS,
    **keywords: tuple[str, ...],
) -> Unit:
    """A unit whose text fields but those given are empty."""
    streams = dict.fromkeys(fields, EMPTY) | {"text": text} | dict(texts or {})
    payload = f'{{"id": "{id}", "revision": {revision}}}'
    return Unit(id, document or id, revision, streams, keywords, days or {}, payload)


def document(
    id: str, revision: int = 1, text: str = EMPTY, passages: int = 0, **more: Any
) -> DocumentUnits:
    """A document of one unit, with passages that hold the same text."""
    places = tuple(
        unit(f"{id}/{n}", revision, text, document=id, fields=PASSAGE_TEXTS)
        for n in range(passages)
    )
    return DocumentUnits(id, revision, (unit(id, revision, text, **more),), places)


class Engines:
    """Opens engines of one kind on one place, as several processes would."""

    def __init__(self, kind: str, path: Path, url: str | None) -> None:
        self.kind, self.path, self.url = kind, path, url
        self.prefix = f"t{uuid4().hex[:12]}"
        self._open: list[Engine] = []

    def open(self, versions: Mapping[str, str] = VERSIONS, writer: bool = True) -> Engine:
        """Another engine on the same index."""
        engine: Engine
        if self.kind == "embedded":
            engine = EmbeddedEngine(self.path / "index", versions, writer)
        else:
            engine = ElasticEngine(str(self.url), self.prefix, versions)
        self._open.append(engine)
        return engine

    def close(self) -> None:
        """Close all; take the indexes of this test out of the shared node."""
        for engine in self._open:
            engine.close()
        if self.kind == "elastic":
            with Elasticsearch(str(self.url)) as client:
                client.indices.delete(index=list(client.indices.get(index=f"{self.prefix}-*")))


def ids(engine: Engine, query: Node = EVERYTHING, **plan: Any) -> list[str]:
    """Ids of a page, in order."""
    return [hit.id for hit in engine.search(Plan(query, plan.pop("filters", {}), **plan)).hits]


def found(engine: Engine, query: Node) -> set[str]:
    """Ids of all that match."""
    return set(ids(engine, Filter(query), limit=1000))


def has(text: str) -> Term:
    """A term of the text field."""
    return Term("text", text)
