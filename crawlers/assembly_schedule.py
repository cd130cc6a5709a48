"""열린국회정보 schedule (국회일정 통합): sittings, hearings and events of the house, a paper each.

The service gives its rows neither a number nor an order, so the whole list is counted, the days
of the last weeks and those to come are kept, and a row is known by what it says. A row that
changes or goes leaves a tombstone.
"""

import hashlib
from collections.abc import AsyncIterator
from datetime import timedelta

from crawlers.assembly import AssemblySource, listed
from crawlers.contract import Everything, Fetch, Harvest, Job, Outcome
from crawlers.rows import Fields
from records.model import Document, Kind, Passage, Visibility

SCHEDULE = "ALLSCHEDULE"
BACK = timedelta(days=30)
"""How far a run without ``since`` looks back."""
_FACTS = (
    ("일정 종류", "SCH_KIND"),
    ("날짜", "SCH_DT"),
    ("시간", "SCH_TM"),
    ("회의 구분", "CONF_DIV"),
    ("위원회", "CMIT_NM"),
    ("회기", "CONF_SESS"),
    ("차수", "CONF_DGR"),
    ("주최", "EV_INST_NM"),
    ("장소", "EV_PLC"),
)


async def _schedule(fetch: Fetch, job: Job) -> AsyncIterator[Outcome]:
    first, ids, total = job.since or job.today - BACK, set[str](), 0
    async for page in listed(fetch, SCHEDULE, {}):
        ids.update(_id(row) for row in page.rows)
        days = [(row, row.day("SCH_DT")) for row in page.rows]
        young = {_id(row): read_event(row) for row, day in days if day is None or day >= first}
        held = len(page.rows) - len(young)
        found = tuple(young.values())
        yield Harvest("일정", page.total - total, len(page.rows), documents=found, held=held)
        total = page.total
    yield Everything("assembly-schedule:", frozenset(ids))


def _id(row: Fields) -> str:
    said = "\n".join((row["SCH_CN"], *(row[name] for _, name in _FACTS)))
    return f"assembly-schedule:{hashlib.sha256(said.encode()).hexdigest()[:16]}"


def read_event(row: Fields) -> Document:
    """One line of the schedule."""
    title = row["SCH_CN"] or row.need("CONF_DIV")
    facts = [f"{label}: {row[name]}" for label, name in _FACTS if row[name]]
    return Document(
        id=_id(row),
        kind=Kind.OTHER,
        title=title,
        date=row.day("SCH_DT"),
        committee=row["CMIT_NM"] or None,
        agency="국회",
        visibility=Visibility.PUBLIC,
        source="assembly-schedule",
        passages=tuple(
            Passage(order, line, heading=order == 0) for order, line in enumerate((title, *facts))
        ),
    )


ASSEMBLY_SCHEDULE = AssemblySource("assembly-schedule", _schedule)
