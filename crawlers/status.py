"""How each source is doing: last success, last new item, completeness, what failed, next run.

`source_rows` is the one place that says so: `ucouncil sources` and the page show its rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from crawlers.beyond import is_beyond
from crawlers.sources import SOURCES, KnownSource
from records.errors import BadSetting, Forbidden, SourceFault, UCouncilError
from records.failures import Failure
from records.runs import Run
from records.sources import SourceState
from records.store import Records

__all__ = ["Chosen", "SourceState", "advice_of", "missing_of", "source_rows", "state_of"]

RETRY = timedelta(hours=1)
"""After a run that failed the next comes at least so soon."""
ALIVE = timedelta(minutes=10)
"""A run that gave no sign of life for so long has been killed."""
STALLED = "도중에 멈춘 수집입니다"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a council sets for a source: whether it is on, which settings it still lacks, and
    its own rhythm in hours, if it has one."""

    on: bool = False
    missing: tuple[str, ...] = ()
    hours: float | None = None


def source_rows(records: Records, chosen: Mapping[str, Chosen], now: datetime) -> list[SourceState]:
    """A row for every source there is, in the order in which they are run; ``now`` is in UTC."""
    failures = records.failures()
    return [
        state_of(known, records, now, chosen.get(known.name, Chosen()), failures)
        for known in SOURCES.values()
    ]


def state_of(
    known: KnownSource,
    records: Records,
    now: datetime,
    chosen: Chosen,
    failures: list[Failure],
) -> SourceState:
    """The state of one source."""
    last, good = records.last_run(known.name), records.last_run(known.name, good=True)
    running = last is not None and _runs(last, now)
    code, reason = (None, None) if running else _fault(last)
    rhythm = timedelta(hours=chosen.hours or known.hours)
    ready = chosen.on and not chosen.missing and not running
    own = tuple(one for one in failures if one.path.startswith(f"{known.name}:"))
    return SourceState(
        source=known.name,
        title=known.title,
        on=chosen.on,
        recorded=known.recorded,
        last_run=last.started if last else None,
        last_success=good.finished if good else None,
        last_new=records.last_new(known.name),
        announced=good.announced if good and not known.untold else None,
        held=_held(known, records, good),
        fault=code,
        reason=reason,
        advice=advice_of(code) if code else None,
        missing=chosen.missing,
        next_run=_next(last, code, rhythm, now) if ready else None,
        running=running,
        so_far=last.received if running and last else None,
        failures=tuple(one for one in own if not is_beyond(one, known.name)),
        beyond=next((one for one in own if is_beyond(one, known.name)), None),
    )


def _held(known: KnownSource, records: Records, good: Run | None) -> int | None:
    if good is None:
        return None
    return records.count_under(f"{known.name}:") if known.untold else good.stored


def missing_of(known: KnownSource, options: Mapping[str, str], has_key: bool) -> tuple[str, ...]:
    """The settings that ``known`` lacks; ``a|b`` asks for one of the two."""
    lacks = [
        asked
        for asked in known.asks
        if not any(options.get(name) or known.options.get(name) for name in asked.split("|"))
    ]
    return (*lacks, *([known.key] if known.key and not has_key else []))


def _runs(last: Run, now: datetime) -> bool:
    return last.finished is None and now - (last.alive or last.started) < ALIVE


def _fault(last: Run | None) -> tuple[str | None, str | None]:
    if last is None:
        return None, None
    return ("unreachable", STALLED) if last.finished is None else (last.fault_code, last.reason)


def _next(last: Run | None, code: str | None, rhythm: timedelta, now: datetime) -> datetime:
    if last is None:
        return now
    return last.started + (min(rhythm, RETRY) if code else rhythm)


def advice_of(code: str) -> str:
    """What the leaf of this code advises.

    >>> advice_of("refused")
    '인증 키와 서버 IP 등록을 출처 기관에서 확인하세요.'
    """
    leaves: tuple[type[UCouncilError], ...] = (BadSetting, Forbidden, *SourceFault.__subclasses__())
    return {leaf("").code: leaf.advice for leaf in leaves}.get(code, UCouncilError.advice)
