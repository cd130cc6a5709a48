"""The peers: fields of one index in a real Elasticsearch node, each asked as one would ask it.

``nori`` is Lucene's KoreanAnalyzer with its defaults (stop tags, compounds taken apart);
``bigrams`` and ``morphemes`` are the product's own streams, so that what they add can be seen.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final
from uuid import uuid4

from elasticsearch import Elasticsearch
from elasticsearch.helpers import parallel_bulk

from benchmarks.relevance.sets import Corpus
from indexer.korean.analyser import Analyser

DEPTH: Final = 100
AT_ONCE: Final = 50
"""Questions sent in one request."""
NORI: Final = "nori 기본"
PEERS: Final[Mapping[str, Mapping[str, float]]] = {
    NORI: {"nori": 1.0},
    "nori + 바이그램": {"nori": 1.0, "bigrams": 0.5},
    "글자 바이그램": {"bigrams": 1.0},
    "KoNLPy 형태소": {"morphemes": 1.0},
}
"""Peers by name: the fields they sum, with weights."""


class Peers:
    """One corpus in a node, for all peers at once."""

    def __init__(self, url: str, analyser: Analyser) -> None:
        self._client = Elasticsearch(url, request_timeout=300)
        self._analyser = analyser
        self._index = f"peers-{uuid4().hex[:8]}"

    def build(self, corpus: Corpus) -> None:
        """Index ``corpus``: one shard, no replica, merged, so that scores are exact."""
        spaced = {"type": "text", "analyzer": "whitespace"}
        self._client.indices.create(
            index=self._index,
            mappings={
                "_source": {"enabled": False},
                "properties": {
                    "nori": {"type": "text", "analyzer": "nori"},
                    "bigrams": spaced,
                    "morphemes": spaced,
                },
            },
            settings={
                "refresh_interval": "-1",
                "number_of_shards": 1,
                "number_of_replicas": 0,
            },
        )
        for done, answer in parallel_bulk(self._client, self._actions(corpus), 2, chunk_size=500):
            assert done, answer
        self._client.indices.refresh(index=self._index)
        self._client.indices.forcemerge(index=self._index, max_num_segments=1)

    def close(self) -> None:
        """Throw the index away."""
        self._client.indices.delete(index=self._index, ignore_unavailable=True)
        self._client.close()

    def rank(self, name: str, questions: Sequence[str]) -> list[list[str]]:
        """The first `DEPTH` ids for each question."""
        found: list[list[str]] = []
        for start in range(0, len(questions), AT_ONCE):
            found += self._ask(PEERS[name], questions[start : start + AT_ONCE])
        return found

    def _ask(self, fields: Mapping[str, float], questions: Sequence[str]) -> list[list[str]]:
        searches: list[dict[str, Any]] = []
        for question in questions:
            searches += [{"index": self._index}, self._body(fields, question)]
        answers = self._client.msearch(searches=searches)["responses"]
        return [[hit["_id"] for hit in answer["hits"]["hits"]] for answer in answers]

    def _body(self, fields: Mapping[str, float], question: str) -> dict[str, Any]:
        texts = self._texts(question, asked=True)
        matches = [
            {"match": {field: {"query": texts[field], "boost": weight}}}
            for field, weight in fields.items()
        ]
        return {"query": {"bool": {"should": matches}}, "size": DEPTH, "_source": False}

    def _texts(self, text: str, asked: bool = False) -> dict[str, str]:
        streams = self._analyser.streams(text)
        bigrams, morphemes = streams.bigrams, [token.form for token in streams.morphemes]
        if asked:  # each token once, as the product asks
            bigrams, morphemes = tuple(dict.fromkeys(bigrams)), list(dict.fromkeys(morphemes))
        return {"nori": text, "bigrams": " ".join(bigrams), "morphemes": " ".join(morphemes)}

    def _actions(self, corpus: Corpus) -> Iterator[dict[str, Any]]:
        for paper in corpus.papers:
            text = f"{paper.title}\n{paper.text}" if paper.title else paper.text
            yield {"_index": self._index, "_id": paper.id, **self._texts(text)}
