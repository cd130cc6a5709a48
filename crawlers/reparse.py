"""Reading the archive again: when a reader has become better, nothing need be fetched anew."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import parse_qsl, urlencode, urlsplit

from crawlers.contract import Answer, Job, Pace
from crawlers.forms import judge
from crawlers.report import RunReport, account
from crawlers.sources import SOURCES
from records.errors import NotFound
from records.store import Records


@dataclass(frozen=True, slots=True)
class ArchiveFetch:
    """A `Fetch` that answers from kept answers: of each address the newest that is whole."""

    records: Records
    kept: Mapping[str, tuple[str, ...]]
    expects: str

    async def __call__(self, path: str, params: Mapping[str, str]) -> Answer:
        address = f"{path}?{urlencode(params)}"
        for sha256 in self.kept.get(address, ()):
            body = self.records.originals.get(sha256)
            if judge(200, body, self.expects) is None:
                return Answer(address, 200, body, datetime.now(UTC))
        raise NotFound(f"보관된 답이 없습니다: {address}")


def reparse(source: str, records: Records) -> RunReport:
    """Read all kept answers of ``source`` again and store what they say now."""
    reader = SOURCES[source].source
    kept = _kept(source, records)
    names = reader.names_in([dict(parse_qsl(urlsplit(address).query)) for address in kept])
    job = Job(source, "", None, names, None, date.today(), Pace())
    fetch = ArchiveFetch(records, kept, reader.expects)
    return asyncio.run(account(reader.crawl(fetch, job), RunReport(source), records, job.today))


def _kept(source: str, records: Records) -> dict[str, tuple[str, ...]]:
    """The SHA-256 of the answers to each address, newest first; an address without its host."""
    kept: dict[str, tuple[str, ...]] = {}
    for archived in records.archived(source):
        address = archived.address.rpartition("/")[2]
        kept[address] = (archived.sha256, *kept.get(address, ()))
    return kept
