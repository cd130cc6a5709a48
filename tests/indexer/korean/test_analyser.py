"""Analysis: what becomes a token, where it stands, and the token contract on any input."""

import re
import string
from itertools import groupby, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.engines.seam import GAP, check_stream
from indexer.korean.analyser import Analyser
from indexer.korean.letters import (
    bigrams,
    join_streams,
    letters,
    letters_stream,
    phrase_tokens,
)
from indexer.korean.normalise import normalise

SHARED = Analyser()


def forms(text: str) -> list[str]:
    return [token.form for token in SHARED.tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("하반기 의장단 선거를", ["하", "반기", "의장", "단", "선거"]),
        ("행정사무감사를 실시하였다", ["행정", "사무", "감사", "실시"]),
        ("시ㆍ도지사는", ["시", "도", "지사"]),
        ("비공개 미지정", ["비", "공개", "미", "지정"]),
        ("제47조제1항제3호에", ["제47조", "제47조제1항", "제47조제1항제3호"]),
        (
            "법 제 47 조의 2 제1항 가목은",
            ["법", "제47조의2", "제47조의2제1항", "제47조의2제1항가목"],
        ),
        ("제38조의2년", ["제38조", "2", "년"]),
        ("같은 항 제3호 및 제2항", ["같", "항", "제3호", "및", "제2항"]),
        ("2009년도 4차선 12,345원 3.5%", ["2009", "년", "4", "차선", "12345", "원", "3.5"]),
        ("2009.2.24. 개회", ["2009", "2", "24", "개회"]),
        ("교육위원회 소위원회", ["교육", "위원회", "소", "위원회"]),
        ("ＡＢＣ e-Gov", ["abc", "e", "gov"]),
        ("a\x00비밀", ["a", "비밀"]),
        (" \n\u3000\ufeff", []),
        ("", []),
    ],
)
def test_text_becomes_these_tokens(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


def test_a_question_asks_for_the_deepest_reference_only() -> None:
    asked = [t.form for t in SHARED.query_tokens("지방자치법 제47조제1항")]
    assert asked == ["지방", "자치", "법", "제47조제1항"]
    assert set(asked) <= set(forms("지방자치법 제47조제1항제3호"))
    assert [t.form for t in SHARED.query_tokens("제47조")] == ["제47조"]


def test_tokens_know_their_place_in_the_original() -> None:
    text = "“하반기　의장단”  제47조 제1항을 ＡＢ"
    places = {text[t.start : t.end] for t in SHARED.tokens(text)}
    assert places == {"하", "반기", "의장", "단", "제47조 제1항", "ＡＢ"}


def test_a_word_of_many_letters_is_hashed() -> None:
    (token,) = SHARED.tokens("x" * 100)
    assert (len(token.form), token.start, token.end) == (33, 0, 100)


def test_one_word_of_a_million_syllables_is_analysed() -> None:
    text = "의회" * 500_000
    assert len(SHARED.tokens(text)) > 100_000


@pytest.mark.parametrize("letter", ["ㅋ", "a", "1", "·", "\U0001f600", "漢"])
def test_long_runs_of_one_letter_are_analysed(letter: str) -> None:
    for token in SHARED.tokens(letter * 50_000):
        assert len(token.form) <= 64


def test_normalise_keeps_places() -> None:
    text = "시ㆍ도・군‧구⋅읍•면･동 ＡＢＣ\x00\u3000\ufeff“”İ ␣⏎∅\ud800"
    plain = normalise(text)
    assert len(plain) == len(text)
    assert plain.startswith('시·도·군·구·읍·면·동 abc   ""İ')


def test_letters_hold_an_exact_phrase() -> None:
    inside = " ".join(letters("2009년 행정사무감사를 정보\n 공개"))
    assert " ".join(phrase_tokens("행정사무감사")) in inside
    assert " ".join(phrase_tokens("정보 공개")) in inside
    assert " ".join(phrase_tokens("정보공개")) not in inside


def test_a_phrase_of_one_letter_is_one_exact_term() -> None:
    assert letters_stream(["갑 을", "병"]) == f"갑␣ ␣을 {GAP} 갑 병 을"
    assert phrase_tokens(" 병 ") == ("병",)
    assert letters_stream([" "]) == "∅"


def test_bigrams_cross_spaces_and_stop_at_punctuation() -> None:
    assert bigrams("정보 공개, 청구") == ("정보", "보공", "공개", "청구")
    assert bigrams("(가나), 다 - 라마") == ("가나", "라마")


def test_latin_letters_that_touch_an_article_are_words_by_themselves() -> None:
    assert forms("abc제1조제2조 xyz") == ["abc", "제1조", "제2조", "xyz"]


NASTY = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from(
            "제조항호의목가47제조 .,\t\n\r\x00\x1c\x85\u2028\u3000\ufeff␣⏎∅ㆍᆞᄀ_+/,\"'q0"
        ),
        st.sampled_from(string.printable),
        st.sampled_from("위원회의장단하반기행정사무감사갔따른했을를비공개"),
    ),
    max_size=200,
)


@settings(max_examples=1500, deadline=None)
@given(NASTY)
def test_any_text_keeps_the_token_contract(text: str) -> None:
    analysed = SHARED.streams(text)
    morphemes = [token.form for token in analysed.morphemes]
    for stream in (morphemes, analysed.bigrams, analysed.pairs, analysed.letters):
        check_stream(join_streams([" ".join(stream)]))
        assert GAP not in stream
    check_stream(letters_stream([normalise(text)]))
    starts = [token.start for token in analysed.morphemes]
    assert starts == sorted(starts)
    assert all(0 <= t.start < t.end <= len(text) for t in analysed.morphemes)
    assert len(normalise(text)) == len(text)
    assert normalise(normalise(text)) == normalise(text)


@settings(max_examples=1500, deadline=None)
@given(NASTY)
def test_fast_streams_are_what_their_words_say(text: str) -> None:
    """Held against the plain way of making them, letter by letter."""
    plain = normalise(text)
    joined = "".join(re.sub(r"[^\w\s]+|_+", GAP, plain).split())
    assert bigrams(text) == tuple(a + b for a, b in pairwise(joined) if GAP not in a + b)
    assert letters(text) == tuple(a + b for a, b in pairwise("␣".join(plain.split())))
    ends = set(plain) - {" "}
    assert letters_stream([plain]).split()[-len(ends) :] == sorted(ends) or not ends


@settings(max_examples=1500, deadline=None)
@given(NASTY)
def test_a_reading_spells_its_text(text: str) -> None:
    reading = SHARED.read(text)
    assert sum(entry.size for entry in reading.entries) == len(reading.shape) == len(text)
    assert tuple(reading.forms) == tuple(token.form for token in reading.morphemes)
    inflected = iter(reading.stems)
    for (start, end), same in groupby(reading.morphemes, key=lambda t: (t.start, t.end)):
        forms = [token.form for token in same]
        first = reading.shape[start]
        assert reading.shape[start + 1 : end] == "i" * (end - start - 1)
        assert reading.shape[end : end + 1] != "i"
        assert forms == ([reading.plain[start:end]] if first == "b" else next(inflected).split())
    assert not list(inflected)


@settings(max_examples=500, deadline=None)
@given(NASTY, st.lists(st.integers(0, 200), max_size=4))
def test_pieces_of_a_reading_hold_all_of_it_once(text: str, at: list[int]) -> None:
    whole = SHARED.read(text)
    borders = sorted({0, len(text), *(place for place in at if place < len(text))})
    pieces = [whole.cut(low, high) for low, high in pairwise(borders)]
    assert "".join(piece.text for piece in pieces) == text
    assert [form for piece in pieces for form in piece.forms] == whole.forms
    assert [stem for piece in pieces for stem in piece.stems] == whole.stems
    assert "".join(piece.shape for piece in pieces) == whole.shape


@settings(max_examples=300, deadline=None)
@given(NASTY, NASTY)
def test_what_is_in_a_text_is_found_as_a_phrase(before: str, phrase: str) -> None:
    asked = phrase_tokens(phrase)
    if len(asked) > 1:
        assert f" {' '.join(asked)} " in f" {' '.join(letters(before + phrase))} "
