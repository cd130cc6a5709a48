"""The law view's values: previews, three columns, what rests on it, the table, its addresses."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import parse_qs, urlparse

import pytest
from api_council import asking
from hypothesis import given
from hypothesis import strategies as st
from ui_law_council import ACT, DECREE, NEW, OLD, RULE, council

from indexer.statutes.words import merged_words
from records.errors import UnknownDocument
from search_ui.address import View
from search_ui.api.app import api
from search_ui.desk import Desk, install
from search_ui.lawview.address import LawPlace
from search_ui.lawview.citations import citations
from search_ui.lawview.columns import family_names
from search_ui.lawview.facing import law_page
from search_ui.lawview.preview import preview
from search_ui.lawview.resting import resting
from search_ui.lawview.units import asked_span
from search_ui.places import Place
from search_ui.reading import reading

LAW = "law:100001"
BEFORE = date(2009, 3, 2)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with council(tmp_path_factory.mktemp("law")) as made:
        yield made


def marked(shown: dict) -> list[str]:
    return [shown["text"][start:end] for start, end in shown["marks"]]


def test_a_preview_has_both_days_and_the_changed_words(desk: Desk) -> None:
    found = preview(desk, LAW, "제5조", BEFORE)
    assert marked(found["then"]) == ["20일"]
    assert marked(found["now"]) == ["7일"]
    assert found["then"]["days"] == "2009-01-01 ~ 2019-12-31"
    assert found["now"]["days"] == "2020-01-01 ~"
    asked = LawPlace.of({k: v[0] for k, v in parse_qs(urlparse(found["compare"]).query).items()})
    assert (asked.before, asked.day, asked.show) == (OLD, NEW, "compare")


def test_a_preview_follows_an_article_to_its_new_number(desk: Desk) -> None:
    found = preview(desk, LAW, "제6조", BEFORE)
    assert found["now"]["key"] == "제7조"
    assert found["note"] == "오늘은 제7조입니다."
    assert preview(desk, LAW, "제4조", BEFORE)["note"] == "그 뒤 글이 바뀌지 않았습니다."
    assert preview(desk, LAW, "제5조", None)["note"] == "지금도 이 글이 시행 중입니다."
    assert preview(desk, LAW, None, BEFORE)["then"] is None
    assert "기록에 없습니다" in preview(desk, LAW, "제5조", date(1990, 1, 1))["note"]


def test_a_preview_of_what_is_not_for_the_viewer_is_absent(desk: Desk) -> None:
    for law in ("law:100009", "law:nothing"):
        with pytest.raises(UnknownDocument, match=f"없는 문서: {law}"):
            preview(desk, law, "제1조", None)


def test_citations_stand_in_their_passages_with_a_link_or_a_reason(desk: Desk) -> None:
    found = citations(desk, "test:bill", 1, None)
    texts = [p.text for p in desk.records.document("test:bill").passages]
    said = {texts[one["i"]][one["start"] : one["end"]]: one for one in found}
    assert said["「의회자료법」 제5조제1항"]["name"] == f"{ACT} 제5조"
    assert said["「의회자료법」 제5조제1항"]["units"] == "제1항"
    assert "day=2009-03-02" in said["「의회자료법」 제5조제1항"]["preview"]
    assert said["같은 법 제6조"]["href"].startswith("./law?id=law%3A100001")
    for text, why in (
        ("「없는법률」 제3조", "기록에 없는 법령"),
        ("「숨은법」 제1조", "기록에 없는 법령"),
        ("안 제2조", "개정안의 조문"),
    ):
        assert said[text]["why"] == why
        assert "href" not in said[text]


def test_the_paragraph_and_the_item_that_are_cited() -> None:
    text = "제5조(기한) ① 하나\n1. 가\n1의2. 나\n2. 다\n② 둘"
    for paragraph, item, found in (
        ("1", None, "① 하나\n1. 가\n1의2. 나\n2. 다"),
        ("1", "1의2", "1의2. 나"),
        (None, "2", "2. 다"),
        ("2", None, "② 둘"),
    ):
        span = asked_span(text, paragraph, item)
        assert span is not None
        assert text[slice(*span)] == found
    for absent in (("3", None), ("1", "9"), (None, None), ("0", None), ("²", None), ("99", "1")):
        assert asked_span(text, *absent) is None


def test_citations_in_a_law_belong_to_it(desk: Desk) -> None:
    found = citations(desk, "law:100002", 0, None)
    assert [one["name"] for one in found] == [ACT, f"{ACT} 제5조"]
    passages = desk.records.document("law:100002").passages
    assert passages[found[1]["i"]].article == "제3조"


def test_what_rests_on_an_article_by_kind_and_year(desk: Desk) -> None:
    found = resting(desk, LAW, "제5조")
    items = {
        (group["kind"], year["year"]): [one["title"] for one in year["items"]]
        for group in found["groups"]
        for year in group["years"]
    }
    assert set(items) == {
        ("bill", "2009"),
        ("request", "2021"),
        ("ordinance", "2009"),
        ("statute", "2009"),
    }
    assert found["total"] == 4  # the staff's paper and law are not counted for the public
    verbs = {
        one["title"]: one["verbs"]
        for g in found["groups"]
        for y in g["years"]
        for one in y["items"]
    }
    assert verbs[DECREE] == "위임·인용"


def test_what_rests_over_http(desk: Desk) -> None:
    install(desk)
    with asking(api(desk)) as client:
        asked = {"article": "제5조", "size": 1}
        first = client.get("/api/v1/laws/의회자료법/resting", params=asked).json()
        assert (first["total"], first["resting"][0]["id"]) == (4, "test:request")
        (relation,) = first["resting"][0]["relations"]
        text = desk.records.document("test:request").text
        assert text[relation["start"] : relation["end"]] == "「의회자료법」 제5조제1항"
        second = client.get(first["next"]).json()
        assert second["resting"][0]["id"] == "test:bill"
        assert client.get("/api/v1/laws/숨은법/resting").status_code == 404


def test_what_rests_opens_where_it_cites(desk: Desk) -> None:
    groups = resting(desk, LAW, "제5조")["groups"]
    (request,) = [y["items"][0] for g in groups if g["kind"] == "request" for y in g["years"]]
    params = {k: v[0] for k, v in parse_qs(urlparse(request["href"]).query).items()}
    data = reading(desk, View.of(params), Place.of(params))
    index, at = data["citing"]
    passage = desk.records.document("test:request").passages[index]
    assert (index, passage.text[at:].startswith("「의회자료법」 제5조")) == (60, True)
    decree = reading(desk, View(), Place("law:100002", article="제3조", cite=7))
    assert data["leaf"] == 1
    assert decree["citing"] == (2, 7)
    assert reading(desk, View(), Place("test:bill", cite=10**6))["citing"] is None


def test_three_columns_from_any_of_the_three(desk: Desk) -> None:
    for law in ("law:100001", "law:100002", "law:100003"):
        three = law_page(desk, LawPlace(law, show="three"))["three"]
        assert [head["name"] for head in three["heads"]] == [ACT, DECREE, RULE]
        rows = {
            row["key"]: [[one["key"] for one in cell] for cell in row["cells"]]
            for row in three["rows"]
        }
        assert rows["제5조"] == [["제5조"], ["제3조"], ["제2조"]]
        assert rows["제4조"] == [["제4조"], [], ["제2조"]]  # as a source says, by name
        assert rows[""] == [[], ["제1조"], []]
    assert family_names("의회자료법 시행규칙") == [ACT, DECREE, RULE]
    only = law_page(desk, LawPlace(LAW, article="제5조", show="three"))["three"]["rows"]
    assert [row["key"] for row in only] == ["제5조"]


def test_the_text_face_has_tree_history_and_the_day_it_was_checked(desk: Desk) -> None:
    data = law_page(desk, LawPlace(LAW, article="제5조", day=BEFORE))
    assert (data["state"], data["period"], data["checked"]) == (
        "연혁",
        "2009-01-01 ~ 2019-12-31",
        "2026-03-02",
    )
    assert [one["text"] for one in data["tree"]][:3] == [
        "제1장 총칙",
        "제1조 (목적)",
        "제4조 (요구)",
    ]
    assert [one["label"] for one in data["history"]] == ["2020-01-01 ~", "2009-01-01 ~ 2019-12-31"]
    assert data["history"][0]["compare"]
    assert data["history"][1]["compare"] is None
    document = desk.records.read(LAW, desk.viewer, as_of=BEFORE)
    assert [document.passages[one["i"]].text for one in data["body"]] == [
        p.text for p in document.passages
    ]


def test_a_day_before_the_law_shows_the_first_text_and_says_so(desk: Desk) -> None:
    data = law_page(desk, LawPlace(LAW, day=date(1990, 1, 1)))
    assert "1990-01-01에 시행 중인 글이 없어" in data["note"]


def test_a_repealed_law_says_so(desk: Desk) -> None:
    data = law_page(desk, LawPlace("law:100005"))
    assert data["note"] == "2020-01-01에 폐지된 법령입니다. 마지막 글을 보입니다."
    assert "옛 법이다" in data["body"][-1]["text"]
    found = preview(desk, "law:100005", "제1조", BEFORE)
    assert found["note"] == "폐지되어 오늘은 없는 법령입니다."
    (row,) = law_page(desk, LawPlace(name="옛자료법"))["start"]["found"]
    assert row["state"] == "폐지"


def test_the_comparison_beside_and_inline(desk: Desk) -> None:
    place = LawPlace(LAW, day=NEW, before=OLD, show="compare")
    table = law_page(desk, place)["compare"]
    five = next(one for one in table["entries"] if one["name"] == "제5조")
    assert (
        five["rows"][1]["old"]["text"]
        == "① 시장은 요구를 받은 날부터 20일 이내에 자료를 제출하여야 한다."
    )
    assert five["rows"][1]["new"]["marks"] == [[17, 19]]
    assert five["rows"][2]["old"]["text"] == "② (생  략)"
    whole = law_page(desk, LawPlace(LAW, day=NEW, before=OLD, show="compare", inline=True))[
        "compare"
    ]
    rows = {one["name"]: [row["pieces"] for row in one["rows"]] for one in whole["entries"]}
    assert ["gone", "20일"] in rows["제5조"][1]
    assert rows["제6조"] == [[["new", "제6조(보존) 자료는 십 년 동안 보존한다."]]]
    assert rows["제7조"] == [
        [["gone", "제6조"], ["new", "제7조"], ["same", "(공개) (현행 제6조와 같음)"]]
    ]
    one = law_page(desk, LawPlace(LAW, article="제5조", day=NEW, before=OLD, show="compare"))[
        "compare"
    ]
    assert [entry["name"] for entry in one["entries"]] == ["제5조"]
    assert one["left"] == len(table["entries"]) - 1


def test_without_two_days_the_neighbours_are_compared(desk: Desk) -> None:
    for place in (LawPlace(LAW, show="compare"), LawPlace(LAW, day=OLD, show="compare")):
        compare = law_page(desk, place)["compare"]
        assert (compare["before"], compare["day"]) == ("2009-01-01", "2020-01-01")
    with pytest.raises(UnknownDocument, match="견줄 다른 판이 없습니다"):
        law_page(desk, LawPlace("law:100002", show="compare"))


def test_the_start_page_finds_by_a_part_of_the_name_and_hides_what_is_not_for_the_viewer(
    desk: Desk,
) -> None:
    def names(name: str) -> list[str]:
        return [one["name"] for one in law_page(desk, LawPlace(name=name))["start"]["found"]]

    assert names("의회 자료법") == [ACT, DECREE, RULE]
    assert names("운영조례") == ["도서관 운영 조례"]
    assert names("숨은법") == []
    newest = [one["name"] for one in law_page(desk, LawPlace())["start"]["newest"]]
    assert newest[0] == ACT
    assert "숨은법" not in newest


@given(st.text("가나다 ,.\n", max_size=30), st.text("가나다 ,.\n", max_size=30))
def test_merged_words_hold_both_texts(before: str, after: str) -> None:
    pieces = merged_words(before, after)
    assert "".join(text for how, text in pieces if how != "new") == before
    assert "".join(text for how, text in pieces if how != "gone") == after


@given(
    st.dictionaries(
        st.sampled_from(["id", "article", "day", "before", "show", "inline", "name"]),
        st.text(max_size=12),
    )
)
def test_any_address_is_a_place_and_keeps_it(params: dict[str, str]) -> None:
    place = LawPlace.of(params)
    assert LawPlace.of(place.params()) == place
