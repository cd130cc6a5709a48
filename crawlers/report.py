"""The account of a run: each outcome is put into the records and added to the report."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import date

from crawlers.contract import Harvest, Lost, Outcome
from records.changes import Outcome as Stored
from records.errors import SourceFault, UCouncilError
from records.store import Records


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a run did. ``fault`` is the code of the first fault, ``reason`` its words; ``lost``
    names each thing that could not be brought whole, with its reason."""

    source: str
    announced: int = 0
    received: int = 0
    loaded: int = 0
    unchanged: int = 0
    fault: str | None = None
    reason: str | None = None
    advice: str | None = None
    lost: tuple[tuple[str, str], ...] = ()

    @property
    def stored(self) -> int:
        """Items that are in the records now as the source has them."""
        return self.loaded + self.unchanged


def record(outcome: Outcome, report: RunReport, records: Records, today: date) -> RunReport:
    """Store a harvest whole and count it, or note what was lost; returns the new report."""
    if isinstance(outcome, Lost):
        lost = (*report.lost, (outcome.of, str(outcome.fault)))
        return replace(faulty(report, outcome.fault), lost=lost)
    stored = _store(outcome, records, today)
    same = sum(item.status == "unchanged" for item in stored)
    return replace(
        report,
        announced=report.announced + outcome.announced,
        received=report.received + outcome.received,
        loaded=report.loaded + len(stored) - same,
        unchanged=report.unchanged + same,
    )


async def account(
    outcomes: AsyncIterator[Outcome], report: RunReport, records: Records, today: date
) -> RunReport:
    """Record all ``outcomes`` of a source that is read in this process."""
    try:
        async for outcome in outcomes:
            report = record(outcome, report, records, today)
    except SourceFault as fault:
        report = faulty(report, fault)
    return report


def _store(harvest: Harvest, records: Records, today: date) -> list[Stored]:
    stored = list(records.put(harvest.documents)) if harvest.documents else []
    if harvest.versions:
        checked = today if harvest.every_version else None
        stored += records.put_versions(
            harvest.versions, ordinance=harvest.ordinance, public=True, checked=checked
        )
    return stored


def faulty(report: RunReport, fault: UCouncilError) -> RunReport:
    """Note what ended or spoilt the run; the first fault names it."""
    if report.fault:
        return report
    return replace(report, fault=fault.code, reason=str(fault), advice=fault.advice)
