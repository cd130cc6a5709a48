"""Search as people meet it: small papers, the real analyser, the real engines."""

from collections.abc import Iterator
from datetime import date

import pytest
from engine_examples import Engines
from search_examples import fill, law, law_units, paper

from indexer.korean.analyser import Analyser
from indexer.search.options import Options
from indexer.search.results import Results
from indexer.search.searcher import Searcher, as_json
from indexer.units import document_units
from records.model import FOREVER, Kind
from records.viewer import Viewer
from records.visibility import readers_of

OPERATOR = Viewer.parse("operator")

PAPERS = (
    paper("allowance", "지방의회의원의 의정활동비를 지급하는 기준을 정한다.", title="의정활동비 조례안",
          date=date(2009, 1, 20), committee="운영위원회", members=("김철수",), number="1234",
          session=213),
    paper("closed", "회의록 비공개 결정을 의결하였다.", title="비공개 결정",
          kind=Kind.MINUTES, date=date(2009, 2, 3), committee="교통위원회", session=213),
    paper("open", "정보를 공개하고 비가 오는 날의 대책을 세운다.", title="정보 공개",
          kind=Kind.PRESS, date=date(2009, 3, 5)),
    paper("demand", "의원이 요구한 자료를 낸다.", title="자료 제출", kind=Kind.REQUEST,
          date=date(2009, 3, 31), agency="도시교통본부", members=("김철수", "이영희")),
    paper("audit", "행정사무감사 결과를 보고한다. 공영주차장 요금을 올렸다.", title="감사 결과",
          kind=Kind.AUDIT, date=date(2008, 11, 20), committee="교통위원회"),
    paper("parking", "공영주차장 요금을 내렸다.\n주차장을 더 짓는다.", title="주차장",
          kind=Kind.AUDIT, date=date(2008, 12, 1)),
    paper("undated", "날짜를 알 수 없는 주차장 자료", title="오래된 문서", kind=Kind.OTHER),
)  # fmt: skip

ACT = law(
    "지방자치법",
    [
        (date(2000, 1, 1), date(2008, 1, 1), "제41조(요구) 의회는 서류의 제출을 요구할 수 있다."),
        (date(2008, 1, 1), FOREVER, "제41조(요구) 의회는 의장을 거쳐 서류제출을 요구한다."),
    ],
)

DECREE = law(
    "지방자치법 시행령",
    [(date(2000, 1, 1), FOREVER, "제41조(절차) 청구의 절차를 정한다.")],
    law_id="000002",
)
CITING = paper("citing", "같은 법 제41조에 따른 것이다.", title="인용", kind=Kind.REPORT)


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser()


@pytest.fixture(scope="module", params=["embedded", "elastic"])
def searcher(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, analyser: Analyser
) -> Iterator[Searcher]:
    url = request.getfixturevalue("elasticsearch_url") if request.param == "elastic" else None
    engines = Engines(request.param, tmp_path_factory.mktemp("index"), url)
    engine = engines.open()
    cited = document_units(CITING, readers_of(CITING), analyser, cites=("000001:제41조",))
    laws = [law_units(one, analyser) for one in (ACT, DECREE)]
    fill(engine, analyser, [*PAPERS, cited, *laws])
    yield Searcher(engine, analyser)
    engines.close()


def full(results: Results) -> set[str]:
    return {hit.document.removeprefix("t:") for hit in results.hits if not hit.missing}


FOUND = [
    ("의정활동비를", {"allowance"}),
    ("지방의회의원의 의정활동비", {"allowance"}),
    ("지방의회 의정활동비", {"allowance"}),
    ("비공개", {"closed"}),
    ("의원요구자료", {"demand"}),
    ("의원 요구 자료", {"demand"}),
    ("행감", {"audit"}),
    ("행정사무감사", {"audit"}),
    ("공영주차장 요금", {"audit", "parking"}),
    ("공영 주차장의 요금은", {"audit", "parking"}),
    ("공영주차장 -행정사무감사", {"parking"}),
    ('공영주차장 -"요금을 올렸다"', {"parking"}),
    ('"요금을 올렸다"', {"audit"}),
    ('"요금을올렸다"', set()),
    ('"주차장"', {"audit", "parking", "undated"}),
    ("의정활동비 OR 비공개", {"allowance", "closed"}),
    ("비공개 OR 종류:의안", {"allowance", "closed"}),
    ("공영주차장 의정활동비 또는 행정사무감사", {"audit"}),
    ("종류:감사자료", {"audit", "parking"}),
    ("종류:감사자료 -위원회:교통", {"parking"}),
    ("위원회:교통", {"audit", "closed"}),
    ("위원회:교통위원회 종류:회의록", {"closed"}),
    ("기관:교통본부", {"demand"}),
    ("의원:김철수", {"allowance", "demand"}),
    ("의원:김철수 의원:이영희", {"demand"}),
    ("회기:213", {"allowance", "closed"}),
    ("연도:2009 종류:보도자료", {"open"}),
    ("기간:2009-01..2009-02", {"allowance", "closed"}),
    ("기간:..2008", {"audit", "parking"}),
    ("번호:1234", {"allowance"}),
    ("1234", {"allowance"}),
    ("의안번호 1234호", {"allowance"}),
    ("김철수", {"allowance", "demand"}),
    ("없는낱말뿐", set()),
]


@pytest.mark.parametrize(("query", "ids"), FOUND, ids=[query for query, _ in FOUND])
def test_what_is_found(searcher: Searcher, query: str, ids: set[str]) -> None:
    results = searcher.search(query, OPERATOR, Options(as_of=date(2007, 1, 1), size=20))
    assert full(results) - {"law:000001", "law:000002"} == ids
    assert results.total == sum(1 for hit in results.hits if not hit.missing)


def test_text_in_force_on_the_day(searcher: Searcher) -> None:
    now = searcher.search("서류 제출", OPERATOR)
    then = searcher.search("서류 제출 시점:2005-06-01", OPERATOR)
    before = searcher.search("서류 제출 시점:1999-12-31", OPERATOR)
    assert (now.total, then.total, before.total) == (1, 1, 0)
    assert "의장을 거쳐" in now.hits[0].passages[0].text
    assert "의장을 거쳐" not in then.hits[0].passages[0].text
    assert now.groups == {"법령": 1, "조문": 1}
    assert "시점: 2005-06-01" in then.interpreted


def test_history_gives_each_article_once(searcher: Searcher) -> None:
    results = searcher.search("서류 제출 연혁 포함", OPERATOR)
    assert [hit.id for hit in results.hits if not hit.missing] == ["law:000001#제41조"]
    assert results.total == 1
    assert len(results.hits[0].passages) == 2


def test_an_article_by_name_comes_first(searcher: Searcher) -> None:
    for query in ("지방자치법 제41조", "지방자치법제41조"):
        assert searcher.search(query, OPERATOR).hits[0].id == "law:000001#제41조"


def test_papers_that_cite_an_article(searcher: Searcher) -> None:
    for query in ("조문:지방자치법제41조", "조문:지방자치법 제41조", '조문:"지방자치법 제41조"'):
        assert "citing" in full(searcher.search(query, OPERATOR))
    decree = searcher.search('조문:"지방자치법 시행령 제41조"', OPERATOR)
    assert full(decree) == {"law:000002"}


def test_marks_point_at_the_words(searcher: Searcher) -> None:
    hit = searcher.search("공영 주차장의 요금은", OPERATOR).hits[0]
    passage = hit.passages[0]
    marked = [passage.text[start:end] for start, end in passage.marks]
    assert marked == ["공영주차장", "요금"]
    assert passage.page == 1


def test_near_papers_follow_and_say_what_they_lack(searcher: Searcher) -> None:
    results = searcher.search("공영주차장 행정사무감사", OPERATOR)
    assert results.total == 1
    first, *rest = results.hits
    assert (first.document, first.missing) == ("t:audit", ())
    assert results.near == len(rest) >= 1
    assert {hit.document: hit.missing for hit in rest}["t:parking"] == ("행정사무감사",)


def test_a_compound_written_together_is_near_by_its_parts(searcher: Searcher) -> None:
    results = searcher.search("의정활동비지급기준고시", OPERATOR)
    assert results.total == 0
    assert results.hits[0].document == "t:allowance"
    assert results.hits[0].missing == ("의정활동비지급기준고시",)


def test_nothing_is_near_to_a_word_but_itself(searcher: Searcher) -> None:
    for query in ("비공개", '"비공개"'):
        results = searcher.search(query, OPERATOR)
        assert [hit.document for hit in results.hits] == ["t:closed"]


def test_nothing_near_while_full_matches_fill_the_page(searcher: Searcher) -> None:
    results = searcher.search("공영주차장 요금", OPERATOR, Options(size=2))
    assert (results.total, len(results.hits), results.near) == (2, 2, 0)


def test_pages_have_no_gaps_and_no_doubles(searcher: Searcher) -> None:
    every = searcher.search("주차장 요금", OPERATOR, Options(size=20)).hits
    pages = [
        hit
        for offset in range(0, 20, 2)
        for hit in searcher.search("주차장 요금", OPERATOR, Options(size=2, offset=offset)).hits
    ]
    assert [hit.id for hit in pages] == [hit.id for hit in every]
    assert len({hit.id for hit in pages}) == len(pages)


def test_newest_first_without_words(searcher: Searcher) -> None:
    days = [hit.date for hit in searcher.search("회기:213", OPERATOR).hits]
    assert days == [date(2009, 2, 3), date(2009, 1, 20)]
    oldest = searcher.search("회기:213", OPERATOR, Options(sort="oldest"))
    assert [hit.date for hit in oldest.hits] == days[::-1]


def test_options_narrow_and_facets_leave_out_their_own_filter(searcher: Searcher) -> None:
    options = Options(kinds=("audit",), committee="교통위원회")
    results = searcher.search("요금", OPERATOR, options)
    assert full(results) == {"audit"}
    assert [(c.value, c.label, c.count) for c in results.facets["committee"]] == [
        ("교통위원회", "교통위원회", 1)
    ]
    kinds = searcher.search("주차장", OPERATOR, Options(kinds=("audit",))).facets["kind"]
    assert {count.value: count.count for count in kinds} == {"audit": 2, "other": 1}
    dated = searcher.search("주차장", OPERATOR, Options(date_from=date(2008, 11, 30)))
    assert full(dated) == {"parking"}


def test_what_was_understood_is_said(searcher: Searcher) -> None:
    said = searcher.search(
        '행감 "요금" -보도 위원회:교통 종류:감사 시점:2009', OPERATOR
    ).interpreted
    assert said == (
        "모두: 행감",
        "같은 말: 행감 = 행정사무감사",
        "그대로: “요금”",
        "제외: 보도",
        "위원회: 교통위원회",
        "종류: 행정사무감사자료",
        "시점은 하루여야 합니다: ‘2009’ (예: 시점:2009-02-24)",
    )


def test_locate_gives_every_marked_passage_in_order(searcher: Searcher) -> None:
    passages = searcher.locate("주차장", "t:parking", OPERATOR)
    assert [(p.page, p.text[slice(*p.marks[0])]) for p in passages] == [
        (1, "주차장"),
        (2, "주차장"),
    ]
    assert searcher.locate("주차장", "t:unknown", OPERATOR) == ()


def test_json_of_the_command_line(searcher: Searcher) -> None:
    answer = as_json(searcher.search("의정활동비", OPERATOR))
    hit = answer["hits"][0]
    assert hit["id"] == "t:allowance"
    assert hit["date"] == "2009-01-20"
    assert hit["details"]["number"] == "1234"
    assert hit["passages"][0]["marks"] == [[8, 13]]
    assert answer["total"] == 1
    assert answer["facets"]["year"] == [{"value": "2009", "label": "2009년", "count": 1}]


ODD = ["", " ", '"', "-", "OR", "의", "ㄱ", "가", "!!!", "종류:", '"가', "\0", "𠀀", "제41조",
       '-""', "( OR )", "a" * 600, "가 " * 300, "-의정활동비", "시점:2009-02-30"]  # fmt: skip


@pytest.mark.parametrize("query", ODD)
def test_odd_queries_are_answered(searcher: Searcher, query: str) -> None:
    results = searcher.search(query, OPERATOR)
    assert results.total >= 0
    assert isinstance(as_json(results), dict)


def test_words_beside_or_score_too(searcher: Searcher) -> None:
    results = searcher.search("공영주차장 또는 행정사무감사 요금 결과", OPERATOR)
    assert results.hits[0].document == "t:audit"
