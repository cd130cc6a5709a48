"""The demonstration's laws give the radar something true to show."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.statutes.changes import ChangeKind
from indexer.statutes.graph import Graph
from indexer.statutes.markdown import read_markdown
from indexer.statutes.radar.model import Problem
from indexer.statutes.radar.watch import Radar
from records.store import Records
from ucouncil.demo.laws import write_laws
from ucouncil.demo.parents import ACT, AMENDED, BELLS, COMING, DECREE, SAFETY


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    write_laws((), tmp_path / "laws")
    texts = [path.read_text(encoding="utf-8") for path in sorted(tmp_path.glob("laws/*.md"))]
    with Records.create(f"sqlite:///{tmp_path}/r.db", str(tmp_path / "originals")) as opened:
        for ordinance in (False, True):
            own = [text for text in texts if ("자치법규ID" in text) is ordinance]
            opened.put_versions(map(read_markdown, own), ordinance=ordinance)
        Graph(opened).update()
        yield opened


def test_ordinances_that_were_not_brought_up_to_date(records: Records) -> None:
    found = {
        (one.place.title, one.article, one.problem, one.proposed, one.since)
        for one in Radar(records).repairs()
        if one.name == ACT
    }
    assert found == {
        (SAFETY, "제3조", Problem.RENUMBERED, "제4조", AMENDED),
        (BELLS, "제4조", Problem.RENUMBERED, "제6조", AMENDED),
        (DECREE, "제4조", Problem.RENUMBERED, "제6조", AMENDED),
        (SAFETY, "제5조", Problem.DELETED, None, AMENDED),
    }


def test_an_amendment_to_come_is_told(records: Records) -> None:
    (one,) = Radar(records).alerts(since=COMING)
    assert (one.name, one.article, one.kind, one.last) == (ACT, "제4조", ChangeKind.CHANGED, COMING)
