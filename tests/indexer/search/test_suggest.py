"""Completions by prefix, by 초성, by a half-typed syllable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.search.completions import Completions, Suggestion
from indexer.search.jamo import apart

COMPLETIONS = Completions(
    [
        Suggestion("지방자치법", "law", "law:1"),
        Suggestion("서울특별시의회 회의규칙", "title", "t:1"),
        Suggestion("서울특별시 공영주차장 조례안", "title", "t:2"),
        Suggestion("교통위원회", "committee"),
        Suggestion("김교통", "member"),
        Suggestion("값싼 과일", "title", "t:3"),
    ]
)

TYPED = [
    ("지", ["지방자치법"]),
    ("집", ["지방자치법"]),
    ("ㅈㅂㅈㅊ", ["지방자치법"]),
    ("서울특별시 ㄱ", ["서울특별시 공영주차장 조례안"]),
    ("서울특별시 ㄱㅇㅈ", ["서울특별시 공영주차장 조례안"]),
    ("서울특별시의", ["서울특별시의회 회의규칙"]),
    ("공영", ["서울특별시 공영주차장 조례안"]),
    ("교통", ["교통위원회"]),
    ("ㄱ", ["김교통", "교통위원회", "값싼 과일", "서울특별시 공영주차장 조례안"]),
    ("갑", ["값싼 과일"]),
    ("고", ["값싼 과일", "서울특별시 공영주차장 조례안"]),
    ("", []),
    ("없음", []),
]


@pytest.mark.parametrize(("typed", "texts"), TYPED)
def test_completions(typed: str, texts: list[str]) -> None:
    found = [one.text for one in COMPLETIONS.of(typed, 8)]
    assert sorted(found) == sorted(texts)


def test_members_and_committees_come_first() -> None:
    assert [one.text for one in COMPLETIONS.of("ㄱ", 2)] == ["김교통", "교통위원회"]


@given(st.text())
def test_any_text_is_taken(typed: str) -> None:
    assert len(COMPLETIONS.of(typed, 3)) <= 3


@given(st.text(alphabet="가각갂과괘닭지방의회", min_size=1), st.integers(1, 8))
def test_every_stage_of_typing_leads_to_the_word(word: str, stage: int) -> None:
    whole = Completions([Suggestion(word, "title", "x")])
    assert apart(word).startswith(apart(word[:stage]))
    assert whole.of(word[:stage], 1)
