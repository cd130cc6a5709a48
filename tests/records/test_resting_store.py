"""What the law view asks of the records: heads, laws by a part of a name, what rests on a law."""

from datetime import date
from pathlib import Path

import pytest

from records.model import Article, Document, Kind, Passage, Relation, RelationKind, Version
from records.store import Records

CITES, AMENDS, DELEGATES = RelationKind.CITES, RelationKind.AMENDS, RelationKind.DELEGATES


def law(law_id: str, name: str, day: date) -> Version:
    return Version(
        law_id,
        f"{law_id}-{day:%Y}",
        day,
        name,
        "법률",
        articles=(Article("제1조", None, "제1조 글"),),
    )


@pytest.fixture
def records(tmp_path: Path):
    with Records.create(f"sqlite:///{tmp_path}/r.db", str(tmp_path / "originals")) as opened:
        opened.put_versions(
            [
                law("000001", "도서관법", date(2009, 1, 1)),
                law("000002", "도서관법 시행령", date(2020, 1, 1)),
                law("000003", "학교 도서관 진흥법", date(2015, 1, 1)),
                law("000004", "100%_법", date(2001, 1, 1)),
            ]
        )
        opened.put([Document("seoul:1", Kind.BILL, "의안", passages=(Passage(0, "글"),))])
        yield opened


def test_heads_have_no_text(records: Records) -> None:
    heads = records.heads(["seoul:1", "law:000001", "seoul:none", "seoul:1", "bad\x00key"])
    assert {one.title for one in heads.values()} == {"의안", "도서관법"}
    assert not any(one.passages for one in heads.values())


def test_laws_by_a_part_of_a_name_the_shortest_first(records: Records) -> None:
    assert records.statutes_like("도서관", 9) == ["law:000001", "law:000002", "law:000003"]
    assert records.statutes_like("「학교도서관」", 9) == ["law:000003"]
    assert records.statutes_like("도서관", 1) == ["law:000001"]
    assert records.statutes_like("%_", 9) == ["law:000004"]
    records.withdraw("law:000001")
    assert "law:000001" not in records.statutes_like("도서관", 9)


def test_the_newest_laws_and_one_without_its_texts(records: Records) -> None:
    assert records.newest_statutes(2) == ["law:000002", "law:000003"]
    bare = records.statute("law:000001", texts=False)
    assert [one.articles for one in bare.versions] == [()]
    assert records.statute("law:000001").versions[0].articles


def test_a_delegation_is_turned_round(records: Records) -> None:
    records.put_relations(
        [
            Relation("seoul:1", CITES, "law:000001#제1조", 3, 8),
            Relation("seoul:1", AMENDS, "law:000001"),
            Relation("seoul:1", RelationKind.MENTIONS, "law:000001#제1조"),
            Relation("law:000001#제1조", DELEGATES, "law:000002#제1조", 0, 4),
        ]
    )
    cited = Relation("seoul:1", CITES, "law:000001#제1조", 3, 8)
    carried = Relation("law:000002#제1조", DELEGATES, "law:000001#제1조", 0, 4)
    assert records.resting_on("law:000001#제1조") == [cited, carried]
    assert set(records.resting_on("law:000001")) == {
        cited, carried, Relation("seoul:1", AMENDS, "law:000001"),
    }  # fmt: skip
