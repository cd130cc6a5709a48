"""The graph on real records: what rests on an article, resolved on the paper's day, incremental."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from indexer.statutes.cite.held import RecordsLaws
from indexer.statutes.cite.model import Unresolved
from indexer.statutes.graph import Graph
from indexer.statutes.rests import cited_articles
from records.model import Article, Document, Kind, Passage, Relation, RelationKind, Version
from records.store import Records

OLD, NEW = date(2009, 1, 1), date(2020, 1, 1)


def law(
    law_id: str, name: str, effective: date, *articles: tuple[str, str], kind: str = "법률"
) -> Version:
    made = tuple(Article(key, None, f"{key} {text}") for key, text in articles)
    return Version(law_id, f"{law_id}{effective:%y}", effective, name, kind, articles=made)


def paper(name: str, text: str, day: date, kind: Kind = Kind.REQUEST) -> Document:
    return Document(f"seoul:{name}", kind, name, date=day, passages=(Passage(0, text),))


ACT = law("000001", "의회법", OLD, ("제1조", "목적"), ("제41조", "감사한다"))
RENAMED = law("000001", "지방의회법", NEW, ("제1조", "목적"), ("제49조", "감사한다"))
DECREE = law("000002", "의회법 시행령", OLD, ("제3조", "법 제41조에 따른 감사"), kind="대통령령")


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    with Records.create(f"sqlite:///{tmp_path}/r.db", str(tmp_path / "originals")) as opened:
        yield opened


def targets(records: Records, source: str) -> set[tuple[str, str]]:
    return {(one.kind.value, one.target) for one in records.relations_of(source)}


def test_papers_bills_and_decrees_rest_on_an_article(records: Records) -> None:
    records.put_versions([ACT, DECREE])
    bill = paper(
        "「의회법 일부개정법률안」", "감사를 넓힘(안 제41조).", date(2009, 3, 1), Kind.BILL
    )
    ask = paper("자료요구", "「의회법」 제41조에 따라 요구함", date(2009, 2, 24))
    records.put([bill, ask])
    assert Graph(records).update() == 4
    assert Graph(records).update() == 0
    resting = {
        (one.source, one.kind.value) for one in records.relations(target="law:000001#제41조")
    }
    assert resting == {
        ("seoul:자료요구", "cites"),
        ("law:000002#제3조", "cites"),
        ("seoul:「의회법 일부개정법률안」", "amends"),
    }
    carried = records.relations(source="law:000001#제41조")
    assert [(one.kind.value, one.target) for one in carried] == [("delegates", "law:000002#제3조")]
    found = cited_articles(records.relations_of("seoul:자료요구"))
    assert found == {"seoul:자료요구": ("000001:제41조",)}


def test_evidence_points_into_the_paper(records: Records) -> None:
    records.put_versions([ACT])
    ask = paper("자료요구", "오늘 「의회법」 제41조에 따라", date(2009, 2, 24))
    records.put([ask])
    Graph(records).update()
    (one,) = records.relations(source=ask.id)
    assert ask.text[one.start : one.end] == "「의회법」 제41조"


def test_a_law_is_found_by_the_name_and_the_articles_of_the_day(records: Records) -> None:
    records.put_versions([ACT, RENAMED])
    records.put(
        [
            paper("그때", "「의회법」 제41조", date(2009, 2, 24)),
            paper("지금", "「지방의회법」 제49조", date(2021, 1, 1)),
            paper("옛 이름", "「의회법」 제49조", date(2021, 1, 1)),
            paper("없는 조", "「지방의회법」 제41조", date(2021, 1, 1)),
            paper("먼저", "「의회법」 제41조", date(2001, 1, 1)),
        ]
    )
    Graph(records).update()
    assert targets(records, "seoul:그때") == {("cites", "law:000001#제41조")}
    assert targets(records, "seoul:지금") == {("cites", "law:000001#제49조")}
    assert targets(records, "seoul:옛 이름") == {("cites", "law:000001#제49조")}
    assert targets(records, "seoul:없는 조") == {("mentions", "missing:law:000001#제41조")}
    assert targets(records, "seoul:먼저") == {("mentions", "name:의회법")}
    laws = RecordsLaws(records)
    assert laws.find("의회법", date(2001, 1, 1)) is Unresolved.NOT_IN_FORCE
    assert laws.find("없는법", OLD) is Unresolved.NOT_HELD


def test_a_paper_is_read_again_when_its_law_arrives(records: Records) -> None:
    ask = paper("자료요구", "「의회법」 제41조에 따라", date(2009, 2, 24))
    records.put([ask])
    Graph(records).update()
    assert targets(records, ask.id) == {("mentions", "name:의회법")}
    before = records.document(ask.id).revision
    records.put_versions([ACT])
    Graph(records).update()
    assert targets(records, ask.id) == {("cites", "law:000001#제41조")}
    assert records.document(ask.id).revision > before


def test_one_graph_sees_what_changed_between_its_updates(records: Records) -> None:
    graph = Graph(records)
    records.put_versions([DECREE])
    graph.update()
    records.put_versions([ACT])
    records.put([paper("자료요구", "「의회법」 제41조", date(2009, 2, 24))])
    graph.update()
    assert targets(records, "seoul:자료요구") == {("cites", "law:000001#제41조")}
    assert ("cites", "law:000001#제41조") in targets(records, "law:000002")


def test_what_a_paper_no_longer_says_is_gone(records: Records) -> None:
    records.put_versions([ACT])
    ask = paper("자료요구", "「의회법」 제41조", date(2009, 2, 24))
    records.put([ask])
    Graph(records).update()
    records.put([replace(ask, passages=(Passage(0, "「의회법」 제1조"),))])
    Graph(records).update()
    assert targets(records, ask.id) == {("cites", "law:000001#제1조")}
    records.withdraw(ask.id)
    Graph(records).update()
    assert targets(records, ask.id) == set()


def test_relations_of_other_kinds_stay(records: Records) -> None:
    records.put_versions([ACT])
    records.put([paper("자료요구", "「의회법」 제41조", date(2009, 2, 24))])
    Graph(records).update()
    changed = records.replace_relations(
        {"seoul:자료요구": ()}, lambda one: one.kind is RelationKind.MENTIONS
    )
    assert not changed
    assert targets(records, "seoul:자료요구") == {("cites", "law:000001#제41조")}


def test_a_range_rests_on_every_article_in_it(records: Records) -> None:
    keys = ("제3조", "제4조", "제4조의2", "제5조", "제6조")
    records.put_versions([law("000001", "의회법", OLD, *((key, "감사한다") for key in keys))])
    ask = paper("자료요구", "「의회법」 제4조부터 제5조까지에 따라", date(2009, 2, 24))
    records.put([ask])
    Graph(records).update()
    cited = [f"law:000001#{key}" for key in ("제4조", "제4조의2", "제5조")]
    assert targets(records, ask.id) == {("cites", target) for target in cited}


def test_earlier_texts_cite_as_of_their_time(records: Records) -> None:
    before = law("000002", "요구법", OLD, ("제3조", "「의회법」 제41조에 따라 요구한다"))
    after = law("000002", "요구법", NEW, ("제3조", "「지방의회법」 제49조에 따라 요구한다"))
    records.put_versions([ACT, RENAMED, before, after])
    Graph(records).update()
    assert targets(records, "law:000002") == {
        ("cited", "law:000001#제41조"),
        ("cites", "law:000001#제49조"),
    }
    found = cited_articles(records.relations_of("law:000002"))
    assert found == {
        "law:000002#제3조": ("000001:제49조",),
        "law:000002#제3조@20090101": ("000001:제41조",),
    }


def test_annexes_and_addenda_cite_too(records: Records) -> None:
    own = replace(
        law("000002", "요구법", OLD, ("제3조", "요구한다"), ("제5조", "정한다")),
        annexes="[별표 1] 수수료(제3조 관련)\n「의회법」 제41조에 따른 자료",
        addenda="부칙 <제9호,2009.2.1>\n제5조(다른 법률의 개정) 「의회법」 제1조를 삭제한다.",
    )
    records.put_versions([ACT, own])
    Graph(records).update()
    found = {(one.source, one.target) for one in records.relations_of("law:000002")}
    assert found == {
        ("law:000002#별표", "law:000002#제3조"),
        ("law:000002#별표", "law:000001#제41조"),
        ("law:000002#부칙제9호", "law:000001#제1조"),
    }


def test_what_a_source_says_itself_stays(records: Records) -> None:
    records.put_versions([ACT, DECREE])
    said = Relation("law:000001#제1조", RelationKind.DELEGATES, "law:000002#제3조")
    records.put_relations([said])
    Graph(records).update()
    assert said in records.relations(source="law:000001#제1조")


def test_a_bill_amends_what_its_directives_name(records: Records) -> None:
    ordinances = [
        law("000007", "한빛시 주차 조례", OLD, ("제3조", "요금"), ("제9조", "자문단")),
        law("000008", "한빛시 공원 조례", OLD, ("제2조", "입장료")),
    ]
    records.put_versions(ordinances, ordinance=True)
    text = (
        "요금을 정비함(안 제3조).\n한빛시 주차 조례 일부를 다음과 같이 개정한다.\n"
        "제3조제2항 중 “「의회법」 제41조”를 “제5조”로 하고, 제9조를 삭제한다.\n"
        "제6조의2(조사) 시장은 제7조에 따라 조사한다.\n부칙\n제1조(시행일) 공포한 날부터 시행한다."
    )
    bill = paper("정비를 위한 조례안", text, date(2009, 3, 1), Kind.BILL)
    records.put([bill])
    Graph(records).update()
    assert targets(records, bill.id) >= {
        ("amends", f"ordin:000007{article}") for article in ("", "#제3조", "#제9조", "#제6조의2")
    }
    amended = [one for one in records.relations(source=bill.id) if one.kind.value == "amends"]
    assert {one.target for one in amended} & {"ordin:000007#제5조", "ordin:000007#제7조"} == set()
    assert {bill.text[one.start : one.end] for one in amended if "#제9조" in one.target} == {
        "제9조"
    }


def test_a_bill_may_amend_several_laws(records: Records) -> None:
    records.put_versions([ACT, law("000003", "요구법", OLD, ("제3조", "요구한다"))])
    text = (
        "제1조(「의회법」의 개정) 의회법 일부를 다음과 같이 개정한다.\n제41조를 삭제한다.\n"
        "제2조(「요구법」의 개정) 「요구법」 일부를 다음과 같이 개정한다.\n제3조를 다음과 같이 한다.\n"
        "제3조(요구) 고친다(안 제9조)."
    )
    bill = paper("일괄정비 법률안", text, date(2009, 3, 1), Kind.BILL)
    records.put([bill])
    Graph(records).update()
    amended = {target for kind, target in targets(records, bill.id) if kind == "amends"}
    assert amended == {"law:000001", "law:000001#제41조", "law:000003", "law:000003#제3조"}
