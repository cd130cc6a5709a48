"""What a query means, as a table; and that any text means something, soon."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.search.parser import LONGEST, MOST_CLAUSES, parse
from indexer.search.tree import Either, Exact, Exclude, Narrow, Period, Query, Word

TABLE = [
    ("", Query()),
    ("지방의회 조례", Query((Word("지방의회"), Word("조례")))),
    ("지방의회\u3000조례", Query((Word("지방의회"), Word("조례")))),
    ('"의정 활동비"', Query((Exact("의정 활동비"),))),
    ("“의정  활동비”", Query((Exact("의정 활동비"),))),
    ("「지방자치법」 개정", Query((Exact("지방자치법"), Word("개정")))),
    ('의안"비공개"', Query((Word("의안"), Exact("비공개")))),
    ("예산 -결산", Query((Word("예산"), Exclude(Word("결산"))))),
    ('예산 -"추가 경정"', Query((Word("예산"), Exclude(Exact("추가 경정"))))),
    ("예산 - 결산", Query((Word("예산"), Word("결산")))),
    ("2009-01 예산", Query((Word("2009-01"), Word("예산")))),
    ("주차 OR 교통", Query((Either((Word("주차"), Word("교통"))),))),
    ("주차 또는 교통 또는 도로", Query((Either((Word("주차"), Word("교통"), Word("도로"))),))),
    ("요금 주차 OR 교통", Query((Word("요금"), Either((Word("주차"), Word("교통")))))),
    ("주차 OR", Query((Word("주차"),))),
    ("OR", Query()),
    ("-", Query()),
    ("종류:의안", Query((Narrow("kind", ("bill",)),))),
    ("종류：의안", Query((Narrow("kind", ("bill",)),))),
    ("kind:bill", Query((Narrow("kind", ("bill",)),))),
    ("종류: 의안", Query((Narrow("kind", ("bill",)),))),
    ("종류:의안,보도자료", Query((Narrow("kind", ("bill", "press")),))),
    ("종류:의", Query((Narrow("kind", ("bill", "request")),))),
    ("-종류:보도자료", Query((Exclude(Narrow("kind", ("press",))),))),
    ('의원:"김 ○○"', Query((Narrow("member", ("김 ○○",)),))),
    ("위원회:교통", Query((Narrow("committee", ("교통",)),))),
    ("회기:제213회", Query((Narrow("session", ("213",)),))),
    ("연도:2009년", Query((Narrow("year", ("2009",)),))),
    ("연도:2008..2009", Query((Period(date(2008, 1, 1), date(2009, 12, 31)),))),
    ("기간:2009-01..2009-02", Query((Period(date(2009, 1, 1), date(2009, 2, 28)),))),
    ("기간:2009.1.5~2009.2.6", Query((Period(date(2009, 1, 5), date(2009, 2, 6)),))),
    ("기간:2009..", Query((Period(date(2009, 1, 1), None),))),
    ("기간:..20090215", Query((Period(None, date(2009, 2, 15)),))),
    ("기간:2009-03..2009-01", Query((Period(date(2009, 1, 1), date(2009, 3, 31)),))),
    ("조문:지방자치법제41조", Query((Narrow("cites", ("지방자치법제41조",)),))),
    ("조문:지방자치법 제41조 요구",
     Query((Narrow("cites", ("지방자치법 제41조",)), Word("요구")))),
    ("번호:1234", Query((Narrow("number", ("1234",)),))),
    ("시점:2009-02-24 의회", Query((Word("의회"),), as_of=date(2009, 2, 24))),
    ("의회 연혁", Query((Word("의회"),), history=True)),
    ("의회 연혁 포함", Query((Word("의회"),), history=True)),
    ("의회 연혁포함", Query((Word("의회"),), history=True)),
    ("연혁", Query((Word("연혁"),))),
    ('"연혁" 기관', Query((Exact("연혁"), Word("기관")))),
    ("10:30", Query((Word("10:30"),))),
]  # fmt: skip

HALF_TYPED = [
    ('"비공', (Exact("비공"),), "닫는 따옴표"),
    ("종류:", (), "값을 적으세요"),
    ("종류:없는것", (), "모르는 종류"),
    ("시점:2009-02", (), "시점은 하루"),
    ("기간:2009-13", (), "기간을 읽지"),
    ("회기:이백", (), "모르는 회기"),
]


@pytest.mark.parametrize(("text", "query"), TABLE, ids=[text or "nothing" for text, _ in TABLE])
def test_what_a_query_means(text: str, query: Query) -> None:
    assert parse(text) == query


@pytest.mark.parametrize(("text", "clauses", "note"), HALF_TYPED)
def test_half_typed_is_understood_and_said(text: str, clauses: tuple[object], note: str) -> None:
    query = parse(text)
    assert query.clauses == clauses
    assert len(query.notes) == 1
    assert note in query.notes[0]


PIECES = st.sampled_from(
    ['"', "“", "」", "-", "OR", "또는", "종류:", "기간:", "시점:", "..", "조문:", " ", "연혁",
     "제41조", "의회", "2009", "\0", "\u3000", "ㄱ", "𠀀", ":", "|", "("]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES, max_size=200).map("".join)))
@settings(deadline=None)
def test_any_text_means_something(text: str) -> None:
    query = parse(text)
    assert len(query.clauses) <= MOST_CLAUSES
    for clause in query.clauses:
        if isinstance(clause, Either):
            assert len(clause.parts) >= 2


def test_a_long_query_is_cut_and_said() -> None:
    query = parse("가" * (LONGEST + 1))
    assert query.clauses == (Word("가" * LONGEST),)
    assert "앞 500자" in query.notes[0]
    many = parse(" ".join(["나"] * 100))
    assert len(many.clauses) == MOST_CLAUSES
    assert "앞 40개" in many.notes[0]
