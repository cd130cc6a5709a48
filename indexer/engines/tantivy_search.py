"""Run a plan on one tantivy index: the page in its exact order, the exact total, the facets."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import starmap
from typing import Any, Final

from tantivy import DocAddress, Order, Query, Searcher

from indexer.engines.facets import Buckets, exact_facets
from indexer.engines.plan import FacetRequest, Filter, Plan, Range, Term
from indexer.engines.ranks import Ranked, fetch_whole_ties, page_by_id
from indexer.engines.scores import is_constant
from indexer.engines.seam import Found, Hit
from indexer.engines.tantivy_index import TantivyIndex
from indexer.engines.tantivy_query import Compiler

MOST_BUCKETS: Final = 60_000
"""tantivy gives up beyond 65,000 values of one aggregation."""
_EVERY: Final = {"value_count": {"field": "revision"}}
"""Counts units: each has one revision."""


class TantivySearch:
    """One plan against one state of one index."""

    def __init__(self, index: TantivyIndex, plan: Plan) -> None:
        self._entries = index.entries()
        self._searcher: Searcher = self._entries.searcher
        self._compiler = Compiler(index.schema, self._frequency)
        self._plan = replace(plan, query=Filter(plan.query)) if plan.limit <= 0 else plan
        self._query = self._compiler.plan(self._plan)
        self._total: int | None = None if plan.count else 0

    def found(self) -> Found:
        """Hits, total and facets."""
        hits = tuple(self._hits())
        facets = exact_facets(self._plan, self._buckets)
        return Found(hits, self._total or 0, facets)

    def _hits(self) -> list[Hit]:
        if self._plan.limit <= 0:
            if not any(map(self._counts_all, self._plan.facets)):
                self._ask(1)
            return []
        if self._plan.sort.field == "score":
            return self._by_score()
        return self._by_day()

    def _by_score(self) -> list[Hit]:
        offset, limit = self._plan.offset, self._plan.limit
        if is_constant(self._plan.query):
            score = next((score for score, _ in self._ask(1)), 0.0)
            return [self._hit(place, score) for place in self._by_id(self._query, offset, limit)]
        ranked = fetch_whole_ties(self._best, offset + limit)
        page = page_by_id(ranked, offset, limit, self._id)
        return [self._hit(one.place, one.score) for one in page]

    def _best(self, count: int) -> Sequence[Ranked[DocAddress]]:
        return list(starmap(Ranked, self._ask(count)))

    def _ask(self, limit: int, **order: Any) -> list[tuple[Any, DocAddress]]:
        """The plan's query; the first time its matches are counted in the same pass."""
        answer: Any = self._searcher.search(self._query, limit, count=self._total is None, **order)
        if self._total is None:
            self._total = answer.count
        return list(answer.hits)

    def _by_day(self) -> list[Hit]:
        """Days of the page first, then each day's units by id: tantivy sorts by one key only."""
        sort, offset = self._plan.sort, self._plan.offset
        order = Order.Desc if sort.descending else Order.Asc
        end = offset + self._plan.limit
        days = [day for day, _ in self._ask(end, order_by_field=sort.field, order=order)]
        places: list[DocAddress] = []
        for day in dict.fromkeys(days[offset:]):
            skipped = max(offset - days.index(day), 0)
            wanted = days.count(day) - skipped
            places += self._by_id(self._on(day), skipped, wanted)
        return [self._hit(place, 0.0) for place in places]

    def _on(self, day: int) -> Query:
        filters = {**self._plan.filters, "\0day": Range(self._plan.sort.field, day, day)}
        return self._compiler.plan(Plan(self._plan.query, filters))

    def _by_id(self, query: Query, offset: int, limit: int) -> list[DocAddress]:
        hits = self._searcher.search(
            query, limit, count=False, order_by_field="id", offset=offset, order=Order.Asc
        ).hits
        return [place for _, place in hits]

    def _id(self, place: DocAddress) -> str:
        return self._entries.at(place).id

    def _hit(self, place: DocAddress, score: float) -> Hit:
        entry = self._entries.at(place)
        forward = entry.forward if self._plan.forward else b""
        return Hit(entry.id, entry.document, entry.revision, score, entry.payload, forward)

    def _frequency(self, token: Term) -> int:
        return self._searcher.doc_freq(token.field, token.value)

    def _counts_all(self, request: FacetRequest) -> bool:
        """Is this facet counted among all that match? Then the total comes with it."""
        return not request.within and not set(request.leave_out).intersection(self._plan.filters)

    def _buckets(self, requests: Sequence[FacetRequest]) -> list[Buckets]:
        """One aggregation for requests that share their filters."""
        first = requests[0]
        query = self._compiler.plan(self._plan, first.leave_out, first.within)
        asked = {str(n): _terms(request.field) for n, request in enumerate(requests)}
        answer: dict[str, Any] = self._searcher.aggregate(query, {**asked, "": _EVERY})
        if self._total is None and self._counts_all(first):
            self._total = int(answer[""]["value"])
        return [
            [(bucket["key"], bucket["doc_count"]) for bucket in answer[name]["buckets"]]
            for name in asked
        ]


def _terms(field: str) -> dict[str, Any]:
    return {"terms": {"field": field, "size": MOST_BUCKETS, "segment_size": MOST_BUCKETS}}
