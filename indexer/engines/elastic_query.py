"""From a plan's nodes to Elasticsearch's Query DSL."""

from collections.abc import Callable
from typing import Any, Final

from indexer.engines.plan import (
    AllOf,
    AnyOf,
    Boost,
    Filter,
    Node,
    Not,
    Phrase,
    Prefer,
    Range,
    Term,
    Worth,
)
from indexer.engines.seam import KEYWORDS

Query = dict[str, Any]

NOT_ASIDE: Final[Query] = {"bool": {"must_not": {"term": {"entry": "aside"}}}}
"""Leaves out what is no unit: the state of the index and units taken out."""


def compile_node(node: Node) -> Query:
    """One node, with everything inside it.

    A `Term` on a keyword field scores 1, `Range` and `Filter` nothing.

    >>> compile_node(Filter(Term("text", "조례")))
    {'bool': {'filter': [{'term': {'text': '조례'}}]}}
    """
    if isinstance(node, Not):
        raise TypeError("Not is allowed only inside AllOf")
    return _WAYS[type(node)](node)


def silent(query: Query) -> Query:
    """The same matches with a score of nothing."""
    return {"bool": {"filter": [query]}}


def _term(node: Term) -> Query:
    term = {"term": {node.field: node.value}}
    if node.field in KEYWORDS or node.field == "id":
        return {"constant_score": {"filter": term, "boost": 1.0}}
    return term


def _phrase(node: Phrase) -> Query:
    if not node.tokens:
        return {"match_none": {}}
    if len(node.tokens) == 1:
        return _term(Term(node.field, node.tokens[0]))
    return {"match_phrase": {node.field: " ".join(node.tokens)}}


def _range(node: Range) -> Query:
    bounds = {"gte": node.low, "lte": node.high}
    known = {name: day for name, day in bounds.items() if day is not None}
    return silent({"range": {node.field: known}} if known else {"match_all": {}})


def _all_of(node: AllOf) -> Query:
    wanted = [compile_node(part) for part in node.parts if not isinstance(part, Not)]
    unwanted = [compile_node(part.part) for part in node.parts if isinstance(part, Not)]
    wanted = wanted or [silent({"match_all": {}})]
    return {"bool": {"must": wanted, "must_not": unwanted}}


def _any_of(node: AnyOf) -> Query:
    if not node.parts:
        return {"match_none": {}}
    parts = [compile_node(part) for part in node.parts]
    return {"bool": {"should": parts, "minimum_should_match": 1}}


def _boost(node: Boost) -> Query:
    return {"bool": {"must": [compile_node(node.part)], "boost": node.factor}}


def _worth(node: Worth) -> Query:
    return {"constant_score": {"filter": compile_node(node.part), "boost": node.score}}


def _prefer(node: Prefer) -> Query:
    wished = [compile_node(part) for part in node.wished]
    return {"bool": {"must": [compile_node(node.required)], "should": wished}}


_WAYS: Final[dict[type, Callable[[Any], Query]]] = {
    Term: _term,
    Phrase: _phrase,
    Range: _range,
    AllOf: _all_of,
    AnyOf: _any_of,
    Boost: _boost,
    Filter: lambda node: silent(compile_node(node.part)),
    Worth: _worth,
    Prefer: _prefer,
}
