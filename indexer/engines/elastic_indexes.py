"""The three Elasticsearch indexes of one generation, the aliases that serve, and what is written.

ucouncil-documents ─▶ ucouncil-documents-000002     units and how far the index is
ucouncil-passages  ─▶ ucouncil-passages-000002      places
ucouncil-state     ─▶ ucouncil-state-000002         newest revision of each document
"""

import hashlib
import json
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from elasticsearch import Elasticsearch

from indexer.engines.schema import TEXTS, IndexName
from indexer.engines.seam import DAYS, EMPTY, KEYWORDS, Unit

KINDS: Final = ("documents", "passages", "state")
LONGEST_ID: Final = 512
"""Bytes that Elasticsearch takes as an ``_id``."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the indexes of one generation, or their aliases, are called."""

    documents: str
    passages: str
    state: str

    @classmethod
    def of(cls, prefix: str, generation: int | None = None) -> "Names":
        """Names of a generation; without a number the aliases."""
        ending = "" if generation is None else f"-{generation:06d}"
        return cls(*(f"{prefix}-{kind}{ending}" for kind in KINDS))

    def each(self) -> tuple[str, str, str]:
        return self.documents, self.passages, self.state


@cache
def mapping_file() -> Mapping[str, Any]:
    """``mappings/elasticsearch.json``: settings, and a strict mapping for each index."""
    text = (files("mappings") / "elasticsearch.json").read_text("utf-8")
    loaded: Mapping[str, Any] = json.loads(text)
    return loaded


def create(client: Elasticsearch, names: Names, shards: int) -> None:
    """Make the indexes of a generation. They serve nobody until the aliases point at them."""
    settings = {
        **mapping_file()["settings"],
        "index.number_of_shards": shards,
        "index.refresh_interval": "-1",
    }
    for kind, name in zip(KINDS, names.each(), strict=True):
        client.indices.create(index=name, mappings=mapping_file()[kind], settings=settings)


def make_ready(client: Elasticsearch, names: Names) -> None:
    """End the construction of a generation: from now on it refreshes by itself too."""
    client.indices.put_settings(index=list(names.each()), settings={"refresh_interval": None})


def serve(client: Elasticsearch, prefix: str, names: Names) -> None:
    """Point all aliases at ``names`` in one step of the cluster."""
    aliases = Names.of(prefix)
    actions: list[dict[str, Any]] = []
    for alias, index in zip(aliases.each(), names.each(), strict=True):
        actions.append({"remove": {"index": f"{alias}-*", "alias": alias, "must_exist": False}})
        actions.append({"add": {"index": index, "alias": alias}})
    client.indices.update_aliases(actions=actions)


def serving(client: Elasticsearch, prefix: str) -> int | None:
    """The number of the generation that the aliases point at."""
    alias = Names.of(prefix).documents
    if not client.indices.exists_alias(name=alias):
        return None
    return max(_number(index) for index in client.indices.get_alias(name=alias).body)


def generations(client: Elasticsearch, prefix: str) -> list[int]:
    """The numbers of all generations that lie in the cluster, whole or not."""
    patterns = [f"{alias}-*" for alias in Names.of(prefix).each()]
    found = client.indices.get(index=patterns, features="aliases")
    return sorted({_number(index) for index in found.body})


def delete(client: Elasticsearch, names: Names) -> None:
    """Remove a generation."""
    client.indices.delete(index=list(names.each()), ignore_unavailable=True)


def _number(index: str) -> int:
    return int(index.rsplit("-", 1)[1])


def write(index: str, unit: Unit) -> dict[str, Any]:
    """The bulk action that puts a unit, unless the index holds a newer revision of it."""
    keywords = {name: list(unit.keywords.get(name, ())) for name in KEYWORDS}
    source = {
        **unit.texts,
        **keywords,
        **{day: unit.days.get(day, 0) for day in DAYS},
        "id": unit.id,
        "document": unit.document,
        "revision": unit.revision,
        "payload": unit.payload,
    }
    if unit.forward:
        source["forward"] = b64encode(unit.forward).decode()
    return _versioned(index, unit.id, unit.revision, source)


def take_out(index: str, unit: str, document: str, revision: int) -> dict[str, Any]:
    """The bulk action that leaves a tombstone. A plain delete would be forgotten after a
    minute, and a late write of an older revision could bring the unit back."""
    source = {"id": unit, "document": document, "revision": revision, "entry": "aside"}
    return _versioned(index, unit, revision, {**source, "payload": ""})


def note(index: str, name: str, revision: int, payload: str) -> dict[str, Any]:
    """The bulk action that keeps a note beside the units. It holds the sentinel in every text
    field, as the embedded engine's does: both then count the same number of fields."""
    kind: IndexName = "documents"
    texts = dict.fromkeys(TEXTS[kind], EMPTY)
    own = {"id": name, "document": name, "revision": revision, "entry": "aside"}
    return _versioned(index, name, revision, {**texts, **own, "payload": payload})


def state(index: str, document: str, revision: int) -> dict[str, Any]:
    """The bulk action that claims a document for a revision, refused if it has a newer one."""
    return _versioned(index, document, revision, {"document": document, "revision": revision})


def key(name: str) -> str:
    """The ``_id`` of a unit or document: its name, or a hash of one that is too long."""
    encoded = name.encode()
    if len(encoded) <= LONGEST_ID:
        return name
    return hashlib.sha256(encoded).hexdigest()


def _versioned(index: str, name: str, revision: int, source: dict[str, Any]) -> dict[str, Any]:
    return {
        "_op_type": "index",
        "_index": index,
        "_id": key(name),
        "version": revision,
        "version_type": "external_gte",
        "_source": source,
    }
