"""The order for one run of a source: where, with which key, and what is there already."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from crawlers.addresses import address
from crawlers.beyond import left_at
from crawlers.bodies import kept_bodies
from crawlers.contract import LOOPBACK, Job, Pace
from crawlers.sources import KnownSource
from records.store import Records

SAMPLE_KEY = "test"
"""Sent to a server given by ``base_url`` when no key is set."""

PASSING = frozenset({"refused", "empty_answer", "wrong_form", "unreachable"})
"""Faults of a file after which it is asked for again in the next run."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of a source: ``names`` instead of everything, ``since`` for what changed,
    ``options`` as the council sets them, ``anew`` to ask again for what is held already."""

    base_url: str | None = None
    since: date | None = None
    key: str | None = field(default=None, repr=False)
    names: tuple[str, ...] = ()
    pace: Pace | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    anew: bool = False


def make_job(known: KnownSource, records: Records, order: Order) -> Job:
    """The job of one run of ``known`` into ``records``."""
    there = frozenset() if order.anew else _there(records, f"{known.name}:")
    waiting = frozenset() if order.anew else _waiting(records, known.name)
    job = Job(
        source=known.name,
        base_url=address(known.home, order.base_url),
        key=order.key or (SAMPLE_KEY if order.base_url and known.key else None),
        names=order.names,
        since=order.since,
        today=date.today(),
        pace=order.pace or Pace(known.delay),
        options={**known.options, **order.options},
        held=records.version_keys() if known.laws and not order.anew else frozenset(),
        known=there - waiting,
        again=waiting,
        unfinished=not records.ended_well(known.name) or _left(known, records, order),
        kept=kept_bodies(records, known.name) if known.laws and not order.anew else {},
        originals=records.originals.url,
        files=_kept_files(records, known.name, there if known.rereads else waiting),
    )
    return replace(job, pace=LOOPBACK) if job.local and order.pace is None else job


def _left(known: KnownSource, records: Records, order: Order) -> bool:
    """Whether the list was left before its end, and may be turned further now."""
    left = left_at(known.name, records)
    pages = order.options.get("pages") or known.options.get("pages", "0")
    return left is not None and left < int(pages)


def _there(records: Records, prefix: str) -> frozenset[str]:
    """The ids of a source's documents that are there: open to readers, or held for a look."""
    held = {one.id for one in records.held()}
    return frozenset(
        one
        for one, _, open_ in records.revisions()
        if one.startswith(prefix) and (open_ or one in held)
    )


def _waiting(records: Records, source: str) -> frozenset[str]:
    """The papers of a source that miss a file which may come when it is asked for again."""
    places = (one.path for one in records.failures() if one.code in PASSING)
    ids = (place.partition("!/")[0] for place in places if "!/" in place)
    return frozenset(one for one in ids if one.startswith(f"{source}:"))


def _kept_files(records: Records, source: str, ids: frozenset[str]) -> dict[str, str]:
    """The files of these papers, by the address from which they came."""
    papers = records.documents(ids).values() if ids else ()
    kept = {file.sha256 for one in papers for file in one.attachments}
    answers = records.archived(source) if kept else ()
    return {one.address: one.sha256 for one in answers if one.sha256 in kept}
