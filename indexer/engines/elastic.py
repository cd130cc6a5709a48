"""The Elasticsearch engine: for clusters, replicas and many readers."""

import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from elasticsearch import Elasticsearch, NotFoundError

from indexer.engines import elastic_indexes as indexes
from indexer.engines.elastic_faults import elastic_faults
from indexer.engines.elastic_indexes import Names
from indexer.engines.elastic_query import NOT_ASIDE
from indexer.engines.elastic_rebuild import ElasticRebuild
from indexer.engines.elastic_search import ElasticSearch, count_terms
from indexer.engines.elastic_writer import ElasticWriter
from indexer.engines.plan import Plan, Term
from indexer.engines.schema import with_schema
from indexer.engines.seam import Applied, DocumentUnits, Found, Frequencies
from records.errors import EngineFault, IndexOutdated

LOOK_AGAIN: Final = 1.0
"""Seconds after which the versions of the serving index are looked at again."""
PAGE: Final = 10_000


class ElasticEngine:
    """See `indexer.engines.seam.Engine`. Any number of processes write and read.

    ``url`` may hold a user and a password; ``prefix`` begins the names of all indexes;
    ``timeout`` is in seconds a request.

    >>> engine = ElasticEngine("http://127.0.0.1:9200", "ucouncil", {"analyser": "1"})
    ... # doctest: +SKIP
    """

    def __init__(
        self, url: str, prefix: str, versions: Mapping[str, str], *, shards: int = 1,
        timeout: float = 30,
    ) -> None:  # fmt: skip
        self._client = Elasticsearch(url, request_timeout=timeout)
        self._prefix, self._shards = prefix, shards
        self._versions = with_schema(versions)
        self._looked = float("-inf")
        self._aliases = Names.of(prefix)
        self._writer = ElasticWriter(self._client, self._aliases, self._versions, aliases=True)
        with elastic_faults("검색 엔진에 연결할 수 없습니다"):
            self._begin()

    def apply(self, batch: Sequence[DocumentUnits], upto: int) -> None:
        """Write one batch; see the seam."""
        with elastic_faults("색인에 쓸 수 없습니다"):
            self._check_versions()
            generation = indexes.serving(self._client, self._prefix)
            self._writer.write(batch)
            if indexes.serving(self._client, self._prefix) != generation:
                raise EngineFault("쓰는 동안 새 색인이 게시되었습니다. 다시 실행하세요")
            self._writer.finish(upto)

    def applied(self) -> Applied:
        """How far the serving index is, and what it was built with."""
        with elastic_faults("색인 상태를 읽을 수 없습니다"):
            return self._writer.applied()

    def search(self, plan: Plan) -> Found:
        """Run a plan on the serving index."""
        index = self._aliases.documents if plan.index == "documents" else self._aliases.passages
        with elastic_faults("검색하지 못했습니다"):
            self._check_versions()
            try:
                return ElasticSearch(self._client, index, plan).found()
            except NotFoundError:  # the index behind the alias was replaced meanwhile
                return ElasticSearch(self._client, index, plan).found()

    def frequencies(self, terms: Sequence[Term]) -> Frequencies:
        """How rare ``terms`` are."""
        with elastic_faults("검색하지 못했습니다"):
            return count_terms(self._client, self._aliases.documents, terms)

    def revisions(self) -> Iterator[tuple[str, int, int, int]]:
        """Every document with its revision and its numbers of units and passages."""
        with elastic_faults("색인을 읽을 수 없습니다"):
            self._check_versions()
            passages = {name: count for name, _, count in self._tally(self._aliases.passages)}
            for name, revision, units in self._tally(self._aliases.documents):
                yield name, revision, units, passages.get(name, 0)

    def rebuild(self) -> ElasticRebuild:
        """A fresh generation of indexes beside the serving one."""
        with elastic_faults("새 색인을 만들 수 없습니다"):
            number = max(indexes.generations(self._client, self._prefix), default=0) + 1
            names = Names.of(self._prefix, number)
            indexes.create(self._client, names, self._shards)
        writer = ElasticWriter(self._client, names, self._versions, aliases=False)
        return ElasticRebuild(writer, names, self._switch, self._drop)

    def size_bytes(self) -> int:
        """Bytes of the serving indexes, replicas not counted."""
        with elastic_faults("색인 크기를 읽을 수 없습니다"):
            stats = self._client.indices.stats(index=list(self._aliases.each()), metric="store")
        return int(stats["_all"]["primaries"]["store"]["size_in_bytes"])

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _switch(self, names: Names) -> None:
        """Make ``names`` the serving generation and remove those before it."""
        with elastic_faults("새 색인을 게시할 수 없습니다"):
            indexes.make_ready(self._client, names)
            indexes.serve(self._client, self._prefix, names)
            self._looked = float("-inf")
            now = indexes.serving(self._client, self._prefix) or 0
            for number in indexes.generations(self._client, self._prefix):
                if number < now:
                    indexes.delete(self._client, Names.of(self._prefix, number))

    def _drop(self, names: Names) -> None:
        """Throw an unpublished generation away."""
        with elastic_faults("새 색인을 지울 수 없습니다"):
            indexes.delete(self._client, names)

    def _begin(self) -> None:
        """Make the first generation where there is none."""
        if indexes.serving(self._client, self._prefix) is not None:
            return
        self.rebuild().publish()

    def _check_versions(self) -> None:
        if time.monotonic() - self._looked < LOOK_AGAIN:
            return
        if dict(self._writer.applied().versions) != self._versions:
            raise IndexOutdated("색인이 지금의 분석기나 구조와 다르게 만들어졌습니다")
        self._looked = time.monotonic()

    def _tally(self, index: str) -> Iterator[tuple[str, int, int]]:
        """(document, highest revision, units) of one index, sorted by document."""
        after: dict[str, Any] = {}
        while True:
            documents = {
                "composite": {"size": PAGE, "sources": [{"n": {"terms": {"field": "document"}}}]}
                | after,
                "aggregations": {"r": {"max": {"field": "revision"}}},
            }
            answer = self._client.search(
                index=index, size=0, query=NOT_ASIDE, aggregations={"d": documents},
                allow_partial_search_results=False,
            )  # fmt: skip
            tally = answer["aggregations"]["d"]
            for bucket in tally["buckets"]:
                yield bucket["key"]["n"], int(bucket["r"]["value"]), bucket["doc_count"]
            if "after_key" not in tally:
                return
            after = {"after": tally["after_key"]}
