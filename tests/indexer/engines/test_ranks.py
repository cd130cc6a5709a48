"""Ties: where they end, and pages cut out of them."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from indexer.engines.ranks import Ranked, fetch_whole_ties, page_by_id, same_score

scored = st.lists(st.sampled_from((3.0, 2.0, 1.0, 0.5)), max_size=80)


def ranked_by(scores: list[float]) -> list[Ranked[str]]:
    """Units in an engine's own order: by score, within a tie by anything (here: backwards)."""
    named = [Ranked(score, f"d{999 - n}") for n, score in enumerate(scores)]
    return sorted(named, key=lambda one: -one.score)


@given(scored, st.integers(0, 90), st.integers(1, 40))
def test_any_page_is_a_cut_of_the_whole_order(scores: list[float], offset: int, limit: int) -> None:
    ranked = ranked_by(scores)

    def fetch(count: int) -> Sequence[Ranked[str]]:
        return ranked[:count]

    page = page_by_id(fetch_whole_ties(fetch, offset + limit), offset, limit, str)
    whole = sorted(ranked, key=lambda one: (-one.score, one.place))
    assert page == whole[offset : offset + limit]


@given(st.floats(0.01, 1000))
def test_the_last_bits_make_no_difference(score: float) -> None:
    assert same_score(score, score * (1 + 3e-7))
    assert not same_score(score, score * 1.0001)


def test_ids_are_read_only_where_a_tie_needs_them() -> None:
    asked: list[str] = []
    ranked = [Ranked(3.0, "c"), Ranked(2.0, "b"), Ranked(1.0, "z"), Ranked(1.0, "a")]
    page = page_by_id(ranked, 0, 3, lambda place: asked.append(place) or place)
    assert [one.place for one in page] == ["c", "b", "a"]
    assert sorted(asked) == ["a", "z"]
