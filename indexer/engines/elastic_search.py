"""Run a plan on Elasticsearch: one request, and a second only where a tie leaves the page."""

from base64 import b64decode
from collections.abc import Mapping, Sequence
from typing import Any, Final

from elasticsearch import Elasticsearch

from indexer.engines.elastic_query import NOT_ASIDE, Query, compile_node
from indexer.engines.facets import group_by_filters
from indexer.engines.plan import FacetRequest, Node, Plan, Term
from indexer.engines.ranks import Ranked, fetch_whole_ties, page_by_id
from indexer.engines.scores import is_constant
from indexer.engines.seam import Found, Frequencies, Hit
from records.errors import EngineFault

MOST_BUCKETS: Final = 60_000
"""Elasticsearch gives up beyond 65,536 values of all aggregations."""


class ElasticSearch:
    """One plan against one index or alias."""

    def __init__(self, client: Elasticsearch, index: str, plan: Plan) -> None:
        self._client, self._index, self._plan = client, index, plan
        self._first: Mapping[str, Any] | None = None
        self._kept_out = {name for facet in plan.facets for name in facet.leave_out}

    def found(self) -> Found:
        """Hits, total and facets."""
        hits = tuple(_hit(one) for one in self._page())
        first = self._answer_first(0)
        total = first["hits"]["total"]["value"] if self._plan.count else 0
        return Found(hits, total, self._facets(first))

    def _page(self) -> Sequence[Ranked[Any]]:
        offset, limit = self._plan.offset, self._plan.limit
        if limit <= 0:
            return []
        if self._plan.sort.field != "score" or is_constant(self._plan.query):
            return self._best(offset + limit)[offset:]
        ranked = fetch_whole_ties(self._best, offset + limit)
        return page_by_id(ranked, offset, limit, lambda hit: str(hit["_source"]["id"]))

    def _best(self, count: int) -> Sequence[Ranked[Any]]:
        answer = self._ask(count, {}) if self._first else self._answer_first(count)
        return [Ranked(hit["_score"] or 0.0, hit) for hit in answer["hits"]["hits"]]

    def _answer_first(self, count: int) -> Mapping[str, Any]:
        """The answer that also counts; asked once."""
        if self._first is None:
            self._first = self._ask(count, self._aggregations())
        return self._first

    def _ask(self, count: int, aggregations: Mapping[str, Any]) -> Mapping[str, Any]:
        answer = self._client.search(
            index=self._index,
            query=self._query(),
            post_filter={"bool": {"filter": self._filters(self._kept_out)}},
            aggregations=aggregations,
            sort=self._sort(),
            size=count,
            source_excludes=[] if self._plan.forward else ["forward"],
            track_scores=self._plan.sort.field == "score",
            track_total_hits=self._plan.count,
            search_type="dfs_query_then_fetch",
            allow_partial_search_results=False,
        )
        if answer["timed_out"] or answer["_shards"]["failed"]:
            raise EngineFault("검색 엔진이 일부만 답했습니다")
        body: Mapping[str, Any] = answer.body
        return body

    def _query(self) -> Query:
        """The query and those filters that every facet keeps; the others filter afterwards."""
        kept = self._filters(self._plan.filters.keys() - self._kept_out)
        return {
            "bool": {"must": [compile_node(self._plan.query)], "filter": [*kept, NOT_ASIDE]},
        }

    def _filters(self, names: set[str]) -> list[Query]:
        return [compile_node(node) for name, node in self._plan.filters.items() if name in names]

    def _sort(self) -> list[dict[str, str]]:
        sort = self._plan.sort
        if sort.field != "score":
            return [{sort.field: "desc" if sort.descending else "asc"}, {"id": "asc"}]
        if is_constant(self._plan.query):
            return [{"id": "asc"}]
        return [{"_score": "desc"}, {"id": "asc"}]

    def _aggregations(self) -> dict[str, Any]:
        groups = group_by_filters(self._plan)
        return {str(n): self._aggregation(group) for n, group in enumerate(groups)}

    def _aggregation(self, group: Sequence[FacetRequest]) -> dict[str, Any]:
        """Facets counted together, under the filters they keep."""
        kept = self._filters(self._kept_out - set(group[0].leave_out))
        within: Node | None = group[0].within
        kept += [compile_node(within)] if within is not None else []
        facets = {str(n): _terms(request) for n, request in enumerate(group)}
        return {"filter": {"bool": {"filter": kept}}, "aggregations": facets}

    def _facets(self, answer: Mapping[str, Any]) -> dict[str, tuple[tuple[str, int], ...]]:
        facets = {}
        for n, group in enumerate(group_by_filters(self._plan)):
            counted = answer["aggregations"][str(n)]
            for m, request in enumerate(group):
                facets[request.name or request.field] = _buckets(counted[str(m)])
        return facets


def _terms(request: FacetRequest) -> dict[str, Any]:
    return {
        "terms": {
            "field": request.field,
            "size": min(request.size, MOST_BUCKETS),
            "shard_size": MOST_BUCKETS,
            "order": [{"_count": "desc"}, {"_key": "asc"}],
        }
    }


def _buckets(counted: Mapping[str, Any]) -> tuple[tuple[str, int], ...]:
    return tuple((bucket["key"], bucket["doc_count"]) for bucket in counted["buckets"])


def _hit(ranked: Ranked[Any]) -> Hit:
    source = ranked.place["_source"]
    return Hit(
        id=source["id"],
        document=source["document"],
        revision=source["revision"],
        score=ranked.score,
        payload=source["payload"],
        forward=b64decode(source.get("forward", "")),
    )


def count_terms(client: Elasticsearch, index: str, terms: Sequence[Term]) -> Frequencies:
    """How rare ``terms`` are, in one request."""
    filters = {str(n): {"term": {term.field: term.value}} for n, term in enumerate(terms)}
    counting = {"t": {"filters": {"filters": filters}}} if filters else None
    answer = client.search(index=index, size=0, track_total_hits=True, aggregations=counting)
    buckets = answer["aggregations"]["t"]["buckets"] if filters else {}
    counts = {term: int(buckets[str(n)]["doc_count"]) for n, term in enumerate(terms)}
    return Frequencies(answer["hits"]["total"]["value"], counts)
