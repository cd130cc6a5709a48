"""How each source is doing: last success, last new item, completeness, what failed, next run."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from crawlers.sources import KnownSource
from records.errors import SourceFault, UCouncilError
from records.runs import Run
from records.store import Records

RETRY = timedelta(hours=1)
"""After a run that failed the next comes at least so soon."""
STALLED = "도중에 멈춘 수집입니다"


@dataclass(frozen=True, slots=True)
class SourceState:
    """One line of `ucouncil sources`. ``announced`` and ``held`` are of the last run that
    ended well; ``missing`` names settings without which the source cannot run; ``recorded``
    says that its reader was checked against recordings of the real service."""

    source: str
    title: str
    on: bool
    recorded: bool
    last_run: datetime | None
    last_success: datetime | None
    last_new: datetime | None
    announced: int | None
    held: int | None
    fault: str | None
    reason: str | None
    advice: str | None
    missing: tuple[str, ...]
    next_run: datetime | None

    def due(self, now: datetime) -> bool:
        """Whether it is time for a run."""
        return self.next_run is not None and self.next_run <= now


def state_of(
    known: KnownSource,
    records: Records,
    now: datetime,
    *,
    on: bool,
    missing: tuple[str, ...] = (),
    hours: float | None = None,
) -> SourceState:
    """The state of one source; ``hours`` is the council's own rhythm."""
    runs = records.runs(known.name)
    last = runs[0] if runs else None
    good = next((run for run in runs if run.finished and run.fault_code is None), None)
    code, reason = _fault(last)
    rhythm = timedelta(hours=hours or known.hours)
    return SourceState(
        source=known.name,
        title=known.title,
        on=on,
        recorded=known.recorded,
        last_run=last.started if last else None,
        last_success=good.finished if good else None,
        last_new=records.last_new(known.name),
        announced=good.announced if good else None,
        held=good.stored if good else None,
        fault=code,
        reason=reason,
        advice=advice_of(code) if code else None,
        missing=missing,
        next_run=_next(last, code, rhythm, now) if on and not missing else None,
    )


def missing_of(known: KnownSource, options: Mapping[str, str], has_key: bool) -> tuple[str, ...]:
    """The settings that ``known`` lacks; ``a|b`` asks for one of the two."""
    lacks = [
        asked
        for asked in known.asks
        if not any(options.get(name) or known.options.get(name) for name in asked.split("|"))
    ]
    return (*lacks, *([known.key] if known.key and not has_key else []))


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
    leaves = {leaf("").code: leaf.advice for leaf in SourceFault.__subclasses__()}
    return leaves.get(code, UCouncilError.advice)
