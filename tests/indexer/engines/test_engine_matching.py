"""What each node of a plan matches, on both engines."""

import pytest
from engine_examples import EVERYTHING, document, found, has, ids, unit

from indexer.engines.plan import (
    AllOf,
    AnyOf,
    Boost,
    Filter,
    Not,
    Phrase,
    Plan,
    Prefer,
    Range,
    Term,
    Worth,
)
from indexer.engines.seam import EMPTY, GAP, DocumentUnits, Engine


@pytest.fixture
def papers(engine: Engine) -> Engine:
    """Four papers with words, kinds and days."""
    engine.apply(
        [
            document("의안", 1, "지방 의회 조례 개정", kind=("bill",), days={"date": 100}),
            document("감사", 2, "행정 사무 감사 조례", kind=("audit",), days={"date": 200}),
            document("보도", 3, "의회 보도 자료", kind=("press",), days={"date": 300}),
            document("빈것", 4, kind=("other",)),
        ],
        4,
    )
    return engine


def test_a_term_is_one_token(papers: Engine) -> None:
    assert found(papers, has("조례")) == {"의안", "감사"}
    assert found(papers, has("조")) == set()


def test_a_term_of_a_keyword_is_the_whole_value(papers: Engine) -> None:
    assert found(papers, Term("kind", "bill")) == {"의안"}
    assert found(papers, Term("kind", "bil")) == set()


def test_all_of_needs_every_part(papers: Engine) -> None:
    assert found(papers, AllOf((has("의회"), has("조례")))) == {"의안"}


def test_all_of_nothing_is_everything(papers: Engine) -> None:
    assert found(papers, EVERYTHING) == {"의안", "감사", "보도", "빈것"}


def test_any_of_needs_one_part(papers: Engine) -> None:
    assert found(papers, AnyOf((has("보도"), has("감사")))) == {"보도", "감사"}


def test_any_of_nothing_is_nothing(papers: Engine) -> None:
    assert found(papers, AnyOf(())) == set()


def test_not_takes_away(papers: Engine) -> None:
    assert found(papers, AllOf((has("조례"), Not(Term("kind", "audit"))))) == {"의안"}
    assert found(papers, AllOf((Not(has("조례")),))) == {"보도", "빈것"}


def test_not_stands_only_inside_all_of(papers: Engine) -> None:
    with pytest.raises(TypeError, match="AllOf"):
        found(papers, Not(has("조례")))


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (100, 200, {"의안", "감사"}),
        (101, None, {"감사", "보도"}),
        (None, 100, {"의안", "빈것"}),
        (None, None, {"의안", "감사", "보도", "빈것"}),
    ],
)
def test_a_range_includes_both_ends(
    papers: Engine, low: int | None, high: int | None, expected: set[str]
) -> None:
    assert found(papers, Range("date", low, high)) == expected


def test_a_phrase_is_adjacent_and_in_order(papers: Engine) -> None:
    assert found(papers, Phrase("text", ("의회", "조례"))) == {"의안"}
    assert found(papers, Phrase("text", ("조례", "의회"))) == set()
    assert found(papers, Phrase("text", ("지방", "조례"))) == set()


def test_a_phrase_of_one_token_is_a_term(papers: Engine) -> None:
    assert found(papers, Phrase("text", ("조례",))) == found(papers, has("조례"))


def test_a_phrase_of_nothing_matches_nothing(papers: Engine) -> None:
    assert found(papers, Phrase("text", ())) == set()


def test_no_phrase_crosses_a_gap(engine: Engine) -> None:
    pages = f"첫 쪽 끝 {GAP} {GAP} 둘째 쪽"
    engine.apply([document("쪽", 1, pages), document("줄", 2, "첫 쪽 끝 둘째 쪽")], 2)
    assert found(engine, Phrase("text", ("끝", "둘째"))) == {"줄"}


def test_letters_are_phrases_too(engine: Engine) -> None:
    engine.apply([document("가", 1, texts={"letters": "행정 정␣ ␣사 사무"})], 1)
    assert found(engine, Phrase("letters", ("정␣", "␣사"))) == {"가"}
    assert found(engine, Phrase("letters", ("행정", "␣사"))) == set()


def test_preference_adds_score_and_no_hits(papers: Engine) -> None:
    wish = Prefer(has("의회"), (has("보도"),))
    assert ids(papers, wish) == ["보도", "의안"]


def test_boost_multiplies(papers: Engine) -> None:
    plain = papers.search(Plan(has("개정"), {})).hits[0].score
    boosted = papers.search(Plan(Boost(has("개정"), 3), {})).hits[0].score
    assert boosted == pytest.approx(3 * plain, rel=1e-5)


def test_scores_of_parts_add_up(papers: Engine) -> None:
    def score(node: AllOf | AnyOf | Term) -> float:
        return papers.search(Plan(node, {})).hits[0].score

    both = score(has("지방")) + score(has("개정"))
    assert score(AllOf((has("지방"), has("개정")))) == pytest.approx(both, rel=1e-5)
    assert score(AnyOf((has("지방"), has("개정")))) == pytest.approx(both, rel=1e-5)


def test_a_filter_scores_nothing_and_a_keyword_one(papers: Engine) -> None:
    def score(node: AllOf | Filter | Term | Range | Boost) -> float:
        return papers.search(Plan(node, {})).hits[0].score

    assert score(Filter(has("개정"))) == 0
    assert score(Range("date", 100, 100)) == 0
    assert score(Term("kind", "bill")) == 1
    assert score(AllOf((Filter(has("개정")), Boost(Term("kind", "bill"), 2)))) == 2


def test_worth_sets_what_each_part_scores(papers: Engine) -> None:
    parts = (has("의회"), AllOf((has("조례"), has("감사"))), has("없는말"), has("조례"))
    flags = AnyOf(tuple(Worth(part, 2.0**n) for n, part in enumerate(parts)))
    hits = papers.search(Plan(flags, {})).hits
    assert {hit.id: hit.score for hit in hits} == {"의안": 9, "감사": 10, "보도": 1}


def test_worth_adds_up_exactly_over_twenty_parts(papers: Engine) -> None:
    flags = AnyOf(tuple(Worth(has("조례"), 2.0**n) for n in range(20)))
    hits = papers.search(Plan(flags, {})).hits
    assert {hit.id: hit.score for hit in hits} == {"의안": 2**20 - 1, "감사": 2**20 - 1}


def test_filters_narrow_and_score_nothing(papers: Engine) -> None:
    alone = papers.search(Plan(has("개정"), {}))
    narrowed = papers.search(Plan(has("개정"), {"kind": Term("kind", "bill")}))
    assert narrowed.hits[0].score == pytest.approx(alone.hits[0].score)
    assert papers.search(Plan(has("개정"), {"kind": Term("kind", "press")})).total == 0


def test_a_reader_sees_what_shares_a_token(engine: Engine) -> None:
    engine.apply(
        [
            document("공개", 1, "조례", readers=("operator", "public", "staff")),
            document("요구", 2, "조례", readers=("operator", "member:m012", "staff")),
        ],
        2,
    )

    def seen_by(*tokens: str) -> list[str]:
        readers = AnyOf(tuple(Term("readers", token) for token in tokens))
        return ids(engine, has("조례"), filters={"readers": readers})

    assert seen_by("public") == ["공개"]
    assert seen_by("public", "council", "member:m012") == ["공개", "요구"]
    assert seen_by("member:m013") == []
    assert seen_by() == []


def test_passages_are_an_index_of_their_own(engine: Engine) -> None:
    engine.apply([document("가", 1, "조례", passages=2), document("나", 2, "조례", passages=1)], 2)
    assert ids(engine, has("조례"), index="passages") == ["가/0", "가/1", "나/0"]
    of_one = AllOf((Term("document", "가"), has("조례")))
    hit = engine.search(Plan(of_one, {}, index="passages")).hits[0]
    assert (hit.id, hit.document, hit.revision) == ("가/0", "가", 1)


def test_a_payload_comes_back_untouched(engine: Engine) -> None:
    given = unit("가", 7, "조례")
    engine.apply([DocumentUnits("가", 7, (given,))], 7)
    assert engine.search(Plan(has("조례"), {})).hits[0].payload == given.payload


def test_nothing_of_the_engines_own_is_found(engine: Engine) -> None:
    engine.apply([document("가", 1), DocumentUnits("나", 2)], 2)
    assert found(engine, EVERYTHING) == {"가"}
    assert found(engine, has(EMPTY)) == {"가"}
    assert ids(engine, EVERYTHING, index="passages") == []


@pytest.mark.parametrize("stream", ["조례 ", "", "긴" * 65, "가\u3000나", "가\x00나", "가\x1c나"])
def test_a_broken_stream_is_refused_before_anything_is_written(engine: Engine, stream: str) -> None:
    with pytest.raises(ValueError, match="token contract"):
        engine.apply([document("가", 1, "조례"), document("나", 2, stream)], 2)
    assert found(engine, EVERYTHING) == set()
    assert engine.applied().revision == 0


@pytest.mark.parametrize("token", ["\ue000\uf0b7", "가\u200b나", "\ufeff", "Ⅲ", "😀", "″", "㈜"])
def test_uncommon_letters_are_letters(engine: Engine, token: str) -> None:
    engine.apply([document("가", 1, f"앞 {token} 뒤")], 1)
    assert found(engine, Phrase("text", ("앞", token, "뒤"))) == {"가"}


def test_the_longest_token_is_kept_whole(engine: Engine) -> None:
    engine.apply([document("가", 1, "긴" * 64)], 1)
    assert found(engine, has("긴" * 64)) == {"가"}
