"""Bodies of versions, asked for once even when the law they belong to fails again and again.

A law is stored whole or not at all, so one body that the source can never give would make every
run fetch all the others anew. They were archived: from there they are read, and only what cannot
be read from there is asked for.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from crawlers.addresses import whole_address
from crawlers.contract import Answer, Fetch, Job
from records.errors import OriginalMissing, SourceFault
from records.model import Version
from records.originals import Originals
from records.store import Records

FRESH = timedelta(days=30)
"""So long an answer of a failed run is as good as a new one."""


async def body(
    fetch: Fetch, job: Job, params: Mapping[str, str], read: Callable[[Answer], Version]
) -> Version:
    """The version that ``read`` makes of the body, kept or asked for."""
    kept = _kept(job, whole_address(job.base_url, SERVICE, params))
    if kept is not None:
        try:
            return read(kept)
        except SourceFault:
            pass  # it was this one that failed: it may be right by now
    return read(await fetch(SERVICE, params))


SERVICE = "lawService.do"


def _kept(job: Job, address: str) -> Answer | None:
    if address not in job.kept:
        return None
    try:
        content = Originals(job.originals).get(job.kept[address])
    except OriginalMissing:
        return None
    return Answer(address, 200, content, datetime.now(UTC))


def kept_bodies(records: Records, source: str) -> dict[str, str]:
    """The bodies that came since the last run that ended well, if the last did not."""
    if records.ended_well(source):
        return {}
    good = records.last_run(source, good=True)
    oldest = datetime.now(UTC) - FRESH
    since = max(good.started, oldest) if good else oldest
    answers = records.archived(source, since)
    return {one.address: one.sha256 for one in answers if f"/{SERVICE}?" in one.address}
