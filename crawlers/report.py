"""The account of a run: each outcome is put into the records and added to the report."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import date

from crawlers.beyond import note_turned
from crawlers.contract import Deleted, Everything, Gate, Harvest, Lost, Outcome, Turned, hold_all
from crawlers.deleted import deleted_here, take_out
from crawlers.enclosed import Read, keep_only
from crawlers.enclosing import forget_failures, note_failures, with_files
from crawlers.videos import link_videos
from records.changes import Outcome as Stored
from records.errors import BadSetting, SourceFault, UCouncilError, Vanished
from records.store import Records

FEW, PART = 10, 0.2
"""So many papers, or such a part of those held, may be gone from a list at once."""


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a run did. ``fault`` is the code of the first fault, ``reason`` its words; ``lost``
    names each thing that could not be brought whole, with its reason. A list that was left before
    its end is among them and is no fault: what came of it is right."""

    source: str
    announced: int = 0
    received: int = 0
    loaded: int = 0
    unchanged: int = 0
    withdrawn: int = 0
    fault: str | None = None
    reason: str | None = None
    advice: str | None = None
    lost: tuple[tuple[str, str], ...] = ()

    @property
    def stored(self) -> int:
        """Items that are in the records now as the source has them."""
        return self.loaded + self.unchanged


@dataclass(frozen=True, slots=True)
class Book:
    """Where a run is written: the records, the day it counts as, the privacy gate, and how the
    text of an attached file is read. ``accept_loss``: a person has seen that it is true when a
    great part is gone at the source."""

    records: Records
    today: date
    gate: Gate = hold_all
    read: Read = keep_only
    accept_loss: bool = False

    def believes(self, gone: int, held: int) -> bool:
        """Whether so many of those held may be gone at once."""
        return self.accept_loss or gone <= max(FEW, held * PART)


def record(outcome: Outcome, report: RunReport, book: Book) -> RunReport:
    """Store a harvest whole and count it, or note what was lost or is gone; the new report."""
    if isinstance(outcome, Lost):
        fault, place = outcome.fault, f"{report.source}:{outcome.of}"
        book.records.fail(place, fault.code, str(fault), fault.advice)
        lost = (*report.lost, (outcome.of, str(fault)))
        return replace(faulty(report, outcome.fault), lost=lost)
    if isinstance(outcome, Everything):
        return _withdraw(outcome, report, book)
    if isinstance(outcome, Turned):
        left = note_turned(outcome, report.source, book.records)
        return replace(report, lost=(*report.lost, left)) if left else report
    try:
        gone = _take_out(outcome.deleted, book) if outcome.deleted else 0
        new, lapsed = _relate(outcome, report.source, book)
    except SourceFault as fault:
        return record(Lost(outcome.of, fault), report, book)
    stored = _store(outcome, book)
    book.records.resolve_failure(f"{report.source}:{outcome.of}")
    same = sum(item.status == "unchanged" for item in stored)
    return replace(
        report,
        announced=report.announced + outcome.announced,
        received=report.received + outcome.received,
        loaded=report.loaded + len(stored) - same + new,
        unchanged=report.unchanged + same + outcome.held - new,
        withdrawn=report.withdrawn + gone + lapsed,
    )


async def account(outcomes: AsyncIterator[Outcome], report: RunReport, book: Book) -> RunReport:
    """Record all ``outcomes`` of a source that is read in this process."""
    try:
        async for outcome in outcomes:
            report = record(outcome, report, book)
    except (SourceFault, BadSetting) as fault:
        report = faulty(report, fault)
    return report


def _store(harvest: Harvest, book: Book) -> list[Stored]:
    """Store what hangs on papers and laws before themselves: what is there is not asked for
    again, so a kill in between must leave it to be asked for."""
    records = book.records
    records.put_members(harvest.members)
    records.put_sessions(harvest.sessions)
    records.put_meetings(harvest.meetings)
    link_videos(harvest.videos, records)
    stored = _store_papers(harvest, book) if harvest.documents else []
    if harvest.versions:
        checked = book.today if harvest.every_version else None
        stored += records.put_versions(
            harvest.versions, ordinance=harvest.ordinance, public=True, checked=checked
        )
    elif harvest.every_version:
        for law_id in harvest.law_ids:
            records.put_checked(law_id, book.today)
    return stored


def _store_papers(harvest: Harvest, book: Book) -> list[Stored]:
    """Papers with their files, behind the gate together: a file may hold what a page does not.

    A failure of a file is noted before its paper is there, and forgotten after.
    """
    files = {
        one.id: [f for f in harvest.files if f.document_id == one.id] for one in harvest.documents
    }
    whole = [with_files(one, files[one.id], book.records, book.read) for one in harvest.documents]
    papers = [replace(one.document, privacy=book.gate(one.document)) for one in whole]
    for one in whole:
        note_failures(one, book.records)
    stored = list(book.records.put(papers))
    for one in whole:
        forget_failures(one, book.records)
    return stored


def _withdraw(listed: Everything, report: RunReport, book: Book) -> RunReport:
    """Leave a tombstone for what is gone at the source; not in a run that lost something, and
    not for a great part at once, which is rather a fault of the source."""
    if report.fault:
        return report
    records = book.records
    held = [one for one, _, _ in records.revisions() if one.startswith(listed.prefix)]
    missing = records.documents([one for one in held if one not in listed.ids])
    gone = [one.id for one in missing.values() if listed.lists(one.title)]
    if not book.believes(len(gone), len(held)):
        return faulty(report, _vanished(len(held), len(gone), "목록에서 사라졌습니다"))
    for one in gone:
        records.withdraw(one)
    return replace(report, withdrawn=report.withdrawn + len(gone))


def _take_out(listed: Deleted, book: Book) -> int:
    """Take out what the source says it deleted, within the same bounds; how many went."""
    gone = deleted_here(listed, book.records)
    held = sum(one.startswith(listed.prefix) for one, _, _ in book.records.revisions())
    if not book.believes(len(gone), held):
        raise _vanished(held, len(gone), "출처의 삭제 목록에 있습니다")
    return take_out(gone, book.records)


def _relate(harvest: Harvest, source: str, book: Book) -> tuple[int, int]:
    """Store the relations; how many the source had not said before, and how many went that it
    says no more. Where it does not say all of them, that is not known."""
    records = book.records
    if not harvest.every_relation:
        records.put_relations(harvest.relations)
        return 0, 0
    told = records.told(source, harvest.of)
    gone = len(set(told) - set(harvest.relations))
    if not book.believes(gone, len(told)):
        raise _vanished(len(told), gone, "출처의 답에서 사라졌습니다")
    return records.put_told(source, harvest.of, harvest.relations), gone


def _vanished(held: int, gone: int, where: str) -> Vanished:
    return Vanished(f"가진 {held}건 가운데 {gone}건이 {where}")


def faulty(report: RunReport, fault: UCouncilError) -> RunReport:
    """Note what ended or spoilt the run; the first fault names it."""
    if report.fault:
        return report
    return replace(report, fault=fault.code, reason=str(fault), advice=fault.advice)
