"""Units: what of a paper or a law goes into an index, and where its passages are."""

import json
import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.engines.seam import (
    DAYS,
    DOCUMENT_TEXTS,
    EMPTY,
    GAP,
    KEYWORDS,
    PASSAGE_TEXTS,
    DocumentUnits,
    check_stream,
)
from indexer.korean.analyser import Analyser
from indexer.korean.letters import phrase_tokens
from indexer.units import document_units, statute_units
from indexer.units_text import cuts
from records.model import Article, Document, Kind, Passage, Statute, Version
from records.timeline import articles_in_force

ANALYSER = Analyser()
READERS = ("operator", "public")


def paper(*passages: Passage, **fields: object) -> Document:
    values = {"id": "seoul:bill-1", "kind": Kind.BILL, "title": "주차장 조례안", "revision": 7}
    return Document(**(values | fields), passages=passages)  # type: ignore[arg-type]


def check_contract(units: DocumentUnits) -> None:
    ids = [unit.id for unit in (*units.units, *units.passages)]
    assert len(set(ids)) == len(ids)
    for fields, found in ((DOCUMENT_TEXTS, units.units), (PASSAGE_TEXTS, units.passages)):
        for unit in found:
            assert tuple(unit.texts) == fields
            assert set(unit.keywords) == set(KEYWORDS)
            assert set(unit.days) == set(DAYS)
            assert (unit.document, unit.revision) == (units.document, units.revision)
            for stream in unit.texts.values():
                check_stream(stream)
            json.loads(unit.payload)


def marked(payload: dict[str, object]) -> list[str]:
    text, shape = payload["text"], payload["shape"]
    assert isinstance(text, str)
    assert isinstance(shape, str)
    return [text[slice(*found.span())] for found in re.finditer("[bB]i*", shape)]


def test_a_paper_becomes_one_unit_and_its_passages() -> None:
    units = document_units(
        paper(
            Passage(0, "제안이유", page=1, heading=True),
            Passage(1, "주차장 요금을 정함.", page=1),
            Passage(2, "부대의견 없음", page=2),
            number="제 1234 호",
            date=date(2009, 2, 24),
            committee="교통위원회",
            members=("김가나", "이다라"),
            session=213,
        ),
        READERS,
        ANALYSER,
        cites=("009946:제41조",),
    )
    check_contract(units)
    (unit,) = units.units
    assert unit.texts["title"] == "주차 장 조례 안"
    assert unit.texts["text"].startswith(f"주차 장 조례 안 {GAP} 제안 이유 주차 장 요금")
    assert f"{GAP} 부대 의견" in unit.texts["text"]
    assert unit.keywords["number"] == ("제 1234 호", "제1234호", "1234")
    assert unit.keywords["member"] == ("김가나", "이다라")
    assert unit.keywords["year"] == ("2009",)
    assert unit.keywords["session"] == ("213",)
    assert unit.keywords["cites"] == ("009946:제41조",)
    assert unit.keywords["span"] == ()
    first, second = (json.loads(passage.payload) for passage in units.passages)
    assert (first["text"], first["page"]) == ("제안이유\n주차장 요금을 정함.", 1)
    assert (second["text"], second["page"], second["order"]) == ("부대의견 없음", 2, 2)
    assert marked(second) == ["부대", "의견", "없"]
    assert json.loads(unit.payload)["details"]["session"] == "제213회"


def test_a_table_row_is_one_passage_whose_cells_keep_their_address() -> None:
    cells = [Passage(n, text, cell=f"1.2.{n}") for n, text in enumerate(("도로", "정비", "100"), 1)]
    units = document_units(paper(*cells), READERS, ANALYSER)
    check_contract(units)
    (passage,) = units.passages
    payload = json.loads(passage.payload)
    assert payload["text"] == "도로 | 정비 | 100"
    assert payload["cells"] == [[0, "1.2.1"], [5, "1.2.2"], [10, "1.2.3"]]
    assert passage.texts["text"] == f"도로 {GAP} 정비 {GAP} 100"
    assert marked(payload) == ["도로", "정비", "100"]


def test_a_held_paper_has_no_units() -> None:
    assert document_units(paper(Passage(0, "글")), (), ANALYSER) == DocumentUnits("seoul:bill-1", 7)


def test_a_blank_paper_still_holds_every_field() -> None:
    units = document_units(paper(Passage(0, " \n"), title="…"), READERS, ANALYSER)
    check_contract(units)
    assert units.units[0].texts["text"] == EMPTY
    assert units.passages == ()


def test_a_phrase_runs_through_lines_but_not_through_pages() -> None:
    units = document_units(
        paper(
            Passage(0, "행정사무", page=1), Passage(1, "감사", page=1), Passage(2, "결과", page=2)
        ),
        READERS,
        ANALYSER,
    )
    stream = units.units[0].texts["letters"]
    assert " ".join(phrase_tokens("행정사무 감사")) in stream
    assert " ".join(phrase_tokens("감사 결과")) not in stream
    assert phrase_tokens("결")[0] in stream.split()


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=4000) | st.text(alphabet="가나. \n", max_size=6000))
def test_cuts_cover_a_text_and_are_short(text: str) -> None:
    borders = list(cuts(text))
    assert "".join(text[low:high] for low, high in borders) == text
    assert all(high - low <= 800 for low, high in borders)
    assert all(one[1] == two[0] for one, two in pairwise(borders))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.builds(
            Passage,
            order=st.integers(0, 9),
            text=st.text(max_size=1500),
            page=st.none() | st.integers(1, 2),
            cell=st.none() | st.sampled_from(("1.1.1", "1.1.2", "1.2.1", "x")),
            speaker=st.none() | st.just("의장"),
        ),
        max_size=6,
    )
)
def test_any_paper_keeps_the_contract(passages: list[Passage]) -> None:
    units = document_units(paper(*passages), READERS, ANALYSER)
    check_contract(units)
    for passage in units.passages:
        payload = json.loads(passage.payload)
        assert len(payload["shape"]) == len(payload["text"])
        assert len(payload.get("stems", "").split()) >= payload["shape"].count("B")


OLD = Version(
    "009946", "1", date(2007, 5, 11), "지방자치법", "법률", abbreviation="지자법",
    articles=(Article("제1조", "목적", "제1조(목적) 종류를 정한다."),
              Article("제47조", "의결", "제47조(의결) 예산을 심의한다.")),
    addenda="부칙 <제8423호,2007.5.11>\n제1조 공포한 날부터 시행한다.",
)  # fmt: skip
NEW = Version(
    "009946", "2", date(2010, 1, 1), "지방자치법", "법률",
    articles=(Article("제1조", "목적", "제1조(목적) 종류를 정한다."),
              Article("제47조", "의결", "제47조(의결) 결산을 승인한다.")),
    addenda=OLD.addenda + "\n\n부칙 <제9577호,2009.4.1>\n이 법은 2010년 시행한다.",
)  # fmt: skip


@pytest.fixture
def law() -> DocumentUnits:
    versions = (OLD, NEW)
    statute = Statute("009946", "지방자치법", "법률", versions, revision=3)
    return statute_units(statute, articles_in_force(versions), READERS, ANALYSER)


def test_a_law_becomes_a_unit_for_each_text_of_each_article(law: DocumentUnits) -> None:
    check_contract(law)
    days = {
        unit.id: (
            unit.keywords["span"],
            date.fromordinal(unit.days["effective_from"]).year,
            date.fromordinal(unit.days["effective_to"]).isoformat(),
        )
        for unit in law.units
    }
    forever = date.max.isoformat()
    assert days == {
        "law:009946#제1조@20070511": (("point",), 2007, forever),
        "law:009946#제47조@20070511": (("point", "apart"), 2007, "2009-12-31"),
        "law:009946#제47조@20100101": (("point", "apart"), 2010, forever),
        "law:009946#제47조@*": (("gathered",), 2007, forever),
        "law:009946#부칙제8423호@20070511": (("point",), 2007, forever),
        "law:009946#부칙제9577호@20100101": (("point",), 2010, forever),
    }


def test_the_unit_of_all_texts_holds_them_all(law: DocumentUnits) -> None:
    units = {unit.id: unit for unit in law.units}
    whole = units["law:009946#제47조@*"]
    assert {"예산", "결산"} <= set(whole.texts["text"].split())
    assert json.loads(whole.payload)["id"] == "law:009946#제47조"
    assert whole.texts["title"].startswith("지방 자치 법 제47조 의결")
    (old,) = (p for p in law.passages if p.id == "law:009946#제47조@20070511/0")
    assert old.keywords["group"] == ("law:009946#제47조@20070511", "law:009946#제47조@*")
    assert old.keywords["span"] == ("point",)
    assert json.loads(old.payload)["article"] == "제47조"


def test_a_paper_of_many_small_passages_is_cut_with_their_order() -> None:
    passages = [Passage(n, f"{n}번째 줄") for n in range(3000)]
    units = document_units(paper(*passages), READERS, ANALYSER)
    payloads = [json.loads(passage.payload) for passage in units.passages]
    assert len(payloads) < 60
    assert all(p["text"].lstrip("\n").startswith(f"{p['order']}번째") for p in payloads)
