"""The demonstration: every kind in its formats, papers that agree, and nothing changed by a rerun."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from indexer.extract.service import Extractor
from records.model import Kind, Visibility
from records.store import Records
from records.viewer import Viewer
from ucouncil.demo import DemoReport, build
from ucouncil.demo.affairs import make_affairs
from ucouncil.demo.build import make_papers
from ucouncil.demo.people import NAMESAKE, make_members
from ucouncil.demo.statutes import PAPERS
from ucouncil.law_tools import Citer

pytestmark = pytest.mark.xdist_group("demo")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Records, DemoReport]]:
    home = tmp_path_factory.mktemp("demo")
    with (
        Records.create(f"sqlite:///{home}/records.db", str(home / "originals")) as records,
        Extractor(workers=2) as extractor,
    ):
        yield home, records, build(home, records, extractor)


def test_every_paper_is_there(built: tuple[Path, Records, DemoReport]) -> None:
    _, records, report = built
    assert report.load.failed == ()
    assert report.load.held == 0
    assert report.documents >= 300
    assert set(records.counts()) == set(Kind)


def test_a_second_run_changes_nothing(built: tuple[Path, Records, DemoReport]) -> None:
    home, records, first = built
    revision = records.last_revision()
    with Extractor(workers=2) as extractor:
        again = build(home, records, extractor)
    assert (again.load.loaded, again.load.unchanged) == (0, first.load.loaded)
    assert records.last_revision() == revision


def test_papers_are_always_the_same_and_in_every_format() -> None:
    affairs = make_affairs(make_members())
    papers = list(make_papers(affairs))
    assert papers == list(make_papers(make_affairs(make_members())))
    assert {paper.form for paper in papers} == {"hwpx", "docx", "pdf", "xlsx", "html"}
    assert len({paper.id for paper in papers}) == len(papers)
    assert {paper.kind for paper in papers} == {k.value for k in Kind} - {"statute", "ordinance"}


def test_papers_say_that_they_are_invented(built: tuple[Path, Records, DemoReport]) -> None:
    _, records, _ = built
    papers = make_papers(make_affairs(make_members()))
    documents = records.documents([paper.id for paper in papers])
    assert all("시연용" in one.text and one.synthetic for one in documents.values())
    assert {one.visibility for one in documents.values()} == set(Visibility)


def test_agendas_requests_and_relations_point_at_papers(
    built: tuple[Path, Records, DemoReport],
) -> None:
    _, records, _ = built
    agenda = {one for meeting in records.meetings() for one in meeting.agenda}
    asked = {request.document_id for request in records.requests()}
    ends = {end for one in records.relations() for end in (one.source, one.target)}
    members = {f"member:{member.id}" for member in records.members()}
    wanted = agenda | asked | (ends - members)
    assert len(records.documents(wanted)) == len(wanted)
    assert len(agenda) >= 96


def test_a_bill_is_the_same_matter_in_every_paper(built: tuple[Path, Records, DemoReport]) -> None:
    _, records, _ = built
    affair = make_affairs(make_members())[0]
    for kind in ("bill", "review", "minutes", "press", "audit", "question", "other"):
        text = "".join(records.document(affair.id(kind)).text.split())  # a page wraps its lines
        assert affair.number in text, kind
        assert affair.ordinance.replace(" ", "") in text, kind
    assert records.document(affair.id("bill")).number == affair.number


def test_minutes_have_speakers(built: tuple[Path, Records, DemoReport]) -> None:
    _, records, _ = built
    affair = make_affairs(make_members())[0]
    minutes = records.document(affair.id("minutes"))
    speakers = {passage.speaker for passage in minutes.passages}
    assert {f"위원장 {affair.chair.name}", f"{affair.proposer.name} 의원"} <= speakers


def test_an_ordinance_has_three_versions_and_the_bill_made_the_last(
    built: tuple[Path, Records, DemoReport],
) -> None:
    _, records, _ = built
    affair = make_affairs(make_members())[0]
    law = records.statute(f"ordin:{affair.ordinance_id}")
    assert len(law.versions) == 3
    last = max(law.versions, key=lambda version: version.effective)
    assert last.effective == affair.in_force
    assert "제6조의2" in {article.key for article in last.articles}
    assert len(records.statute("law:990001").versions) == 3
    before = records.version("990001", date(2019, 1, 1))
    assert before is not None
    assert "22명" in before.articles[2].text


def test_a_bill_cites_articles_that_changed_since(
    built: tuple[Path, Records, DemoReport],
) -> None:
    _, records, _ = built
    affair = make_affairs(make_members())[0]
    bill = records.document(affair.id("bill"))
    found = Citer(records)(bill.text, bill.date, None, Viewer("public"))
    cited = {(one.document, one.article) for one in found if one.resolved}
    ordinance = f"ordin:{affair.ordinance_id}"
    assert {(ordinance, "제5조"), ("law:990012", "제4조")} <= cited
    for law, was, now in ((ordinance, "제5조", "제5조"), ("law:990012", "제4조", "제5조")):
        then, today = records.version(law, bill.date), records.version(law, date(2026, 11, 1))
        texts = [
            next(one.text for one in version.articles if one.key == key)
            for version, key in ((then, was), (today, now))
        ]
        assert texts[0] != texts[1]
    assert [
        records.find_statutes(f"{PAPERS}{below}")[0].id for below in (" 시행령", " 시행규칙")
    ] == ["990013", "990014"]


def test_two_members_of_one_name_are_two_people() -> None:
    namesakes = [member for member in make_members() if member.name == NAMESAKE]
    assert len({member.id for member in namesakes}) == 2
    assert len({member.district for member in namesakes}) == 2
