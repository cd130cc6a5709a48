"""What is cited of an annex: its items in lists and ranges, never those of the article around it."""

import pytest

from indexer.statutes.cite.model import Within
from indexer.statutes.cite.names import Names
from indexer.statutes.cite.reader import read_citations

ROAD = Within("도로법 시행규칙", "도로법", "도로법 시행령", {}, "제9조")
NAMES = Names(["도로법", "도로법 시행령", "도로법 시행규칙"])
RULE, DECREE = "도로법 시행규칙", "도로법 시행령"


def rows(text: str) -> list[tuple[str | None, str | None, str]]:
    """The law, the annex and the place in it: ``1가~다``."""
    found = []
    for one in read_citations(text, NAMES, ROAD):
        units, to = one.units, one.to
        place = f"{units.article or ''}{units.item or ''}{units.subitem or ''}"
        upto = f"~{to.item or ''}{to.subitem or ''}" if to else ""
        found.append((one.law, one.number, place + upto))
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("별표 1 제1호가목부터 다목까지 및 제2호", [(RULE, "1", "1가~다"), (RULE, "1", "2")]),
        (
            "별표 1 제1호(가목은 제외한다), 제2호",
            [(RULE, "1", "1"), (RULE, "1", "1가"), (RULE, "1", "2")],
        ),
        ("영 별표 2 비고 제1호 및 같은 표 제3호나목", [(DECREE, "2", "1"), (DECREE, "2", "3나")]),
        ("별표 2 제1호가목 및 같은 호 나목", [(RULE, "2", "1가"), (RULE, "2", "1나")]),
        ("별표 2 제1호의 것 중 같은 호 나목", [(RULE, "2", "1"), (RULE, "2", "1나")]),
        ("영 별표 2 제1호 및 제3조", [(DECREE, "2", "1"), (RULE, None, "제3조")]),
        ("별표 1 제2호, 별표 2 제3호", [(RULE, "1", "2"), (RULE, "2", "3")]),
        ("별표 6 Ⅵ 제1호", [(RULE, "6", "1")]),
        ("별표 3의 건설업종란 제1호", [(RULE, "3", ""), (RULE, "3", "1")]),
        ("제1급제3호의 장해", []),
    ],
)
def test_an_item_of_an_annex_is_the_annexs(
    text: str, found: list[tuple[str | None, str | None, str]]
) -> None:
    assert rows(text) == found
