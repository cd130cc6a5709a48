"""Citations in the forms people write, each a small example; and the guards against what is none."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.statutes.cite.model import Citation, CitationKind, Within
from indexer.statutes.cite.names import Names, known_names
from indexer.statutes.cite.reader import read_citations
from indexer.statutes.cite.resolve import HeldLaws, OwnFirst, resolve
from indexer.statutes.cite.within import declared_in, within_of
from records.model import Article, Version

NAMES = known_names(["지방자치법", "지방자치법 시행령", "도로법", "상속세 및 증여세법"])
ROAD = Within("도로법 시행규칙", "도로법", "도로법 시행령", {}, "제9조")


def short(citation: Citation) -> str:
    """``law 제1조.2.3.가/part~to`` of a citation, what is not said left out."""
    units = citation.units
    named = [x for x in (units.article, units.paragraph, units.item, units.subitem) if x]
    place = ".".join(named) + (f"/{units.part}" if units.part else "")
    to = citation.to
    upto = [x for x in (to.article, to.paragraph, to.item, to.subitem) if x] if to else []
    number = f" {citation.kind.value}{citation.number or ''}" if citation.kind != "law" else ""
    law = citation.law or "?"
    return f"{law}{number} {place}{'~' if upto else ''}{'.'.join(upto)}".strip()


def read(text: str, within: Within | None = None) -> list[str]:
    found = read_citations(text, NAMES, within)
    assert all(text[one.start : one.end] == one.text for one in found)
    return [short(one) for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("「지방자치법」 제41조제1항에 따라", ["지방자치법 제41조.1"]),
        ("지방자치법시행령 제3조 제2호 가목", ["지방자치법 시행령 제3조.2.가"]),
        ("｢도로법｣ 제5조의2제1항 단서", ["도로법 제5조의2.1/단서"]),
        ("「도로법」 제4조ㆍ제4조의2 및 제6조", ["도로법 제4조", "도로법 제4조의2", "도로법 제6조"]),
        ("「도로법」 제4조제1항ㆍ제2항", ["도로법 제4조.1", "도로법 제4조.2"]),
        ("「도로법」 제2조제1호부터 제4호까지", ["도로법 제2조.1~4"]),
        ("도로법 제6조 내지 제9조", ["도로법 제6조~제9조"]),
        ("「도로법」 제2조제1항제3호나목부터 라목까지", ["도로법 제2조.1.3.나~라"]),
        ("「도로법」과 같은 법 시행령 제5조", ["도로법", "도로법 시행령 제5조"]),
        ("「도로법 시행령」 제5조 및 같은 법 제7조", ["도로법 시행령 제5조", "도로법 제7조"]),
        ("「도로법」 제5조제1항 및 같은 조 제3항", ["도로법 제5조.1", "도로법 제5조.3"]),
        ("「도로법」 제5조제1항제2호, 같은 항 제3호", ["도로법 제5조.1.2", "도로법 제5조.1.3"]),
        ("도로법 제76조 【가산세】 제7항", ["도로법 제76조.7"]),
        ("상속세및증여세법 제18조", ["상속세 및 증여세법 제18조"]),
        ("「도로법」(이하 \"법\"이라 한다) 제2조에 따라 법 제3조", ["도로법 제2조", "도로법 제3조"]),
        ("「도로법」 제1항 각 호 외의 부분 단서", ["도로법 1/단서"]),
        ("「도로법」 별표 1의2 제2호가목", ["도로법 annex1의2 2.가"]),
        ("「도로법 시행규칙」 별지 제3호서식", ["도로법 시행규칙 form3"]),
        ("법률 제10522호 「도로법」 부칙 제27조제1항", ["도로법 addenda10522 제27조.1"]),
        ("「시연에 관한 조례」 제3조", ["시연에 관한 조례 제3조"]),
        ("「국가보안법」(제10조를 제외한다)", ["국가보안법", "국가보안법 제10조"]),
        ("현행법 제5조", ["? 제5조"]),
        ("「행정기관의 통칙」 제29조제2항", ["행정기관의 통칙 제29조.2"]),
        ("「형법」 제332조(제329조의 상습범으로 한정한다)", ["형법 제332조", "형법 제329조"]),
        ("「형법」 제2편제38장 절도와 강도의 죄 중 제333조(강도), 제334조(특수강도)",
         ["형법", "형법 제333조", "형법 제334조"]),
        ("「도로법」 제5조(가. 다만, 나는 제외한다), 제6조", ["도로법 제5조", "도로법 제6조"]),
        ("「도로법」 제2조제1호가목2), 제3조", ["도로법 제2조.1.가", "도로법 제3조"]),
        ("「도로법」 제106조의 3 제2항의 단서의 규정", ["도로법 제106조의3.2/단서"]),
        ("도로법 제106조3 【점용】", ["도로법 제106조의3"]),
        ("도로법 제104조 제1항 제2의 3호에 의거", ["도로법 제104조.1.2의3"]),
        ("구지방자치법 제9조 및 같은법 제10조", ["지방자치법 제9조", "지방자치법 제10조"]),
        ("토지시연정리법의 규정에 의한 환지", ["토지시연정리법"]),
        ("도로법 시행령 제9조의『법 제95조의 차익』", ["도로법 시행령 제9조", "도로법 제95조"]),
        ("63조와 65조 4항, 2조(정의)에도", ["? 제63조", "? 제65조.4", "? 제2조"]),
        ("도로법 제9조와 시행령 164조 ③, ⑩에", ["도로법 제9조", "도로법 시행령 제164조.3", "도로법 시행령 제164조.10"]),
    ],
)  # fmt: skip
def test_citations_of_laws(text: str, found: list[str]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("법 제5조와 영 제3조", ["도로법 제5조", "도로법 시행령 제3조"]),
        ("영 제21조제2항 및 별표 5", ["도로법 시행령 제21조.2", "도로법 시행령 annex5"]),
        ("제9조(점용)\n① 제2항에 따라", ["도로법 시행규칙 제9조.2"]),
        ("제9조(점용)\n② 다음과 같다.\n1. 제2호의 것", ["도로법 시행규칙 제9조.2.2"]),
        ("이 규칙에서 정한 바", ["도로법 시행규칙"]),
        ('기관(이하 "기관"이라 한다)이 법 제5조에', ["도로법 제5조"]),
        ('법 제90조제3항 중 "제89조"는', ["도로법 제90조.3", "도로법 제89조"]),
        (
            '「시연법 시행령」(이하 이 조에서 "영"이라 한다)의 영 제3조',
            ["시연법 시행령", "시연법 시행령 제3조"],
        ),
        ("같은 조 제1항", ["? 1"]),
        ("③ 전항에 따라", ["도로법 시행규칙 제9조.2"]),
        (
            "「도로법」 제5조(같은 조 제1항은 제외한다), 제6조",
            ["도로법 제5조", "도로법 제5조.1", "도로법 제6조"],
        ),
        ("「형법」 제5조의 죄 또는 그 미수죄, 제6조", ["형법 제5조", "형법 제6조"]),
        (
            "「형법」 제5조(제4조제1항, 제6조의 미수범은 제외한다)",
            ["형법 제5조", "형법 제4조.1", "형법 제6조"],
        ),
        (
            "「형법」 제8조(결혼을 목적으로 제7조의 죄를 범한 경우는 뺀다)",
            ["형법 제8조", "형법 제7조"],
        ),
        (
            "제5조제1항 각 호(제2호나목은 제외한다)",
            ["도로법 시행규칙 제5조.1", "도로법 시행규칙 제5조.1.2.나"],
        ),
        ("「형법」 제2조(수뢰)부터 제4조(증뢰)까지", ["형법 제2조~제4조"]),
        (
            "「형법」 제2편 내란의 죄 중 제8조의 죄, 제3장 외환의 죄중 제9조",
            ["형법", "형법 제8조", "형법 제9조"],
        ),
        ("「형법」 중 제5조, 제6조", ["형법 제5조", "형법 제6조"]),
        ('법 제5조제2항에서 "제1항에 따른 사람"이란', ["도로법 제5조.2", "도로법 제5조.1"]),
        (
            '「형법」 제5조를 준용한다. 이 경우 제5조제1항 중 "갑"은 "을"로, 같은 조 제2항 중 "병"은',
            ["형법 제5조", "형법 제5조.1", "형법 제5조.2"],
        ),
        (
            "법률 제12663호 상속세및증여세법 일부개정법률 부칙 제7조",
            ["상속세 및 증여세법 addenda12663 제7조"],
        ),
        ("법률 제7638호 부칙 제6조제2항", ["? addenda7638 제6조.2"]),
        (
            "「도로법」 제5조제1항 전단ㆍ후단, 제6조",
            ["도로법 제5조.1/전단", "도로법 제6조"],
        ),
        ("법      │\n│제5조를 적용하여", ["도로법 제5조"]),
        ("법ㆍ영 및 이 규칙에 따라", ["도로법", "도로법 시행령", "도로법 시행규칙"]),
        ("다른 법령에 따른 제한이나 이 법에", ["도로법"]),
        ("음수인 경우 영으로 본다", []),
        (
            "별지 제1-3호서식과 별지 제4호 양식",
            ["도로법 시행규칙 form1-3", "도로법 시행규칙 form4"],
        ),
        ("별지 제1호서식 또는 제2호서식", ["도로법 시행규칙 form1", "도로법 시행규칙 form2"]),
        ("부칙 제3조", ["도로법 시행규칙 addenda 제3조"]),
    ],
)
def test_citations_inside_a_statute(text: str, found: list[str]) -> None:
    assert read(text, ROAD) == found


@pytest.mark.parametrize(
    "text",
    [
        "노동법을 배우는 사람",
        "동영상을 올린다",
        "<개정 2011.5.19> [본조신설 2011.5.19] [제5조에서 이동 <2011.5.19>]",
        "「도로법 일부개정법률안」",
        "다른 법에 따라, 관련 법령에서",
        "이 법인은 방법을 찾아",
        "법률 제1234호",
        "예산 61조 원",
        "「개정 판정방법」에 대하여",
        "헌법재판소가 정한",
        "과목, 항목, 종목",
        "영도구와 영등포구",
        "현행법 제4장의 규정",
        "「도로법」(의안번호 제9005호)의 의결",
        "「도로법 시행령 일부개정령(안)」",
        "법률 제4206호 도로법중개정법률의 시행",
        "도로법 전부개\n정안에서",
    ],
)
def test_what_is_no_citation(text: str) -> None:
    assert read(text) == []


def test_an_article_of_a_draft_is_never_one_of_the_law() -> None:
    found = read_citations("(안 제5조제1항 및 제6조 신설, 안 제7조)", NAMES)
    assert [short(one) for one in found] == ["? draft 제5조.1", "? draft 제6조", "? draft 제7조"]
    assert all(one.kind is CitationKind.DRAFT and one.law is None for one in found)


def test_after_the_title_of_a_draft_its_articles_are_listed() -> None:
    found = read_citations("(안 제명, 제1조, 제6조제4호ㆍ제6호 신설)", NAMES)
    assert [(one.text, short(one)) for one in found] == [
        ("제1조", "? draft 제1조"),
        ("제6조제4호", "? draft 제6조.4"),
        ("제6호", "? draft 제6조.6"),
    ]


def test_a_treaty_by_its_declared_name_counts_only_with_a_unit() -> None:
    declared = {"시연협약": "시연에 관한 국제연합 협약"}
    within = Within("도로법", declared=declared, article="제4조")
    assert read("시연협약의 당사국과 시연협약 제3조", within) == ["시연에 관한 국제연합 협약 제3조"]


def test_an_article_after_one_of_the_act_may_be_the_own_one() -> None:
    """The Act's 제7조 has no 제2항, the rule's has."""
    day = date(2020, 1, 1)
    act = (Article("제5조", None, "제5조\n① 가"), Article("제7조", None, "제7조 나"))
    own = (Article("제7조", None, "제7조\n① 다\n② 라"),)
    laws = HeldLaws(
        [
            Version("1", "1", day, "도로법", "법률", articles=act),
            Version("2", "2", day, "도로법 시행규칙", "부령", articles=own),
        ]
    )
    found = resolve(read_citations("법 제5조제1항 또는 제7조제2항, 제7조", NAMES, ROAD), laws)
    assert [one.law for one in found] == ["도로법", "도로법 시행규칙", "도로법"]
    assert all(one.resolved for one in found)


def test_an_article_that_the_own_statute_lacks_is_of_the_law_just_named() -> None:
    day = date(2020, 1, 1)
    act = tuple(Article(key, None, f"{key} 가") for key in ("제5조", "제7조", "제8조"))
    own = (Article("제8조", None, "제8조 삭제 <2019. 1. 1.>"), Article("제9조", None, "제9조 나"))
    laws = HeldLaws(
        [
            Version("1", "1", day, "도로법", "법률", articles=act),
            Version("2", "2", day, "도로법 시행규칙", "부령", articles=own),
        ]
    )
    text = "「도로법」 제5조의 점용 및 제7조의 사용, 제8조의 수익. 제7조"
    found = resolve(read_citations(text, NAMES, ROAD), laws)
    assert [one.law for one in found][:3] == ["도로법", "도로법", "도로법 시행규칙"]
    assert [one.resolved for one in found][:3] == [True, True, False]


def test_a_law_above_is_spelled_as_the_dictionary_spells_it() -> None:
    within = Within("상속세및증여세법 시행규칙", "상속세및증여세법", article="제2조")
    assert read("법 제3조", within) == ["상속세 및 증여세법 제3조"]


def test_a_declared_name_stands_for_its_law() -> None:
    text = "「지방자치법」(이하 “자치법”이라 한다)에 따라 자치법 제41조"
    assert read(text) == ["지방자치법", "지방자치법 제41조"]
    assert declared_in('민사조정법(이하 "법"이라 한다)') == {"법": "민사조정법"}


def test_a_statute_knows_the_law_above_it() -> None:
    article = Article("제1조", "목적", '제1조(목적) 이 영은 「도로법」(이하 "법"이라 한다)에서')
    own = Version("1", "1", date(2009, 2, 24), "도로법 시행령", "대통령령", articles=(article,))
    within = within_of(own)
    assert (within.act, dict(within.declared)) == ("도로법", {"법": "도로법"})


def test_a_short_name_is_declared_in_many_ways() -> None:
    assert declared_in('도로관리법률(이하 "法"이라고 한다)') == {"법": "도로관리법률"}
    assert declared_in("「도로법」(이하, 법이라 한다) 제2조와 동법 시행령(이하 “영”이라 한다)") == {
        "법": "도로법",
        "영": "도로법 시행령",
    }
    assert declared_in('「도로법」 제2조에 따른 통제기준(이하 "통제기준"이라 한다)') == {}


def test_a_rule_that_declares_its_decree_means_the_act_beside_it_by_law() -> None:
    article = Article("제2조", None, '제2조 「도로법 시행령」(이하 "영"이라 한다) 제3조')
    own = Version("1", "1", date(2009, 2, 24), "점용 규칙", "부령", articles=(article,))
    assert read("법 제5조와 영 제3조", within_of(own)) == ["도로법 제5조", "도로법 시행령 제3조"]
    assert read("다른 법에 따라 법을 지킨다", within_of(own)) == []


def test_the_rule_of_a_decree_has_no_act_in_its_title() -> None:
    own = Version("1", "1", date(2009, 2, 24), "여비 규정 시행규칙", "부령")
    assert (within_of(own).act, within_of(own).decree) == (None, "여비 규정")


def test_a_quoted_statute_is_read_as_itself() -> None:
    text = "○ 도로법시행규칙 제10조 【점용】\n① 영 제28조에 따른 것은 별표 1에 의한다.\n② 제1항의"
    assert read(text) == [
        "도로법 시행규칙 제10조",
        "도로법 시행령 제28조",
        "도로법 시행규칙 annex1",
        "도로법 시행규칙 제10조.1",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("하도록 함(안 제8조).\n라. 제1항 및 제2호의 것은 그러함(안 제9조제3항)",
         ["? draft 제8조", "? draft 제9조.1", "? draft 제9조.1.2", "? draft 제9조.3"]),
        ("「도로법」을 보면 제1항의 것은 그러함(안 제9조)", ["도로법", "? draft 제9조"]),
        ("의안번호 제17호의 의결로 그러함(안 제9조)", ["? draft 제9조"]),
        ("(안 부칙 제1조제2항 및 제2조)", ["? draft 제1조.2", "? draft 제2조"]),
        ("(안 제5조 및 부칙 제2조)", ["? draft 제5조", "? draft 제2조"]),
        ("(안 45조의3제1항, 제84조 및 제20제1항)",
         ["? draft 제45조의3.1", "? draft 제84조", "? draft 제20조.1"]),
        ("도로법 제16조제1항에 제2호의2를 신설해", ["도로법 제16조.1", "도로법 제16조.1.2의2"]),
        ("이 법 시행령에서 정함", ["?"]),
        ("(안 별표 제28호의2 및 제31호 신설)", ["? draft 28의2", "? draft 31"]),
        ("(안 제5조제1항？제2항, 안 제 제7조)", ["? draft 제5조.1", "? draft 제5조.2", "? draft 제7조"]),
        ("「도로법」 제5조에 따라 점용(굴착)할 수 있으며, 제7조에 따라", ["도로법 제5조", "도로법 제7조"]),
        ("「도로법」 제5조에 따라 하고 있으며, 현행 제7조에", ["도로법 제5조", "? 제7조"]),
        ("도로법 제5조의 개정내용은 부칙 제4조에 따라", ["도로법 제5조", "도로법 addenda 제4조"]),
        ("도로법 제5조 및 같은법 같은령 제6조", ["도로법 제5조", "도로법 시행령 제6조"]),
        ("도로법 시랭령 제6조", ["도로법 시행령 제6조"]),
        ("도로법 시행령 [별표1]", ["도로법 시행령 annex1"]),
        ("같은령 제6조 제1호", ["? 제6조.1"]),
        ("도로법 제5조 제1호의 금액에서 제2호의 금액을", ["도로법 제5조.1", "도로법 제5조.2"]),
        ("도로법 제5조의 금액에서 제2호의 금액을", ["도로법 제5조"]),
        ("「구 도로법(법률 제1호로 개정되기 전의 것)」제2조", ["도로법 제2조"]),
        ("도로법 시행령 제1조에서 지방자치법에 따른 것은 동 시행령의 규정에",
         ["도로법 시행령 제1조", "지방자치법", "도로법 시행령"]),
        ("지방자치법(이하 “자치법”)에 따르면 자치법 제2조", ["지방자치법", "지방자치법 제2조"]),
    ],
)  # fmt: skip
def test_what_a_bill_or_a_reply_leaves_unsaid(text: str, found: list[str]) -> None:
    assert read(text) == found


LETTERS = st.text('제15조항호의 ㆍ및「」()이하"법같은영규칙별표안부터까지①\n가목단서', max_size=60)


@given(LETTERS, st.booleans())
def test_spans_are_in_order_and_apart_whatever_the_text(text: str, inside: bool) -> None:
    found = read_citations(text, NAMES, ROAD if inside else None)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(one.text == text[one.start : one.end] for one in found)


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "part",
    [
        "「", "「가", "(", "「법」(", "제1조", "제1조 ", "제1조ㆍ", "제1항 및 ", "같은 조 ", "이하 \"", "【",
        "법", "지방", "지방자치", "지방자치법", "가의 나의 ", "가에 관한 ", "①", "\n", " ", "별표 1 및 ", "안 제1조",
        "<개정 ", "[본조", "가나다라마바사", "「도로법」(이하 \"법\"이라 한다) ", "제1조부터 ", "제1조의",
    ],
)  # fmt: skip
def test_no_text_makes_reading_slow(part: str) -> None:
    """Work that grew with the square of these lengths would run into the limit of a test."""
    text = part * (150_000 // len(part))
    read_citations(text, NAMES)
    read_citations(text[:20_000], NAMES, ROAD)


def test_names_are_found_by_their_longest_form() -> None:
    names = Names(["도로법", "도로법 시행령", "도로교통법"])
    assert names.at("도로법 시행령에", 0) == (7, "도로법 시행령")
    assert names.at("도로 교통법", 0) == (6, "도로교통법")
    assert names.title("도로법  시행규칙") == "도로법 시행규칙"


def test_a_statute_means_itself_by_its_title_though_a_newer_law_bears_it() -> None:
    articles = (Article("제2조", "물품", "물품은 판유리로 한다."),)
    old, new = (
        Version(law_id, law_id, date(year, 1, 1), "도로법", "법률", articles=articles)
        for law_id, year in (("1", 2011), ("2", 2022))
    )
    found = read_citations("이 법 제2조", NAMES, within_of(old))
    assert [one.law_id for one in resolve(found, HeldLaws([old, new]))] == ["2"]
    assert [one.law_id for one in resolve(found, OwnFirst(HeldLaws([old, new]), old))] == ["1"]


def test_the_act_above_a_decree_may_have_an_addition_to_its_title() -> None:
    decree = Version("1", "1", date(2013, 3, 4), "생활안전에 관한 법률(시연용) 시행령", "대통령령")
    (found,) = read_citations("법 제4조에 따른 안심벨", NAMES, within_of(decree))
    assert found.law == "생활안전에 관한 법률(시연용)"
