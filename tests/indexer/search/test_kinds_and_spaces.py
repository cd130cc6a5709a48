"""A question that says what kind of paper is wanted, or is written together, on both engines."""

from datetime import date

import pytest
from search_examples import paper

from indexer.search.searcher import Searcher
from indexer.search.typed.spacing import apart
from records.model import Kind
from records.viewer import Viewer

PUBLIC = Viewer.parse("public")
PAPERS = (
    paper("minutes", "박다온 의원이 조례안을 설명하였다. 박다온 의원이 답하였다. 조례안을 가결하였다.",
          title="교통위원회 회의록", kind=Kind.MINUTES, members=("박다온",)),
    paper("bill", "빈집 철거를 돕는다. 발의자: 박다온 의원", title="빈집 정비 조례 일부개정조례안",
          members=("박다온",), number="2026-014", date=date(2026, 3, 2)),
    paper("press", "의안번호 제2026-014호를 의결하였다.", title="빈집 정비 조례 의결",
          kind=Kind.PRESS, number="2026-014"),
    paper("audit", "빈집 철거 실적은 12호이다.", title="빈집 정비", kind=Kind.AUDIT),
    paper("study", "감사자료에서 빈집 철거 실적을 보았다. 감사자료는 감사자료이다.",
          title="빈집 정비 연구", kind=Kind.RESEARCH),
)  # fmt: skip


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("박다온 의원이 낸 조례안", "bill"),
        ("박다온 회의록", "minutes"),
        ("빈집 보도자료", "press"),
        ("빈집 감사자료", "audit"),
        ("의안번호 2026-014", "bill"),
        ("제2026-014호", "bill"),
        ("빈집철거실적", "audit"),
    ],
)
def test_the_paper_that_was_meant_comes_first(searcher: Searcher, query: str, first: str) -> None:
    assert searcher.search(query, PUBLIC).hits[0].document == f"t:{first}"


def test_the_kind_is_taken_back_by_quoting_it(searcher: Searcher) -> None:
    results = searcher.search("빈집 감사자료", PUBLIC)
    (intent,) = results.intents
    assert (intent.what, intent.label, intent.without) == (
        "kind", "행정사무감사자료", '빈집 "감사자료"',
    )  # fmt: skip
    assert [hit.document for hit in searcher.search(intent.without, PUBLIC).hits] == ["t:study"]


def test_a_kind_by_itself_is_a_word_like_any_other(searcher: Searcher) -> None:
    assert searcher.search("감사자료", PUBLIC).intents == ()


def test_what_was_taken_apart_is_said(searcher: Searcher) -> None:
    results = searcher.search("빈집철거실적", PUBLIC)
    assert results.instead == "빈집철거 실적"
    assert "띄어쓰기: ‘빈집철거실적’ → ‘빈집철거 실적’" in results.interpreted


@pytest.mark.parametrize("word", ["빈집", "가나다라마바", "빈집철거실적" * 9])
def test_what_papers_do_not_know_stays_together(word: str) -> None:
    assert apart(word, {"빈집": 3}) is None
