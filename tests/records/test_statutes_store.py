"""Laws by version: what is in force when, and how they are found."""

from datetime import date

import pytest

from records.changes import Change
from records.errors import Misuse, UnknownDocument
from records.model import FOREVER, Article, Kind, Visibility
from records.viewer import Viewer

PUBLIC = Viewer("public")


@pytest.fixture
def history(version):
    old = version(
        "100", "2005-01-01", {"제1조": "목적", "제2조": "옛 글"},
        number="제7000호", promulgated=date(2004, 12, 1), addenda="부칙 옛",
    )  # fmt: skip
    new = version(
        "200", "2009-01-01", {"제1조": "목적", "제2조": "새 글", "제2조의2": "신설"},
        number="제9000호", promulgated=date(2008, 12, 1), reason="요금", annexes="별표 1",
    )  # fmt: skip
    return [old, new]


def intervals(records, key):
    found = records.articles_in_force("law:001709")
    return [
        (one.article.text, one.effective_from.year, one.effective_to.year, one.mst)
        for one in found
        if one.article.key == key
    ]


def test_versions_come_back_whole_and_in_order(records, history):
    outcomes = records.put_versions(reversed(history), checked=date(2026, 1, 2))
    assert [(one.id, one.status, one.revision) for one in outcomes] == [
        ("law:001709", "loaded", 1)
    ] * 2
    for name in ("001709", "law:001709"):
        statute = records.statute(name)
        assert list(statute.versions) == history
        assert (statute.checked, statute.revision) == (date(2026, 1, 2), 1)


def test_a_law_is_a_document_and_moves_by_revision(records, history):
    records.put_versions(history[:1])
    assert records.put_versions(history[:1])[0].status == "unchanged"
    both = records.put_versions(history, checked=date(2026, 1, 2))
    assert [(one.status, one.revision) for one in both] == [("unchanged", 2), ("loaded", 2)]
    assert records.changes(0, 9) == [Change("law:001709", 2, False, True)]
    assert records.counts() == {Kind.STATUTE: 1}


def test_a_day_of_checking_alone_is_no_change(records, history):
    records.put_versions(history)
    records.put_versions(history, checked=date(2026, 1, 2))
    assert records.last_revision() == 1
    assert records.statute("001709").checked == date(2026, 1, 2)
    records.put_versions(history)
    assert records.statute("001709").checked == date(2026, 1, 2)


def test_a_corrected_version_replaces_the_faulty_one(records, history, version):
    records.put_versions(history)
    corrected = version("200", "2009-01-01", {"제1조": "바로잡음"})
    assert records.put_versions([corrected])[0].revision == 2
    assert records.version("001709", date(2010, 1, 1)) == corrected


def test_neighbours_with_the_same_text_are_one_interval(records, history):
    records.put_versions(history)
    assert intervals(records, "제1조") == [("목적", 2005, FOREVER.year, "100")]
    assert intervals(records, "제2조") == [
        ("옛 글", 2005, 2009, "100"),
        ("새 글", 2009, FOREVER.year, "200"),
    ]


def test_one_promulgation_may_take_effect_in_stages(records, version):
    records.put_versions(
        [
            version("300", "2025-07-01", {"제1조": "셋"}, number="제20000호"),
            version("300", "2025-01-01", {"제1조": "하나"}, number="제20000호"),
            version("310", "2025-03-01", {"제1조": "둘"}, number="제20001호"),
        ]
    )
    assert [text for text, *_ in intervals(records, "제1조")] == ["하나", "둘", "셋"]


def test_of_versions_of_one_day_the_later_promulgated_counts(records, version):
    day = "2025-01-01"
    records.put_versions(
        [
            version("2", day, {"제1조": "나중"}, number="제10000호", promulgated=date(2024, 9, 1)),
            version("1", day, {"제1조": "먼저"}, number="제9999호", promulgated=date(2024, 9, 1)),
        ]
    )
    assert [text for text, *_ in intervals(records, "제1조")] == ["나중"]


def test_a_repeal_ends_the_law_and_a_new_enactment_begins_it_again(records, history, version):
    records.put_versions(
        [
            *history,
            version("400", "2012-01-01", {}, revision_kind="타법폐지"),
            version("500", "2015-01-01", {"제1조": "목적"}, revision_kind="폐지제정"),
        ]
    )
    assert intervals(records, "제1조") == [
        ("목적", 2005, 2012, "100"),
        ("목적", 2015, FOREVER.year, "500"),
    ]
    assert records.version("001709", date(2012, 1, 1)) is None
    assert records.version("001709", date(2015, 1, 1)).mst == "500"
    with pytest.raises(UnknownDocument):
        records.read("law:001709", PUBLIC, as_of=date(2013, 1, 1))


def test_a_key_that_a_source_has_twice_is_kept_twice(records, version):
    twice = (Article("제3조", "가", "제3조(가)"), Article("제3조", "나", "제3조(나)"))
    records.put_versions([version("1", "2020-01-01", {}, articles=(*twice, twice[1]))])
    assert [text for text, *_ in intervals(records, "제3조")] == [
        "제3조(가)",
        "제3조(나)",
        "제3조(나)",
    ]


def test_a_law_reads_as_of_a_day(records, history):
    records.put_versions(history)
    assert records.read("law:001709", PUBLIC).text == "목적\n새 글\n신설\n별표 1"
    then = records.read("law:001709", PUBLIC, as_of=date(2008, 12, 31))
    assert [(one.article, one.text) for one in then.passages] == [
        ("제1조", "목적"), ("제2조", "옛 글"), ("부칙", "부칙 옛"),
    ]  # fmt: skip
    assert (then.date, then.number, then.kind) == (date(2004, 12, 1), "제7000호", Kind.STATUTE)
    with pytest.raises(UnknownDocument):
        records.read("law:001709", PUBLIC, as_of=date(2004, 12, 31))


def test_headings_stand_before_their_articles(records, version):
    articles = (
        Article("제1조", None, "가", "제1장 총칙 > 제1절 목적"),
        Article("제2조", None, "나", "제1장 총칙 > 제2절 범위"),
    )
    by_path = version("1", "2020-01-01", {}, articles=articles)
    outlined = version(
        "2", "2021-01-01", {}, articles=articles,
        outline=((0, "제1장 총칙"), (1, "제2절 범위"), (2, "제2장 삭제")),
    )  # fmt: skip
    records.put_versions([by_path, outlined])
    old = records.read("law:001709", PUBLIC, as_of=date(2020, 1, 1))
    assert [p.text for p in old.passages] == ["제1장 총칙", "제1절 목적", "가", "제2절 범위", "나"]
    assert [p.text for p in old.passages if p.heading] == ["제1장 총칙", "제1절 목적", "제2절 범위"]
    new = records.document("law:001709")
    assert [p.text for p in new.passages] == ["제1장 총칙", "가", "제2절 범위", "나", "제2장 삭제"]


def test_what_is_not_the_law_today_says_so(records, version):
    coming = version("1", "9000-01-01", {"제1조": "앞날"})
    gone = [
        version("1", "2001-01-01", {"제1조": "글"}, law_id="000002"),
        version("2", "2002-01-01", {}, law_id="000002", revision_kind="폐지"),
    ]
    records.put_versions([coming, *gone])
    assert records.document("law:001709").notes == (
        "아직 시행되지 않았습니다 (시행예정 9000-01-01)",
    )
    assert records.document("law:000002").notes == ("폐지된 법입니다 (2002-01-01 폐지)",)
    assert records.document("law:000002").text == "글"


def test_ordinances_have_their_own_ids(records, version):
    own = version("1", "2020-01-01", {"제1조": "조례"}, name="서울특별시 교통 조례")
    records.put_versions([own], ordinance=True)
    records.put_versions([version("1", "2020-01-01", {"제1조": "법률"})])
    assert records.document("ordin:001709").kind is Kind.ORDINANCE
    assert records.statute("001709").ordinance is False
    assert records.statute("ordin:001709").document_id == "ordin:001709"


def test_laws_are_found_as_people_write_their_names(records, version):
    records.put_versions(
        [
            version("1", "2000-01-01", {}, name="공공기관의 개인정보ㆍ정보 보호에 관한 법률"),
            version("2", "2011-01-01", {}, name="개인정보 보호법", abbreviation="개인정보법"),
            version(
                "3", "2011-01-01", {}, name="다른 법", law_id="2", abbreviation="개인정보보호법"
            ),
        ]
    )
    found = records.find_statutes("「개인정보보호법」")
    assert [one.id for one in found] == ["001709", "2"]
    assert [one.mst for one in found[0].versions] == ["1", "2"]
    assert found[0].versions[0].articles == ()
    assert (
        records.find_statutes("공공기관의개인정보·정보보호에관한법률")[0].name == "개인정보 보호법"
    )
    assert records.find_statutes("개인정보 법")[0].id == "001709"
    assert records.find_statutes("민법") == []


def test_laws_are_public_unless_told_otherwise(records, history):
    records.put_versions(history)
    assert records.document("law:001709").visibility is Visibility.PUBLIC
    assert records.put_versions(history, public=False)[0].revision == 2
    with pytest.raises(UnknownDocument):
        records.read("law:001709", PUBLIC)


def test_a_withdrawn_law_is_gone_until_it_is_put_again(records, history):
    records.put_versions(history)
    records.withdraw("law:001709")
    assert records.find_statutes("지방자치법") == []
    with pytest.raises(UnknownDocument):
        records.statute("001709")
    assert {one.status for one in records.put_versions(history)} == {"loaded"}
    assert list(records.statute("001709").versions) == history


def test_no_paper_takes_the_place_of_a_law(records, history, paper):
    records.put_versions(history)
    with pytest.raises(Misuse):
        records.put([paper(1), paper(id="law:001709")])
    assert records.last_revision() == 1


def test_texts_are_kept_once(records, history):
    records.put_versions(history)
    with records.database.read() as connection:
        kept = connection.exec_driver_sql("SELECT count(*) FROM law_texts").scalar_one()
    assert kept == len({"목적", "옛 글", "새 글", "신설", "부칙 옛", "별표 1", "요금"})


def test_an_unknown_law(records):
    for ask in (records.statute, records.articles_in_force):
        with pytest.raises(UnknownDocument, match="없는 법령"):
            ask("law:999999")
