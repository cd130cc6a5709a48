"""Both engines, freshly built from the same units, answer every plan alike."""

import random
from collections.abc import Iterator
from functools import reduce
from itertools import pairwise
from pathlib import Path

import pytest
from engine_examples import Engines, document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.engines import tantivy_phrases
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
from indexer.engines.seam import EMPTY, DocumentUnits, Engine, Unit

WORDS = (
    "의회", "조례", "예산", "감사", "교통", "환경", "복지", "도로",
    "하천", "공원", "주택", "청년", "노인", "안전", "문화", "체육",
)  # fmt: skip
KINDS = ("bill", "audit", "press", "minutes")
SIZE = 400


def papers() -> list[DocumentUnits]:
    """Synthetic papers: few words, so that many plans match, and many texts twice, for ties."""
    chance = random.Random(7)
    made = []
    for n in range(SIZE):
        words = chance.choices(WORDS, weights=range(1, len(WORDS) + 1), k=chance.randint(1, 60))
        pairs = [f"{one}_{other}" for one, other in pairwise(words)]
        texts = {
            "title": " ".join(words[:3]),
            "text_pairs": " ".join(pairs) or EMPTY,
            "text_bigrams": " ".join(words),
        }
        made.append(
            document(
                f"d{chance.randrange(10**6):06d}-{n}", n + 1, " ".join(words), passages=n % 3,
                texts=texts, kind=(KINDS[n % 4],), committee=(f"c{n % 5}", f"c{n % 7}"),
                days={"date": chance.randrange(30)},
            )
        )  # fmt: skip
    copies = [
        DocumentUnits(f"copy{n}", SIZE + n + 1, tuple(_as(unit, f"copy{n}") for unit in one.units))
        for n, one in enumerate(made[:60])
    ]
    return made + copies


def _as(unit: Unit, name: str) -> Unit:
    return Unit(name, name, unit.revision, unit.texts, unit.keywords, unit.days, "{}")


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


@given(plan=plans)
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_same_hits_order_total_and_facets(both: tuple[Engine, Engine], plan: Plan) -> None:
    one, other = (engine.search(plan) for engine in both)
    assert one.total == other.total
    assert one.facets == other.facets
    assert [hit.id for hit in one.hits] == [hit.id for hit in other.hits]
    for here, there in zip(one.hits, other.hits, strict=True):
        assert here.score == pytest.approx(there.score, rel=1e-5, abs=1e-6)


side_by_side = st.builds(
    Phrase, st.just("text"), st.lists(words, min_size=2, max_size=3).map(tuple)
)
beside = st.builds(lambda term, phrase: AllOf((term, phrase)), terms, side_by_side)
unions = st.tuples(
    terms | kinds, side_by_side, beside | st.builds(Boost, side_by_side, st.just(0.5))
)


@given(parts=unions, scored=terms, unwanted=st.booleans())
@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_phrases_that_are_looked_at_last_match_the_same(
    both: tuple[Engine, Engine], monkeypatch: pytest.MonkeyPatch,
    parts: tuple[Node, ...], scored: Node, unwanted: bool,
) -> None:  # fmt: skip
    monkeypatch.setattr(tantivy_phrases, "MANY", 1)
    union = AnyOf(parts)
    query = AllOf((scored, Not(union) if unwanted else Filter(union)))
    for plan in (Plan(query, {}, limit=SIZE), Plan(query, {}, limit=0), Plan(scored, {"": union})):
        one, other = (engine.search(plan) for engine in both)
        assert one.total == other.total
        assert [hit.id for hit in one.hits] == [hit.id for hit in other.hits]


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
