"""The second step counts what stands in the front of a paper, and orders by its parts."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.engines.plan import Term
from indexer.engines.seam import Frequencies, Hit
from indexer.korean.analyser import Analyser
from indexer.korean.forward import MOST_LETTERS, MOST_TOKENS, decode, encode
from indexer.search.fronts import Candidates
from indexer.search.mappings import folder
from indexer.search.ranking.counts import Asked, count
from indexer.search.ranking.pool import Placed, mixed_in
from indexer.search.ranking.profile import read_profile
from indexer.search.ranking.second import second_scores, wanted_frequencies
from records.errors import BadSetting

ANALYSER = Analyser()


def forward(text: str, title: str = "") -> bytes:
    titles = [(title, ANALYSER.read(title))] if title else []
    return encode(titles, [(text, ANALYSER.read(text))])


def asked(text: str) -> Asked:
    return Asked.of(ANALYSER.streams(text))


def hit(name: str, text: str, title: str = "") -> Hit:
    return Hit(name, name, 1, 1.0, "{}", forward(text, title))


def order(question: str, hits: list[Hit]) -> list[str]:
    words = asked(question)
    known = Frequencies(100, dict.fromkeys(wanted_frequencies(words), 5))
    those, none = Candidates.of(hits), np.zeros(len(hits))
    parts = second_scores(read_profile(folder(None)), words, those, known, (), none)
    scores = np.sum(list(parts.values()), axis=0)
    return [hits[at].id for at in np.argsort(-scores)]


def test_counts_of_each_paper() -> None:
    papers = [forward("주차장 요금을 주차장에서 낸다"), forward("요금"), forward("")]
    counts = count(asked("주차장 요금"), decode(papers), 20)
    number = {token: at for at, token in enumerate(asked("주차장 요금").tokens)}
    assert counts.tokens[:, number["요금"]].tolist() == [1, 1, 0]
    assert counts.tokens[0, number["주차"]] == 2
    assert counts.length.tolist()[2] == 0


@given(st.text(alphabet="가나다라마 .", max_size=60), st.text(alphabet="가나다라 ", max_size=8))
def test_bigrams_are_counted_as_the_index_counts_them(text: str, question: str) -> None:
    words = asked(question)
    counts = count(words, decode([forward(text), forward("다른 글")]), 20)
    stream = ANALYSER.streams(text).bigrams
    for column, bigram in enumerate(words.bigrams):
        assert counts.bigrams[0, column] == stream.count(bigram)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_can_be_looked_at_twice(text: str, question: str) -> None:
    words = asked(question)
    if words.tokens:
        counts = count(words, decode([forward(text), forward(question)]), 20)
        assert (counts.tokens[1] >= 1).all()


def test_a_long_paper_keeps_its_front() -> None:
    kept = decode([forward("공영주차장 요금 " * 20_000)])
    assert len(kept.tokens) == MOST_TOKENS
    assert len(kept.letters) == MOST_LETTERS


def test_words_beside_each_other_come_before_words_apart() -> None:
    apart = hit("apart", "요금을 정한다. 도로와 하천과 공원과 다리와 나무와 학교에 관한 주차장")
    beside = hit("beside", "도로와 하천과 공원과 다리와 나무와 학교에 관한 주차장 요금을 정한다")
    assert order("주차장 요금", [apart, beside])[0] == "beside"


def test_the_title_counts() -> None:
    body = "의회는 다음 사항을 의결한다"
    assert order("조례 의결", [hit("b", body), hit("a", body, "조례의 의결")])[0] == "a"


def test_a_broken_profile_is_named(tmp_path) -> None:
    (tmp_path / "ranking.toml").write_text("[second]\nengine = 1\n")
    with pytest.raises(BadSetting, match="tokens"):
        read_profile(tmp_path)


def test_frequencies_are_asked_for_each_field() -> None:
    terms = wanted_frequencies(asked("공영주차장"))
    assert Term("text_bigrams", "공영") in terms
    assert {term.field for term in terms} == {"text", "text_bigrams", "text_pairs"}


def test_a_deleted_article_stands_behind_those_that_say_something() -> None:
    title = "주차장 조례 제9조"
    hits = [
        hit("gone", "제9조 삭제 2026", title),
        hit("there", "주차장 조례의 목적을 정한다", "다른 글"),
    ]
    assert order("주차장 조례", hits) == ["there", "gone"]


@given(st.lists(st.booleans(), max_size=30), st.integers(0, 12), st.integers(2, 5))
def test_full_matches_are_never_lost_among_near_ones(
    whole: list[bool], amid: int, each: int
) -> None:
    """In every ``each`` of the first places stands a full match, as long as there are any; nothing
    else changes its order."""
    ordered = [Placed(hit(str(n), "가"), () if one else ("나",)) for n, one in enumerate(whole)]
    mixed = mixed_in(ordered, amid, each)
    assert sorted(int(one.hit.id) for one in mixed) == list(range(len(whole)))
    for kind in (True, False):
        same = [int(one.hit.id) for one in mixed if one.whole is kind]
        assert same == sorted(same)
    for low in range(0, min(amid, len(mixed)) - each + 1, each):
        left = any(one.whole for one in mixed[low:])
        assert any(one.whole for one in mixed[low : low + each]) or not left
