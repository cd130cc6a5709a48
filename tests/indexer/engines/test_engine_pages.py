"""Order, ties, pages, totals and facets, on both engines."""

from engine_examples import EVERYTHING, document, has, ids

from indexer.engines.plan import AnyOf, FacetRequest, Plan, Sort, Term
from indexer.engines.seam import Engine

KINDS = ("bill", "audit", "press")


def fill(engine: Engine, count: int = 60) -> None:
    """Papers whose ids, days and words run against each other, in several commits."""
    papers = [
        document(
            f"d{(7 * n) % count:03d}",
            n + 1,
            "조례 " * (1 + n % 2) + "끝",
            kind=(KINDS[n % 3],),
            committee=(f"c{n % 2}", "all"),
            days={"date": n % 4},
        )
        for n in range(count)
    ]
    for start in range(0, count, 25):
        engine.apply(papers[start : start + 25], min(start + 25, count))


def pages(engine: Engine, size: int, **plan: object) -> list[str]:
    """All pages, one after the other."""
    whole: list[str] = []
    while page := ids(engine, has("조례"), offset=len(whole), limit=size, **plan):
        whole += page
    return whole


def test_equal_scores_stand_in_order_of_ids_across_pages(engine: Engine) -> None:
    fill(engine)
    whole = engine.search(Plan(has("조례"), {}, limit=1000)).hits
    in_order = sorted(whole, key=lambda hit: (-round(hit.score, 4), hit.id))
    assert [hit.id for hit in whole] == [hit.id for hit in in_order]
    for size in (1, 7, 30):
        assert pages(engine, size) == [hit.id for hit in whole]


def test_equal_days_stand_in_order_of_ids_across_pages(engine: Engine) -> None:
    fill(engine)
    day_of = {f"d{(7 * n) % 60:03d}": n % 4 for n in range(60)}
    newest = sorted(day_of, key=lambda id: (-day_of[id], id))
    oldest = sorted(day_of, key=lambda id: (day_of[id], id))
    for size in (4, 17, 100):
        assert pages(engine, size, sort=Sort("date")) == newest
        assert pages(engine, size, sort=Sort("date", descending=False)) == oldest


def test_what_scores_alike_stands_in_order_of_ids(engine: Engine) -> None:
    fill(engine)
    assert ids(engine, EVERYTHING, offset=10, limit=3) == ["d010", "d011", "d012"]
    bills = ids(engine, Term("kind", "bill"), limit=100)
    assert len(bills) == 20
    assert bills == sorted(bills)


def test_the_total_does_not_depend_on_the_page(engine: Engine) -> None:
    fill(engine)
    for offset, limit in ((0, 0), (0, 1), (59, 10), (1000, 10)):
        found = engine.search(Plan(has("조례"), {}, offset=offset, limit=limit))
        assert found.total == 60
        assert len(found.hits) == max(min(limit, 60 - offset), 0)


def test_facets_count_all_hits_by_falling_count_then_value(engine: Engine) -> None:
    fill(engine)
    plan = Plan(has("조례"), {}, (FacetRequest("committee"), FacetRequest("kind", size=2)), limit=1)
    assert engine.search(plan).facets == {
        "committee": (("all", 60), ("c0", 30), ("c1", 30)),
        "kind": (("audit", 20), ("bill", 20)),
    }


def test_a_facet_may_leave_its_own_filter_out(engine: Engine) -> None:
    fill(engine)
    filters = {
        "kind": AnyOf((Term("kind", "bill"), Term("kind", "press"))),
        "committee": Term("committee", "c0"),
    }
    facets = (
        FacetRequest("kind", leave_out=("kind",)),
        FacetRequest("committee", leave_out=("committee",)),
        FacetRequest("kind", name="strict"),
    )
    found = engine.search(Plan(has("조례"), filters, facets))
    assert found.total == 20
    assert found.facets["kind"] == (("audit", 10), ("bill", 10), ("press", 10))
    assert found.facets["committee"] == (("all", 40), ("c0", 20), ("c1", 20))
    assert found.facets["strict"] == (("bill", 10), ("press", 10))


def test_a_facet_may_count_within_a_part(engine: Engine) -> None:
    fill(engine)
    within = FacetRequest("committee", within=Term("kind", "press"), name="press")
    found = engine.search(Plan(EVERYTHING, {"c": Term("committee", "c1")}, (within,)))
    assert found.total == 30
    assert found.facets["press"] == (("all", 10), ("c1", 10))


def test_a_facet_of_nothing_is_empty(engine: Engine) -> None:
    fill(engine)
    found = engine.search(Plan(has("없음"), {}, (FacetRequest("kind"), FacetRequest("agency"))))
    assert found.facets == {"kind": (), "agency": ()}


def test_passages_have_facets_too(engine: Engine) -> None:
    engine.apply([document(f"d{n}", n, "조례", passages=n) for n in (1, 2, 3)], 3)
    plan = Plan(has("조례"), {}, (FacetRequest("document", size=2),), index="passages")
    assert engine.search(plan).facets["document"] == (("d3", 3), ("d2", 2))
