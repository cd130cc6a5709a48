"""Both engines, freshly built from the same units, answer every plan alike."""

from collections.abc import Iterator
from functools import reduce
from itertools import pairwise
from pathlib import Path

import pytest
from engine_examples import Engines
from engine_papers import KINDS, SIZE, WORDS, papers
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.engines import tantivy_lazy
from indexer.engines.plan import (
    AllOf,
    AnyOf,
    Boost,
    FacetRequest,
    Filter,
    Node,
    Not,
    Phrase,
    Plan,
    Prefer,
    Range,
    Sort,
    Term,
)
from indexer.engines.seam import Engine


@pytest.fixture(scope="module")
def both(
    tmp_path_factory: pytest.TempPathFactory, elasticsearch_url: str
) -> Iterator[tuple[Engine, Engine]]:
    """The embedded engine and Elasticsearch with the same papers, built in one go."""
    path: Path = tmp_path_factory.mktemp("agree")
    kinds = [Engines(kind, path, elasticsearch_url) for kind in ("embedded", "elastic")]
    embedded, elastic = (kind.open() for kind in kinds)
    for engine in (embedded, elastic):
        rebuild = engine.rebuild()
        rebuild.apply(papers(), SIZE)
        rebuild.publish()
    yield embedded, elastic
    for kind in kinds:
        kind.close()


words = st.sampled_from(WORDS)
terms = st.builds(Term, st.sampled_from(("text", "title", "text_bigrams")), words)
kinds = st.builds(Term, st.just("kind"), st.sampled_from(KINDS))
ranges = st.builds(
    Range, st.just("date"), st.none() | st.integers(0, 20), st.none() | st.integers(10, 30)
)
phrases = st.builds(
    Phrase, st.sampled_from(("text", "title")), st.lists(words, min_size=1, max_size=3).map(tuple)
)
leaves = terms | kinds | ranges | phrases


def grow(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    some = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return (
        st.builds(AllOf, st.lists(inner | st.builds(Not, inner), max_size=3).map(tuple))
        | st.builds(AnyOf, some)
        | st.builds(Boost, inner, st.sampled_from((0.25, 0.5, 2.0)))
        | st.builds(Filter, inner)
        | st.builds(Prefer, inner, some)
    )


nodes = st.recursive(leaves, grow, max_leaves=8)
plans = st.builds(
    Plan,
    nodes,
    st.dictionaries(st.sampled_from(("kind", "when")), kinds | ranges, max_size=2),
    st.just(
        (
            FacetRequest("kind", leave_out=("kind",)),
            FacetRequest("committee", size=3),
            FacetRequest("committee", size=9, within=Term("kind", "bill"), name="of bills"),
        )
    ),
    st.sampled_from((Sort(), Sort(), Sort("date"), Sort("date", descending=False))),
    st.sampled_from((0, 0, 3, 25)),
    st.sampled_from((10, 10, 0)),
    count=st.booleans(),
)


@pytest.mark.parametrize("many", [1, tantivy_lazy.MANY], ids=["phrases last", "as they stand"])
@given(plan=plans)
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_same_hits_order_total_and_facets(
    both: tuple[Engine, Engine], monkeypatch: pytest.MonkeyPatch, many: int, plan: Plan
) -> None:
    monkeypatch.setattr(tantivy_lazy, "MANY", many)
    one, other = (engine.search(plan) for engine in both)
    assert one.total == other.total
    assert one.facets == other.facets
    assert [hit.id for hit in one.hits] == [hit.id for hit in other.hits]
    for here, there in zip(one.hits, other.hits, strict=True):
        assert here.score == pytest.approx(there.score, rel=1e-5, abs=1e-6)


def test_sums_of_weighted_fields_agree(both: tuple[Engine, Engine]) -> None:
    """What a search by several words looks like: fields summed by weight."""
    for one, other in pairwise(WORDS):
        parts = [
            Boost(AnyOf((Term(field, one), Term(field, other))), weight)
            for field, weight in (("text", 1.0), ("text_bigrams", 0.5), ("title", 0.7))
        ]
        plan = Plan(reduce(lambda a, b: AnyOf((a, b)), parts), {})
        first, second = (engine.search(plan) for engine in both)
        assert [hit.id for hit in first.hits] == [hit.id for hit in second.hits]


def test_revisions_agree(both: tuple[Engine, Engine]) -> None:
    one, other = (list(engine.revisions()) for engine in both)
    assert one == other
    assert len(one) == SIZE + 60
