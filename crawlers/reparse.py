"""Reading the archive again: when a reader has become better, nothing need be fetched anew."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import MappingProxyType
from urllib.parse import parse_qsl, urlsplit

from crawlers.addresses import whole_address
from crawlers.contract import Answer, Everything, Gate, Job, Outcome, Pace, Turned, hold_all
from crawlers.enclosed import Read, keep_only
from crawlers.forms import judge
from crawlers.report import Book, RunReport, account
from crawlers.sources import SOURCES
from records.errors import NotFound
from records.store import Records


@dataclass(frozen=True, slots=True)
class ArchiveFetch:
    """A `Fetch` that answers from kept answers: of each address the newest that is whole."""

    records: Records
    kept: Mapping[str, tuple[str, ...]]
    expects: str
    base_url: str

    async def __call__(
        self, path: str, params: Mapping[str, str], expects: str | None = None
    ) -> Answer:
        address = whole_address(self.base_url, path, params)
        for sha256 in self.kept.get(_below_host(address), ()):
            body = self.records.originals.get(sha256)
            if judge(200, body, expects or self.expects) is None:
                return Answer(address, 200, body, datetime.now(UTC))
        raise NotFound(f"보관된 답이 없습니다: {address}")


def reparse(
    source: str,
    records: Records,
    *,
    options: Mapping[str, str] = MappingProxyType({}),
    gate: Gate = hold_all,
    read: Read = keep_only,
) -> RunReport:
    """Read all kept answers of ``source`` again and store what they say now."""
    reader = SOURCES[source].source
    kept, home = _kept(source, records), SOURCES[source].home
    asked = [dict(parse_qsl(urlsplit(address).query)) for address in kept]
    held = _brought_by_another(records, asked) if SOURCES[source].laws else frozenset()
    names = reader.names_in(asked)
    job = Job(source, home, None, names, None, date.today(), Pace(), options, held)
    fetch = ArchiveFetch(records, kept, reader.expects, home)
    book = Book(records, job.today, gate, read)
    return asyncio.run(account(_brought(reader.crawl(fetch, job)), RunReport(source), book))


async def _brought(outcomes: AsyncIterator[Outcome]) -> AsyncIterator[Outcome]:
    """What was brought or lost. The pages of a list may have been kept on different days: what
    is on none of them is not therefore gone."""
    async for outcome in outcomes:
        if not isinstance(outcome, Everything | Turned):
            yield outcome


def _kept(source: str, records: Records) -> dict[str, tuple[str, ...]]:
    """The SHA-256 of the answers to each address, newest first."""
    kept: dict[str, tuple[str, ...]] = {}
    for archived in records.archived(source):
        address = _below_host(archived.address)
        kept[address] = (archived.sha256, *kept.get(address, ()))
    return kept


def _brought_by_another(
    records: Records, asked: Iterable[Mapping[str, str]]
) -> frozenset[tuple[str, date, str | None]]:
    """The versions whose bodies this source never asked for, as they were there already."""
    own = {(params["MST"], params.get("efYd")) for params in asked if "MST" in params}
    return frozenset(
        key
        for key in records.version_keys()
        if not own & {(key[0], None), (key[0], f"{key[1]:%Y%m%d}")}
    )


def _below_host(address: str) -> str:
    """
    >>> _below_host("http://127.0.0.1:8000/DRF/lawSearch.do?page=1")
    '/DRF/lawSearch.do?page=1'
    """
    return "/" + address.partition("://")[2].partition("/")[2]
