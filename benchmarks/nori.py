"""The peer: Elasticsearch as one would set it up for Korean, with one field of nori's defaults."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final
from uuid import uuid4

from elasticsearch import Elasticsearch
from elasticsearch.helpers import parallel_bulk

from indexer.search.options import DEFAULT, Options
from indexer.search.passages import BEST
from indexer.search.plans import FACETS
from indexer.search.snippets import LENGTH
from records.model import Document
from records.viewer import Viewer
from records.visibility import readers_of

_KEYWORD: Final = {"type": "keyword"}


class Nori:
    """One nori field, asked for ten hits, a total and two facets, and nothing else."""

    def __init__(self, name: str, url: str, processes: int) -> None:
        self.name, self._threads = name, processes
        self._client = Elasticsearch(url, request_timeout=120)
        self._index = f"nori-{uuid4().hex[:8]}"

    def build(self, papers: Sequence[Document]) -> None:
        """The fastest bulk: no replica, no refresh until the end, several threads."""
        self._client.indices.create(
            index=self._index,
            mappings={"properties": self._properties()},
            settings={"refresh_interval": "-1", "number_of_replicas": 0},
        )
        sent = parallel_bulk(self._client, self._actions(papers), self._threads, chunk_size=1000)
        for done, answer in sent:
            assert done, answer
        self._client.indices.refresh(index=self._index)

    def ask(self, question: str) -> int:
        """How many papers have all words."""
        return int(self._client.search(**self._bare(question))["hits"]["total"]["value"])

    def took(self, question: str, reader: Viewer, options: Options = DEFAULT) -> float:
        """Seconds that the node itself says the answer took."""
        return float(self._client.search(**self._request(question, reader, options))["took"]) / 1000

    def size_bytes(self) -> int:
        """Bytes on the node's disk."""
        stats = self._client.indices.stats(index=self._index, metric="store")
        return int(stats["_all"]["primaries"]["store"]["size_in_bytes"])

    def _bare(self, question: str) -> dict[str, Any]:
        return {
            "index": self._index,
            "query": {"match": {"text": {"query": question, "operator": "and"}}},
            "aggregations": {name: {"terms": {"field": name}} for name in ("kind", "year")},
            "track_total_hits": True,
        }

    def _request(self, question: str, reader: Viewer, options: Options) -> dict[str, Any]:
        """The search that is timed: whoever asks, and for whichever kinds."""
        return self._bare(question)

    def _properties(self) -> dict[str, Mapping[str, str]]:
        text, day = {"type": "text", "analyzer": "nori"}, {"type": "date"}
        return {"text": text, "kind": _KEYWORD, "year": _KEYWORD, "date": day}

    def _actions(self, papers: Sequence[Document]) -> Iterator[dict[str, object]]:
        return ({"_index": self._index, "_id": one.id, **self._fields(one)} for one in papers)

    def _fields(self, paper: Document) -> dict[str, object]:
        return {
            "text": f"{paper.title}\n{paper.text}",
            "kind": paper.kind.value,
            "year": str(paper.date.year) if paper.date else None,
            "date": paper.date,
        }


class NoriServing(Nori):
    """The same field, asked for what a search of the product gives: only what the reader may
    read, the kinds chosen, five facets of which that of kinds leaves its own filter out, and
    the best stretches of each hit with their marks."""

    def _request(self, question: str, reader: Viewer, options: Options) -> dict[str, Any]:
        words = {"text": {"query": question, "operator": "and"}}
        marked = {"type": "unified", "number_of_fragments": BEST, "fragment_size": LENGTH}
        chosen = {"terms": {"kind": list(options.kinds)}} if options.kinds else {"match_all": {}}
        counted = {name: _facet(name) for name in FACETS if name != "kind"}
        return {
            "index": self._index,
            "query": {
                "bool": {
                    "must": {"match": words},
                    "filter": {"terms": {"readers": sorted(reader.tokens)}},
                }
            },
            "post_filter": chosen,
            "aggregations": {
                "kind": _facet("kind"),
                "chosen": {"filter": chosen, "aggregations": counted},
            },
            "highlight": {"fields": {"text": marked}},
            "track_total_hits": True,
        }

    def _properties(self) -> dict[str, Mapping[str, str]]:
        more = dict.fromkeys((*FACETS, "readers"), _KEYWORD)
        return {**super()._properties(), **more}

    def _fields(self, paper: Document) -> dict[str, object]:
        return {
            **super()._fields(paper),
            "committee": paper.committee,
            "agency": paper.agency,
            "member": paper.members,
            "readers": readers_of(paper),
        }


def _facet(field: str) -> dict[str, Any]:
    return {"terms": {"field": field, "size": 200 if field == "year" else 20}}
