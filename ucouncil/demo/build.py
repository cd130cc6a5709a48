"""`build`: write the invented council's papers, and take them in as any others are taken in."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from indexer.extract.service import Extractor
from indexer.intake import LoadReport, load_paths
from indexer.intake.loader import Progress
from records.model import Kind, Relation, RelationKind
from records.store import Records
from ucouncil.demo import bills, oversight, sittings, studies
from ucouncil.demo.affairs import Affair, by_session, make_affairs
from ucouncil.demo.laws import write_laws
from ucouncil.demo.paper import Paper
from ucouncil.demo.parents import make_pending_bill
from ucouncil.demo.people import SESSIONS, make_members
from ucouncil.demo.writers import write

FOLDER = "papers"
_MAKERS = (
    bills.make_bill, bills.make_review, bills.make_press, bills.make_rule,
    oversight.make_request, oversight.make_audit, oversight.make_question, oversight.make_other,
    studies.make_budget, studies.make_research, studies.make_report,
    sittings.make_committee_minutes,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DemoReport:
    """What stands in the demonstration, and what its load reported."""

    documents: int
    members: int
    load: LoadReport


def build(
    home_dir: Path, records: Records, extractor: Extractor, progress: Progress | None = None
) -> DemoReport:
    """Fill ``records`` with the council of 한빛시. Its files lie in ``home_dir/papers``.

    Running it again changes nothing: files that are there are not written again, and intake
    finds them unchanged.
    """
    members = make_members()
    affairs = make_affairs(members)
    folder = home_dir / FOLDER
    metadata = _write_papers(affairs, folder)
    report = load_paths(records, extractor, [folder], Kind.OTHER, metadata, progress)
    records.put_members(members)
    records.put_sessions(SESSIONS)
    records.put_requests([oversight.make_data_request(affair) for affair in affairs])
    for session, own in by_session(affairs):
        records.put_meetings(sittings.make_meetings(session, own))
    records.put_relations([relation for affair in affairs for relation in _relations(affair)])
    return DemoReport(sum(records.counts().values()), len(members), report)


def make_papers(affairs: tuple[Affair, ...]) -> Iterator[Paper]:
    """Every paper but the laws, always the same."""
    for affair in affairs:
        yield from (make(affair) for make in _MAKERS)
    for session, own in by_session(affairs):
        yield sittings.make_plenary_minutes(session, own)
    yield make_pending_bill()


def _write_papers(affairs: tuple[Affair, ...], folder: Path) -> Path:
    """Write what is missing; the metadata comes last and says that all is there."""
    metadata = folder / "metadata.jsonl"
    papers = list(make_papers(affairs))
    lines = [json.dumps(paper.metadata(), ensure_ascii=False) for paper in papers]
    text = "\n".join(lines) + "\n"
    if metadata.exists() and metadata.read_text(encoding="utf-8") == text:
        return metadata
    for paper in papers:
        write(paper, folder)
    write_laws(affairs, folder / "laws")
    metadata.write_text(text, encoding="utf-8")
    return metadata


def _relations(affair: Affair) -> Iterator[Relation]:
    """Who proposed, spoke and asked; what the papers of the affair do to one another."""
    bill, law = affair.id("bill"), f"ordin:{affair.ordinance_id}"
    yield Relation(f"member:{affair.proposer.id}", RelationKind.PROPOSES, bill)
    yield Relation(f"member:{affair.requester.id}", RelationKind.PROPOSES, affair.id("request"))
    yield Relation(bill, RelationKind.AMENDS, law)
    yield Relation(affair.id("rule"), RelationKind.CITES, law)
    for kind in ("review", "minutes", "press", "audit", "question", "other"):
        yield Relation(affair.id(kind), RelationKind.MENTIONS, bill)
    yield Relation(affair.id("minutes"), RelationKind.MENTIONS, affair.id("request"))
    for one in sorted({affair.chair.id, affair.proposer.id, affair.requester.id}):
        yield Relation(f"member:{one}", RelationKind.SPOKE, affair.id("minutes"))
