"""From a plan's nodes to tantivy queries."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from tantivy import FieldType, Occur, Query, Schema

from indexer.engines.plan import (
    AllOf,
    AnyOf,
    Boost,
    Filter,
    Node,
    Not,
    Phrase,
    Plan,
    Prefer,
    Range,
    Term,
    Worth,
)
from indexer.engines.seam import KEYWORDS
from indexer.engines.tantivy_phrases import Frequency, late

ASIDE: Final = "aside"
"""Marks entries that are no units: the state of the index and withdrawn documents."""


class Compiler:
    """Compiles for one schema; ``frequency`` tells what is quick there. A `Term` on a keyword field
    scores 1, `Range` and `Filter` 0."""

    def __init__(self, schema: Schema, frequency: Frequency) -> None:
        self._schema, self._frequency = schema, frequency
        self._ways: dict[type, Callable[[Any], Query]] = {
            Term: self._term,
            Phrase: self._phrase,
            Range: self._range,
            AllOf: self._all_of,
            AnyOf: self._any_of,
            Boost: lambda node: Query.boost_query(self.node(node.part), node.factor),
            Filter: lambda node: self.matching(node.part),
            Worth: lambda node: Query.const_score_query(self._unscored(node.part), node.score),
            Prefer: self._prefer,
        }

    def plan(self, plan: Plan, leave_out: Iterable[str] = (), within: Node | None = None) -> Query:
        """The plan's query with its filters, but those left out, among units only."""
        filters = [node for name, node in plan.filters.items() if name not in set(leave_out)]
        filters += [within] if within is not None else []
        parts = [(Occur.Must, self.node(plan.query))]
        for node in filters:
            parts += self._filter(node)
        return Query.boolean_query([*parts, (Occur.MustNot, keyword(self._schema, "entry", ASIDE))])

    def _filter(self, node: Node) -> list[tuple[Occur, Query]]:
        """One filter. What only must not be stands beside the query: as a clause of its own it
        would go through all entries."""
        if isinstance(node, AllOf) and all(isinstance(part, Not) for part in node.parts):
            return [
                (Occur.MustNot, self._unscored(x.part)) for x in node.parts if isinstance(x, Not)
            ]
        return [(Occur.Must, self.matching(node))]

    def node(self, node: Node) -> Query:
        """One node, with everything inside it."""
        if isinstance(node, Not):
            raise TypeError("Not is allowed only inside AllOf")
        return self._ways[type(node)](node)

    def matching(self, node: Node) -> Query:
        """What ``node`` matches, with a score of nothing."""
        return silent(self._unscored(node))

    def _unscored(self, node: Node) -> Query:
        return self.node(late(node, self._frequency))

    def _term(self, node: Term) -> Query:
        if node.field in KEYWORDS or node.field == "id":
            return Query.const_score_query(keyword(self._schema, node.field, node.value), 1.0)
        return Query.term_query(self._schema, node.field, node.value, "freq")

    def _phrase(self, node: Phrase) -> Query:
        if not node.tokens:
            return Query.empty_query()
        if len(node.tokens) == 1:  # tantivy panics on a phrase of one term
            return self._term(Term(node.field, node.tokens[0]))
        return Query.phrase_query(self._schema, node.field, list(node.tokens))

    def _range(self, node: Range) -> Query:
        if node.low is None and node.high is None:
            return silent(Query.all_query())
        bounds = Query.range_query(self._schema, node.field, FieldType.Integer, node.low, node.high)
        return silent(bounds)

    def _all_of(self, node: AllOf) -> Query:
        wanted = [(Occur.Must, self.node(x)) for x in node.parts if not isinstance(x, Not)]
        unwanted = [
            (Occur.MustNot, self._unscored(x.part)) for x in node.parts if isinstance(x, Not)
        ]
        return Query.boolean_query([*(wanted or [(Occur.Must, everything())]), *unwanted])

    def _any_of(self, node: AnyOf) -> Query:
        if not node.parts:
            return Query.empty_query()
        return Query.boolean_query([(Occur.Should, self.node(part)) for part in node.parts])

    def _prefer(self, node: Prefer) -> Query:
        wished = [(Occur.Should, self.node(part)) for part in node.wished]
        return Query.boolean_query([(Occur.Must, self.node(node.required)), *wished])


def keyword(schema: Schema, field: str, value: str) -> Query:
    """Units that hold ``value``; scores by frequency, so callers silence or fix the score."""
    return Query.term_query(schema, field, value, "basic")


def silent(query: Query) -> Query:
    """The same matches with a score of nothing."""
    return Query.const_score_query(query, 0.0)


def everything() -> Query:
    """All entries, with a score of nothing."""
    return silent(Query.all_query())
