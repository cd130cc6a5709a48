"""Write batches to one generation of Elasticsearch indexes.

Several workers may write at once, in any order, and die at any line:

1. A document's state claims it for its revision; a batch that comes too late is refused there.
2. Units go in with their revision as external version, so that no older one overwrites them.
3. Units left over from an older revision become tombstones.
4. How far the index is comes last; the refresh with it makes all of it visible.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from elasticsearch import Elasticsearch
from elasticsearch.helpers import scan, streaming_bulk

from indexer.engines import elastic_indexes as indexes
from indexer.engines.elastic_indexes import Names
from indexer.engines.elastic_query import NOT_ASIDE
from indexer.engines.schema import check_batch
from indexer.engines.seam import EMPTY, Applied, DocumentUnits
from records.errors import EngineFault

STATE: Final = EMPTY
"""The id under which the documents index keeps how far it is; no document is called so."""
CONFLICT: Final = 409
AT_ONCE: Final = 500
LARGEST_REQUEST: Final = 10_000_000


class ElasticWriter:
    """Writes to ``names``: aliases of the serving generation, or the indexes of a new one.

    A write to an alias that is gone must fail; Elasticsearch would make an index of that name.
    """

    def __init__(
        self, client: Elasticsearch, names: Names, versions: Mapping[str, str], *, aliases: bool
    ) -> None:
        self._client, self._names, self._versions = client, names, dict(versions)
        self._aliases = aliases

    def write(self, batch: Sequence[DocumentUnits]) -> None:
        """Steps 1 to 3."""
        items = check_batch(batch)
        claimed = self._claim(items)
        ours = [item for item in items if item.document in claimed]
        self._send(
            indexes.write(self._names.passages, unit) for item in ours for unit in item.passages
        )
        self._send(
            indexes.write(self._names.documents, unit) for item in ours for unit in item.units
        )
        known = [name for name, is_new in claimed.items() if not is_new]
        for start in range(0, len(known), AT_ONCE):
            self._take_out_left_over(known[start : start + AT_ONCE])

    def finish(self, upto: int) -> None:
        """Step 4. Every shard must have made the batch visible."""
        self._refresh(self._names.passages)
        text = json.dumps(self._versions)
        self._send([indexes.note(self._names.documents, STATE, upto, text)])
        self._refresh(self._names.documents)

    def applied(self) -> Applied:
        """How far these indexes are."""
        found = self._client.options(ignore_status=404).get(index=self._names.documents, id=STATE)
        if "found" not in found:
            raise EngineFault(f"색인이 없습니다: {self._names.documents}")
        if not found["found"]:
            return Applied(0, self._versions)
        source = found["_source"]
        return Applied(source["revision"], json.loads(source["payload"]))

    def _claim(self, items: Sequence[DocumentUnits]) -> dict[str, bool]:
        """The documents this batch may write, and whether they are new to the index."""
        actions = [indexes.state(self._names.state, item.document, item.revision) for item in items]
        answers = self._send(actions)
        return {
            item.document: answer["result"] == "created"
            for item, answer in zip(items, answers, strict=True)
            if answer["status"] != CONFLICT
        }

    def _send(self, actions: Iterable[dict[str, Any]]) -> list[Mapping[str, Any]]:
        """Send in bulk. A conflict means that a newer revision is there, and is no fault."""
        answers = []
        sent = streaming_bulk(
            self._client,
            actions,
            raise_on_error=False,
            max_retries=3,
            max_chunk_bytes=LARGEST_REQUEST,
            require_alias=self._aliases,
        )
        for done, answer in sent:
            result = answer["index"]
            if not done and result["status"] != CONFLICT:
                raise EngineFault(f"색인에 쓸 수 없습니다: {result.get('error')}")
            answers.append(result)
        return answers

    def _take_out_left_over(self, documents: Sequence[str]) -> None:
        """Tombstones for units that the newest revision of their document no longer has."""
        newest = self._newest(documents)
        for index in (self._names.passages, self._names.documents):
            self._refresh(index)
            self._send(
                indexes.take_out(index, unit["id"], unit["document"], newest[unit["document"]])
                for unit in self._older(index, newest)
            )

    def _newest(self, documents: Sequence[str]) -> dict[str, int]:
        keys = [indexes.key(document) for document in documents]
        answer = self._client.mget(index=self._names.state, ids=keys)
        return {
            found["_source"]["document"]: found["_source"]["revision"] for found in answer["docs"]
        }

    def _older(self, index: str, newest: Mapping[str, int]) -> Iterator[Mapping[str, Any]]:
        old = [
            {"bool": {"filter": [{"term": {"document": name}}, {"range": {"revision": {"lt": r}}}]}}
            for name, r in newest.items()
        ]
        query = {"bool": {"filter": [NOT_ASIDE, {"bool": {"should": old}}]}}
        hits = scan(
            self._client, index=index, query={"query": query, "_source": ["id", "document"]}
        )
        for hit in hits:
            yield hit["_source"]

    def _refresh(self, index: str) -> None:
        answer = self._client.indices.refresh(index=index)
        if answer["_shards"]["failed"]:
            raise EngineFault("검색 엔진의 일부가 새 색인을 보이지 못했습니다")
