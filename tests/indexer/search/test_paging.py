"""Paging to the end finds every paper once: full matches within `Results.reach`, then near ones."""

import pytest
from search_examples import paper

from indexer.engines.plan import AnyOf, Boost, Node, Term
from indexer.search import rarity
from indexer.search.options import Options
from indexer.search.results import Result
from indexer.search.searcher import Searcher
from records.viewer import Viewer

OPERATOR = Viewer.parse("operator")
FULL, NEAR = 130, 40
"""More than are looked at twice."""

ASKED = "대책 공영주차장 확충"
LONG = "예산을 심사하고 도로를 고치며 하천과 공원을 살핀다. " * 12

PAPERS = (
    *(
        paper(f"full{n:03}", f"확충은 뒤로 미룬다. {LONG} 공영주차장을 살핀다. {LONG} 대책이 있다.")
        for n in range(FULL)
    ),
    *(
        paper(f"near{n:03}", "공영주차장 확충, 공영주차장 확충", title="공영주차장 확충")
        for n in range(NEAR)
    ),
    *(paper(f"other{n:03}", "제설 대책을 세운다.") for n in range(200)),
)
HAVING = FULL + NEAR + 200


def walk(searcher: Searcher, query: str, places: int, options: Options) -> list[Result]:
    """All hits of the first ``places`` places, page by page."""
    found: list[Result] = []
    for offset in range(0, places, options.size):
        page = Options(size=options.size, offset=offset, sort=options.sort)
        found += searcher.search(query, OPERATOR, page).hits
    return found


@pytest.mark.parametrize("size", [10, 20, 50, 7])
@pytest.mark.parametrize("sort", ["relevance", "newest"])
def test_paging_to_the_end_finds_every_paper_once(searcher: Searcher, size: int, sort: str) -> None:
    options = Options(size=size, sort=sort)
    first = searcher.search(ASKED, OPERATOR, options)
    assert first.total == FULL
    assert bool(first.amid) == (sort == "relevance")
    found = walk(searcher, ASKED, first.reach, options)
    full = [hit.id for hit in found if not hit.missing]
    assert len(full) == len(set(full)) == FULL
    every = walk(searcher, ASKED, HAVING + size, options)
    assert len(every) == len({hit.id for hit in every}) == HAVING
    last = max(at for at, hit in enumerate(every) if not hit.missing)
    assert last < first.reach


def test_every_page_says_the_same_counts(searcher: Searcher) -> None:
    pages = [searcher.search(ASKED, OPERATOR, Options(offset=offset)) for offset in (0, 60, 130)]
    assert len({(page.total, page.amid, page.reach) for page in pages}) == 1
    assert {sum(one.count for one in page.facets["kind"]) for page in pages} == {FULL}


def test_without_full_matches_the_near_ones_are_walked_once(searcher: Searcher) -> None:
    found = walk(searcher, f"{ASKED} 염화칼슘살포기", HAVING + 10, Options())
    assert len(found) == len({hit.id for hit in found}) == HAVING
    assert all(hit.missing for hit in found)


def test_papers_with_common_words_only_come_after_those_looked_at_twice(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``대책`` stands in nine papers of ten: who has nothing else is not looked at twice where
    enough others are, yet comes in its turn."""
    monkeypatch.setattr(rarity, "_MANY", 300)
    monkeypatch.setattr(rarity, "_ENOUGH", 150)
    found = walk(searcher, ASKED, HAVING + 10, Options())
    assert len(found) == len({hit.id for hit in found}) == HAVING
    assert not any(hit.id.startswith("t:other") for hit in found[: FULL + NEAR])


def test_where_too_few_have_a_telling_word_all_words_are_looked_for(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = walk(searcher, "제설 대책", HAVING, Options(kinds=("bill",)))
    monkeypatch.setattr(rarity, "_MANY", 1)
    monkeypatch.setattr(rarity, "_ENOUGH", 1)
    assert walk(searcher, "제설 대책", HAVING, Options(kinds=("bill",))) == before


def test_pairs_that_many_papers_have_are_not_scored_first(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rarity, "_MANY", 1)
    common, rare = Term("text_bigrams", "대책"), Term("text_bigrams", "없는")
    wished = (Boost(AnyOf((common, rare)), 0.5), Boost(AnyOf((common,)), 0.3), Term("number", "1"))
    kept = rarity.without_ordinary(searcher._engine, wished)
    assert kept == (Boost(AnyOf((rare,)), 0.5), Term("number", "1"))


def test_a_morpheme_that_many_papers_have_is_not_scored_first_beside_a_telling_one(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rarity, "_MANY", 1)
    common, telling, absent = (Term("text", word) for word in ("대책", "제설", "없는말"))
    counts = searcher._engine.frequencies((common, telling, absent)).counts
    monkeypatch.setattr(rarity, "_ENOUGH", counts[telling])
    monkeypatch.setitem(rarity._ORDINARY, "text", (counts[telling] + 1) / HAVING)
    assert counts[telling] < counts[common]

    def kept(*words: Term) -> tuple[Node, ...]:
        return rarity.without_ordinary(searcher._engine, words)

    assert kept(common, telling) == (telling,)
    assert kept(common, absent) == (common, absent)  # few have any of the others
    assert kept(common) == (common,)
