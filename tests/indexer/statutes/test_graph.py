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
from records.model import Article, Document, Kind, Passage, RelationKind, Version
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
    assert targets(records, "seoul:없는 조") == {("mentions", "name:지방의회법")}
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
    changed = records.replace_relations({"seoul:자료요구": ()}, [RelationKind.MENTIONS])
    assert not changed
    assert targets(records, "seoul:자료요구") == {("cites", "law:000001#제41조")}
