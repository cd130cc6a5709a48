"""Titles are marked where the query's words stand in them."""

import pytest

from indexer.korean.analyser import Analyser
from indexer.search.marks import mark_tokens
from indexer.search.senses import Senses

ANALYSER = Analyser()
SENSES = Senses(ANALYSER, (("행감", "행정사무감사"),), 0.5, 0.5)


@pytest.mark.parametrize(
    ("query", "title", "marked"),
    [
        ("도서관을", "시립 도서관 운영 조례안", ["도서관"]),
        ("공영주차장 요금", "공영주차장의 요금에 관한 조례", ["공영주차장", "요금"]),
        ("비공개", "회의록 비공개 결정", ["비공개"]),
        ("행감", "2009년 행정사무감사 결과", ["행정사무감사"]),
        ("의원", "회의 원칙", []),
        ("예산", "주차장 조례", []),
    ],
)
def test_marks_of_a_title(query: str, title: str, marked: list[str]) -> None:
    senses, _ = SENSES.words(tuple(query.split()))
    marks = mark_tokens(title, SENSES.analysed(title), senses)
    assert [title[start:end] for start, end in marks] == marked


def test_an_exact_phrase_is_marked_letter_by_letter() -> None:
    title = "의정활동비 지급 기준"
    marks = mark_tokens(title, SENSES.analysed(title), [SENSES.exact("활동비 지급")])
    assert [title[start:end] for start, end in marks] == ["활동비 지급"]
