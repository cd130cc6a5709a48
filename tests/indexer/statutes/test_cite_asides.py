"""What a bracket after a unit names is aside: what follows the bracket goes on from the unit."""

import pytest

from indexer.statutes.cite.model import Within
from indexer.statutes.cite.names import Names
from indexer.statutes.cite.reader import read_citations

ROAD = Within("도로법 시행령", "도로법", None, {}, "제9조")
NAMES = Names(["도로법", "도로법 시행령"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "법 제6조제2항(제8조에 따라 준용되는 경우를 포함한다)을 위반하여 같은 항 제1호",
            ["제6조.2.", "제8조..", "제6조.2.1"],
        ),
        ("법 제6조(법 제8조제1항을 포함한다)와 같은 조 제3항", ["제6조..", "제8조.1.", "제6조.3."]),
        ("법 제6조(법 제8조와 같은 조 제2항을 포함한다)", ["제6조..", "제8조..", "제8조.2."]),
        ("제1항제5호 중 면적의 변경, 제6호 및 제7호", ["제9조.1.5", "제9조.1.6", "제9조.1.7"]),
        (
            "법 제6조제1항에 따른 변경[제4항(같은 항 제5호는 제외한다)에 해당하면]에는 같은 조 제2항",
            ["제6조.1.", "제9조.4.", "제9조.4.5", "제6조.2."],
        ),
        ("위원(법 제6조제1항의 위원을 말한다)과 같은 조 제2항", ["제6조.1.", "제6조.2."]),
    ],
)
def test_a_bracket_is_aside(text: str, found: list[str]) -> None:
    units = [one.units for one in read_citations(text, NAMES, ROAD)]
    assert [f"{one.article}.{one.paragraph or ''}.{one.item or ''}" for one in units] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("법ㆍ제도의 연구", []),
        ("농업 또는 행정ㆍ법 관련 분야", []),
        ("법 위반행위", ["도로법"]),
        ("법  제15조에 따라", ["도로법 제15조"]),
        ("「선내의료함 내용물에 관한 권고」에 따른다", ["선내의료함 내용물에 관한 권고"]),
    ],
)
def test_the_word_for_a_law(text: str, found: list[str]) -> None:
    read = read_citations(text, NAMES, ROAD)
    assert [f"{one.law} {one.units.article or ''}".strip() for one in read] == found


@pytest.mark.parametrize("text", ["이 영이 정하는 바", "이 영이나 다른 법령", "이 영에도 불구하고"])
def test_this_decree_before_a_particle(text: str) -> None:
    assert [one.law for one in read_citations(text, NAMES, ROAD)] == ["도로법 시행령"]


def test_an_article_of_a_treaty_is_not_the_statutes_own() -> None:
    (one,) = read_citations("유네스코 헌장 제7조에 따라", NAMES, ROAD)
    assert (one.text, one.law) == ("제7조", None)


def test_public_attention_is_no_unit() -> None:
    assert read_citations("사회적 이목을 끄는 사건", NAMES, ROAD) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("법 제8조제4항ㆍ5항에 따라", ["제8조 4", "제8조 5"]),
        ("안 제8조의2, 8조의3제2항", ["제8조의2", "제8조의3 2"]),
        ("법 제8조제4항, 5항목을", ["제8조 4"]),
        ("법 제8조, 10조원", ["제8조"]),
    ],
)
def test_a_list_goes_on_without_its_ordinal(text: str, found: list[str]) -> None:
    units = [one.units for one in read_citations(text, NAMES, ROAD)]
    assert [f"{one.article} {one.paragraph or ''}".strip() for one in units] == found


def test_brackets_that_a_file_lost() -> None:
    read = read_citations("？도로법？ 제3조에 따른", NAMES)
    assert [(one.text, one.law) for one in read] == [("도로법？ 제3조", "도로법")]
