"""The order for one run of a source: where, with which key, and what is there already."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from urllib.parse import urlsplit

from crawlers.contract import LOOPBACK, Job, Pace
from crawlers.sources import KnownSource
from records.store import Records

SAMPLE_KEY = "test"
"""Sent to a server given by ``base_url`` when no key is set."""


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
        known=frozenset() if order.anew else _open(records, f"{known.name}:"),
    )
    return replace(job, pace=LOOPBACK) if job.local and order.pace is None else job


def address(home: str, base_url: str | None) -> str:
    """Where to ask: ``base_url`` gets the path of ``home`` unless it has one of its own.

    >>> address("https://www.law.go.kr/DRF", "http://127.0.0.1:8000/")
    'http://127.0.0.1:8000/DRF'
    """
    if base_url is None:
        return home
    own = urlsplit(base_url).path.strip("/")
    return base_url.rstrip("/") + ("" if own else urlsplit(home).path)


def _open(records: Records, prefix: str) -> frozenset[str]:
    """The ids of the documents of a source that are open to readers."""
    return frozenset(
        one for one, _, open_ in records.revisions() if open_ and one.startswith(prefix)
    )
