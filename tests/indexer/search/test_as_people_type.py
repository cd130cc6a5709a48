"""Whatever way a query is typed, from the index to the hit, on both engines."""

from datetime import date

import pytest
from search_examples import paper

from indexer.search.searcher import Searcher
from records.model import Kind, Visibility
from records.viewer import Viewer

OPERATOR, PUBLIC = Viewer.parse("operator"), Viewer.parse("public")

PAPERS = (
    paper("bill", "의안을 심사한다.", title="의안 심사 결과", number="2000039", session=213,
          date=date(2009, 2, 24), committee="운영위원회"),
    paper("audit", "행정사무감사 결과를 보고한다.", title="2008년도 행정사무감사 결과보고서",
          kind=Kind.AUDIT, date=date(2008, 11, 20)),
    paper("activity", "의원의 의정활동을 돕는다.", title="의정활동 지원 계획", kind=Kind.REPORT,
          date=date(2009, 2, 3), members=("김철수",)),
    paper("parking", "서울특별시 공영주차장을 늘린다. 4차선 도로에 접한다.",
          title="서울특별시 공영주차장 조례안", date=date(2009, 5, 1), committee="교통위원회"),
    paper("demand", "의원 요구 자료를 낸다.", title="자료 제출", kind=Kind.REQUEST),
    paper("article", "지방자치법 제38조의2에 따른다.", title="조문 해설", kind=Kind.OTHER),
    paper("budget", "2009년도 예산을 심사한다.", title="예산 심사", date=date(2008, 12, 10)),
    paper("city", "시의회가 의결하였다.", title="의결 사항", kind=Kind.PRESS),
    paper("hanja", "市議會 開院 기념식", title="옛 문서", kind=Kind.OTHER),
    paper("safety", "산업안전보건법을 지킨다.", title="안전 점검", kind=Kind.OTHER),
    paper("special", "예산결산특별위원회를 연다.", title="위원회 개회", kind=Kind.OTHER),
    paper("spent", "예산을 모두 집행하였다.", title="집행 결과", kind=Kind.OTHER),
    paper("unspent", "예산이 미집행되었다.", title="결산 의견", kind=Kind.OTHER),
    paper("licensed", "허가를 받은 건축물이다.", title="건축물 허가", kind=Kind.OTHER),
    paper("unlicensed", "무허가 건축물을 정비한다.", title="정비 계획", kind=Kind.OTHER),
    paper("short", "예결위를 연다.", title="회의 소집", kind=Kind.OTHER),
    paper("slang", "올해 행감에서 지적되었다.", title="지적 사항", kind=Kind.PRESS),
    paper("camera", "CCTV를 단다.", title="방범 계획", kind=Kind.OTHER),
    paper("secret", "비밀특구개발을 검토한다.", title="비밀특구개발 검토",
          visibility=Visibility.STAFF),
)  # fmt: skip

TYPED = [
    ("ㅎㅈㅅㅁㄱㅅ", "audit"),
    ("ㄱㅇㅈㅊㅈ", "parking"),
    ("서울특별시 ㄱ", "parking"),
    ("서울특별시 공영주ㅊ", "parking"),
    ("의정활도", "activity"),
    ("의정활돋", "activity"),
    ("의정할동", "activity"),
    ("공용주차장", "parking"),
    ("dmldks", "bill"),
    ("godwjdtkanrkatk", "audit"),
    ("dmldks tlatk", "bill"),
    ("ㅊㅊㅅㅍ", "camera"),
    ("의원요구자료", "demand"),
    ("의원 요구 자료", "demand"),
    ("의정 활동", "activity"),
    ("제38조의2", "article"),
    ("제 38 조의 2", "article"),
    ("지방자치법제38조의2", "article"),
    ("2009년도 예산", "budget"),
    ("4차선", "parking"),
    ("４차선", "parking"),
    ("4 차선", "parking"),
    ("의안번호 2000039", "bill"),
    ("2000039", "bill"),
    ("２０００03９", "bill"),
    ("市議會", "hanja"),
    ("市議會", "city"),
    ("시의회", "hanja"),
    ("行政事務監査", "audit"),
    ("미집행", "unspent"),
    ("무허가 건축물", "unlicensed"),
    ("예산결산 특별위원회", "short"),
    ("행정사무감사", "slang"),
    ("행감", "audit"),
    ("산안법", "safety"),
    ("예결위", "special"),
    ("ＣＣＴＶ", "camera"),
]


@pytest.mark.parametrize(("query", "name"), TYPED, ids=[query for query, _ in TYPED])
def test_finds_its_target_among_the_first_three(searcher: Searcher, query: str, name: str) -> None:
    hits = searcher.search(query, OPERATOR).hits[:3]
    assert f"t:{name}" in [hit.document for hit in hits]


def test_what_was_read_instead_is_said(searcher: Searcher) -> None:
    results = searcher.search("dmldks", OPERATOR)
    assert results.instead == "의안"
    assert "한/영 전환: ‘dmldks’ → ‘의안’" in results.interpreted
    assert results.hits[0].missing == ()
    assert searcher.locate("dmldks", "t:bill", OPERATOR)[0].marks


def test_what_is_found_as_typed_stays_as_it_is(searcher: Searcher) -> None:
    for query in ("의안", "의정활동", "CCTV", "市議會", "의안 공영주차장"):
        assert searcher.search(query, OPERATOR).instead is None
    assert searcher.search("市議會", OPERATOR).hits[0].document == "t:hanja"


def test_a_half_syllable_that_leads_nowhere_is_set_aside(searcher: Searcher) -> None:
    results = searcher.search("공영주차장 ㅋ", OPERATOR)
    assert results.instead == "공영주차장"
    assert "쓰다 만 글자를 빼고 찾음: ‘ㅋ’" in results.interpreted


@pytest.mark.parametrize(
    "query", ["ㅂㅁㅌㄱㄱㅂ", "비밀특구개밝", "qlalfxmrrnroqkf", "비밀특구개ㅂ"]
)
def test_no_reading_names_what_is_closed(searcher: Searcher, query: str) -> None:
    assert searcher.search(query, OPERATOR).hits[0].document == "t:secret"
    closed = searcher.search(query, PUBLIC)
    assert (closed.total, closed.instead, closed.others) == (0, None, ())
    assert "비밀특구개발" not in " ".join(closed.interpreted)


@pytest.mark.parametrize("query", ["의안", "dmldks", "ㅇㅇ", "議案"])
def test_suggestions_take_the_same_slips(searcher: Searcher, query: str) -> None:
    texts = [one.text for one in searcher.suggest(query, PUBLIC)]
    assert "의안 심사 결과" in texts


INTENTS = [
    ("제213회", "session", "제213회", "bill"),
    ("제213회 임시회", "session", "제213회", "bill"),
    ("2009년 2월", "date", "2009-02-01 ~ 2009-02-28", "bill"),
    ("김철수", "member", "김철수", "activity"),
    ("김철수의원", "member", "김철수", "activity"),
    ("교통위원회", "committee", "교통위원회", "parking"),
    ("교통위", "committee", "교통위원회", "parking"),
    ("교통 위원회", "committee", "교통위원회", "parking"),
    ("의안번호 2000039", "number", "2000039", "bill"),
    ("제38조의2", "article", "제38조의2", "article"),
]


@pytest.mark.parametrize(("query", "what", "label", "name"), INTENTS)
def test_what_a_query_names_is_recognised_and_can_be_taken_back(
    searcher: Searcher, query: str, what: str, label: str, name: str
) -> None:
    results = searcher.search(query, OPERATOR)
    (intent,) = results.intents
    assert (intent.what, intent.label, intent.text) == (what, label, query)
    assert f"t:{name}" in [hit.document for hit in results.hits if not hit.missing]
    assert any(label in said for said in results.interpreted)
    assert intent.without == f'"{query}"'
    assert searcher.search(intent.without, OPERATOR).intents == ()


@pytest.mark.parametrize(
    ("query", "contrary"), [("미집행", "t:spent"), ("무허가", "t:licensed"), ("비공개", "t:open")]
)
def test_the_contrary_is_not_found(searcher: Searcher, query: str, contrary: str) -> None:
    assert contrary not in [hit.document for hit in searcher.search(query, OPERATOR).hits]


def test_an_intent_adds_and_takes_nothing_away(searcher: Searcher) -> None:
    results = searcher.search("2009년도 예산", OPERATOR)
    assert results.hits[0].document == "t:budget"
    assert results.hits[0].date == date(2008, 12, 10)


def test_a_name_that_is_closed_is_no_intent(searcher: Searcher) -> None:
    assert searcher.search("비밀특구개발", PUBLIC).intents == ()
