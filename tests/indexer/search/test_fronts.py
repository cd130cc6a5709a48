"""What forward streams tell of the words a hit lacks is what the engine says."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from search_examples import paper

from indexer.engines.plan import AllOf, AnyOf, Node, Not, Phrase, Range, Term
from indexer.korean.analyser import Analyser
from indexer.korean.forward import MOST_LETTERS, MOST_TOKENS, decode, encode
from indexer.korean.letters import phrase_tokens
from indexer.search.fronts import Fronts, Told
from indexer.search.options import Options
from indexer.search.searcher import Searcher
from records.viewer import Viewer

ANALYSER = Analyser()
LONG = "예산을 심사하고 도로를 고치며 하천과 공원을 살핀다. " * 700
TEXTS = (
    "공영주차장의 요금을 정한다",
    "공영 주차장 요금, 감면",
    "공영(주차장) 요금",
    "비공개 대상 정보",
    "정보 공개 청구",
    "정보공개청구",
    "제38조의2제1항에 따른 과태료 1,234원",
    "행감 지적 사항",
    "행정사무감사 결과",
    f"{LONG} 공영주차장 요금",
    f"공영주차장 {LONG}",
    "市議會 조례 𠮷野家",
    "요금",
    "예산결산특별위원회",
)
PAPERS = tuple(
    paper(f"p{n:02}", text, title=f"{n}호 {'주차장' if n % 3 == 0 else '보고'}")
    for n, text in enumerate(TEXTS)
)
WORDS = (
    "공영주차장", "주차장", "요금", "감면", "비공개", "공개", "정보공개", "정보", "청구", "제38조의2",
    "과태료", "1,234", "행감", "행정사무감사", "예결위", "市議會", "시의회", "𠮷野家", "공원", "보고",
    '"정보 공개"', '"공영주차장"', '"주차장) 요"', "(행감 OR 요금)", "-감면",
)  # fmt: skip
OPERATOR = Viewer.parse("operator")


def lacking(searcher: Searcher, query: str) -> dict[str, tuple[str, ...]]:
    hits = searcher.search(query, OPERATOR, Options(size=50)).hits
    return {hit.id: hit.missing for hit in hits}


@settings(max_examples=40, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=4, unique=True))
def test_the_streams_tell_what_the_engine_says(searcher: Searcher, words: list[str]) -> None:
    query = " ".join(words)
    told = lacking(searcher, query)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Fronts, "told", _nothing)
        assert lacking(searcher, query) == told


def _nothing(self: Fronts, node: Node) -> Told:
    """As of a paper that has no stream."""
    none = np.zeros(len(self.papers.lengths), bool)
    return Told(none, ~none)


def fronts(*texts: str) -> Fronts:
    return Fronts(decode([encode([], [(text, ANALYSER.read(text))]) for text in texts]))


def said(node: Node, *texts: str) -> list[str]:
    """Of each text ``yes``, ``no``, or ``ask``."""
    told = fronts(*texts).told(node)
    return ["yes" if y else "ask" if m else "no" for y, m in zip(told.yes, told.maybe, strict=True)]


def test_a_word_stands_there_or_not() -> None:
    texts = ("주차장 요금", "하천", LONG)
    assert said(Term("text", "요금"), *texts) == ["yes", "no", "ask"]  # the last is longer
    assert said(Term("text", "하천"), *texts) == ["no", "yes", "yes"]
    assert said(AllOf((Term("text", "요금"), Not(Term("text", "하천")))), *texts) == [
        "yes", "no", "no",
    ]  # fmt: skip


def test_neighbours_stand_in_their_order_and_in_one_paper() -> None:
    pair = Term("text_pairs", "요금_감면")
    assert said(pair, "요금 감면", "감면 요금", "요금", "감면") == ["yes", "no", "no", "no"]


def test_only_the_engine_knows_of_spaces_between_letters() -> None:
    phrase = Phrase("letters", phrase_tokens("정보공개"))
    assert said(phrase, "정보공개", "정보 공개", "정보", "공개") == ["ask", "ask", "no", "no"]


def test_only_the_engine_knows_of_fields() -> None:
    member = AnyOf((Term("member", "김가나"), Term("text", "요금")))
    assert said(member, "요금", "하천") == ["yes", "ask"]
    assert said(Range("date", 1, 2), "요금") == ["ask"]


def test_a_hit_without_a_stream_is_asked_for() -> None:
    told = Fronts(decode([b""])).told(Term("text", "요금"))
    assert told.open.tolist() == [True]


def test_a_stream_is_cut_where_it_is_said() -> None:
    papers = decode([encode([], [(LONG, ANALYSER.read(LONG))])])
    assert papers.lengths.tolist() == [MOST_TOKENS]
    assert papers.sizes.tolist() == [MOST_LETTERS]
