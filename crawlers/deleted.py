"""What a source says it has deleted, taken out of the records: tombstones, never silent loss."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from urllib.parse import parse_qsl, urlsplit

from crawlers.contract import Deleted
from records.errors import WrongForm
from records.model import Version
from records.store import Records

KOREA = timezone(timedelta(hours=9))
"""Where the days of deletions are counted."""
_BRINGS = {"law:": ("law", "eflaw"), "ordin:": ("ordin",), "admrul:": ("admrul",)}
_SERIAL = re.compile(r"[?&]admRulSeq=(\d+)")


@dataclass(frozen=True, slots=True)
class Taken:
    """Something in the records that the source has deleted: a version of a law, or a paper."""

    document_id: str
    serial: str
    made: date | None
    """When it was promulgated or issued."""

    version: Version | None = None


def deleted_here(listed: Deleted, records: Records) -> list[Taken]:
    """What of the list is in the records, and did not come again after it was deleted; `WrongForm`
    when something here is younger than its deletion, since then the numbers mean another thing."""
    found = list(_found(listed, records))
    for one in found:
        if one.made and one.made > listed.days[one.serial]:
            raise WrongForm(
                f"{one.document_id}은 {one.made}에 나왔는데 {listed.days[one.serial]}에"
                " 삭제되었다고 합니다: 삭제 목록의 일련번호가 다른 것을 뜻합니다"
            )
    again = _came_again(listed, records) if found else {}
    return [one for one in found if again.get(one.serial, date.min) <= listed.days[one.serial]]


def take_out(gone: Collection[Taken], records: Records) -> int:
    """Take the versions out of their laws, and withdraw what nothing is left of; how many went."""
    for law in dict.fromkeys(one.document_id for one in gone):
        some = [one.version for one in gone if one.document_id == law]
        if any(version is None for version in some):
            records.withdraw(law)
        else:
            records.delete_versions(law, [version for version in some if version])
    return len(gone)


def _found(listed: Deleted, records: Records) -> Iterator[Taken]:
    if listed.prefix == "admrul:":
        ids = [one for one, _, _ in records.revisions() if one.startswith(listed.prefix)]
        for paper in records.documents(ids).values():
            serial = _SERIAL.search(paper.source_url or "")
            if serial and serial[1] in listed.days:
                yield Taken(paper.id, serial[1], paper.date)
        return
    for law, version in records.versions_with(listed.prefix, listed.days):
        yield Taken(law, version.mst, version.promulgated, version)


def _came_again(listed: Deleted, records: Records) -> dict[str, date]:
    """The last day on which each body was fetched, since the first of these deletions."""
    since = datetime.combine(min(listed.days.values()), time(), KOREA).astimezone(UTC)
    days: dict[str, date] = {}
    for source in _BRINGS[listed.prefix]:
        for one in records.archived(source, since):
            asked = dict(parse_qsl(urlsplit(one.address).query))
            serial = asked.get("MST") or asked.get("ID")
            if serial and "/lawService.do?" in one.address:
                days[serial] = one.when.astimezone(KOREA).date()
    return days
