"""Relations that a source said once and says no more: dropped, unless another says them too.

All answers are drawn (synthetic).
"""

import json
from datetime import date

import pytest
from replay.every import run_direct
from replay.law_server import Reply
from replay.site import Town, as_json
from replay.town import town
from replay.town_law import DELEGATIONS, HIERARCHY, LINKS, THREE_WAY

from crawlers.contract import Harvest
from crawlers.report import Book, RunReport, record
from records.model import Relation, RelationKind
from records.store import Records

ORDINANCE = Relation("law:900001", RelationKind.DELEGATES, "ordin:2001619")


@pytest.fixture
def served() -> Town:
    """Never started: what is told may be changed."""
    built = town()
    for one in (built, *built.sites.values()):
        one._server.server_close()
    return built


def fewer() -> dict[str, Reply]:
    """The answers without one of their relations."""
    delegated = json.loads(json.dumps(DELEGATIONS))
    articles = delegated["lsDelegated"]["법령"]["위임조문정보"]
    articles["위임정보"] = articles["위임정보"][:1]
    three = json.loads(json.dumps(THREE_WAY))
    del three["LspttnThdCmpLawXService"]["위임조문삼단비교"]["법률조문"]["시행규칙조문"]
    rule = "<행정규칙><고시><기본정보><행정규칙ID>73462</행정규칙ID></기본정보></고시></행정규칙>"
    dependent = LINKS["lnkDep"].body.decode()
    return {
        "delegated": as_json(delegated),
        "three-way": as_json(three),
        "hierarchy": Reply(HIERARCHY.replace(rule, "").encode()),
        "law-ordinances": Reply(LINKS["lnkLs"].body.replace(b"999001", b"2001619")),
        "delegated-ordinances": Reply(dependent.replace("가상시", "어느시").encode()),
    }


TARGETS = {
    "delegated": "lsDelegated",
    "three-way": "thdCmp",
    "hierarchy": "lsStmd",
    "law-ordinances": "lnkLs",
    "delegated-ordinances": "lnkDep",
}


@pytest.mark.parametrize("source", TARGETS)
def test_a_relation_that_is_no_longer_told_goes(
    source: str, records: Records, served: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run_direct(source, records, served).loaded == len(records.relations())
    before = set(records.relations())
    monkeypatch.setitem(LINKS, TARGETS[source], fewer()[source])
    report = run_direct(source, records, served)
    after = set(records.relations())
    assert (report.fault, report.withdrawn, len(before - after)) == (None, 1, 1)
    assert after < before
    again = run_direct(source, records, served)
    assert (again.loaded, again.withdrawn) == (0, 0)


def test_what_another_source_says_too_stays(
    records: Records, served: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    for source in ("hierarchy", "law-ordinances"):
        run_direct(source, records, served)
    told = HIERARCHY.replace("<자치법규ID>2001619</자치법규ID>", "")
    monkeypatch.setitem(LINKS, "lsStmd", Reply(told.encode()))
    run_direct("hierarchy", records, served)
    assert ORDINANCE in records.relations()
    other = LINKS["lnkLs"].body.replace(b"2001619", b"999002")
    monkeypatch.setitem(LINKS, "lnkLs", Reply(other))
    run_direct("law-ordinances", records, served)
    assert ORDINANCE not in records.relations()


def test_an_amendment_that_has_happened_is_not_taken_back(
    records: Records, served: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_direct("amended", records, served)
    before = records.relations()
    newer = LINKS["oldAndNew"].body.replace(b"100002", b"100009")
    monkeypatch.setitem(LINKS, "oldAndNew", Reply(newer))
    assert run_direct("amended", records, served).withdrawn == 0
    assert set(before) < set(records.relations())


def test_a_great_part_gone_waits_for_a_person(records: Records) -> None:
    many = [Relation("law:1", RelationKind.DELEGATES, f"ordin:{n}") for n in range(50)]
    book = Book(records, date(2026, 4, 1))

    def said(relations: list[Relation], book: Book = book) -> RunReport:
        count, told = len(relations), tuple(relations)
        harvest = Harvest("1", count, count, relations=told, held=count, every_relation=True)
        return record(harvest, RunReport("hierarchy"), book)

    assert said(many).fault is None
    report = said(many[:30])
    assert (report.fault, report.withdrawn) == ("vanished", 0)
    assert len(records.relations()) == 50
    assert records.failures()[0].path == "hierarchy:1"
    accepted = said(many[:30], Book(records, book.today, accept_loss=True))
    assert (accepted.fault, accepted.withdrawn) == (None, 20)
    assert (len(records.relations()), records.failures()) == (30, [])
