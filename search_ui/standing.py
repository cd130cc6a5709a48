"""What an answer stands on: when each source last succeeded, and what is held back or unread.

Nothing found is believed only as far as the sources that were searched are alive.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import groupby
from time import monotonic
from typing import Any, Final

from records.model import Document
from records.runs import Run
from records.store import Records
from search_ui.address import View
from search_ui.api.answers import SourceState
from search_ui.desk import Desk

OLD: Final = timedelta(days=8)
"""A source without success for longer is out of date: the slowest are asked every week."""
_LONGEST_RUN: Final = timedelta(days=1)
_KEPT: Final = 15.0
"""Seconds for which what was read is good enough: people type faster than sources change."""
INSIDE: Final = ("staff", "operator")
"""Who is told reasons and counts of what is held back."""


def source_states(
    runs: Sequence[Run], titles: Mapping[str, str], inside: bool
) -> tuple[SourceState, ...]:
    """Every source that has a title or was visited; reasons only for those ``inside``."""
    ordered = sorted(runs, key=lambda run: (run.source, -run.id))
    visited = {name: list(some) for name, some in groupby(ordered, key=lambda run: run.source)}
    names = dict.fromkeys([*titles, *visited])
    return tuple(
        _state(name, titles.get(name, name), visited.get(name, []), inside) for name in names
    )


def _state(name: str, title: str, runs: Sequence[Run], inside: bool) -> SourceState:
    """``runs`` come newest first."""
    last = runs[0] if runs else None
    good = next((run.finished for run in runs if run.finished and not run.fault_code), None)
    return SourceState(
        source=name,
        title=title,
        last_success=good,
        last_visit=last.started if last else None,
        announced=last.announced if last else None,
        received=last.received if last else None,
        fault=last.fault_code if last else None,
        reason=last.reason if last and inside else None,
    )


def out_of_date(state: SourceState, now: datetime) -> bool:
    """Whether a source that was visited failed last, or has not succeeded for long."""
    if state.last_visit is None:
        return False
    if state.last_success is None:  # the first run may be under way
        return bool(state.fault) or now - state.last_visit > _LONGEST_RUN
    return bool(state.fault) or now - state.last_success > OLD


def standing(view: View, desk: Desk, now: datetime | None = None) -> dict[str, Any]:
    """``line`` says it in one sentence, ``rows`` source by source, ``notes`` what is left out;
    ``stale`` are the titles of sources that are out of date."""
    moment = now or datetime.now(UTC)
    runs, held, failed, behind = _read(desk.records, desk.applied, int(monotonic() / _KEPT))
    inside = desk.viewer.role in INSIDE
    states = [s for s in source_states(runs, desk.sources, inside) if s.last_visit]
    stale = [state for state in states if out_of_date(state, moment)]
    return {
        "line": _line(states, stale),
        "rows": [_row(state, state in stale) for state in states],
        "notes": _notes(view, held, failed, behind) if inside else [_LEFT_OUT],
        "stale": [state.title for state in stale],
    }


@lru_cache(maxsize=4)
def _read(
    records: Records, applied: Callable[[], int] | None, beat: int
) -> tuple[list[Run], list[Document], int, int]:
    """Runs, held papers, the number of failures, and how far search is behind; ``beat`` lets go
    of them in time."""
    behind = records.last_revision() - applied() if applied else 0
    return records.runs(), records.held(), len(records.failures()), behind


_LEFT_OUT: Final = "개인정보 점검에서 보류된 자료와 읽지 못한 파일은 나오지 않습니다."


def _line(states: Sequence[SourceState], stale: Sequence[SourceState]) -> str:
    if not states:
        return "수집한 출처 없이, 넣은 자료에서만 찾았습니다"
    last = max((state.last_success for state in states if state.last_success), default=None)
    when = f" · 마지막 수집 {_when(last)}" if last else ""
    if not stale:
        return f"출처 {len(states)}곳이 모두 정상{when}"
    return f"출처 {len(states)}곳 가운데 {len(stale)}곳이 낡았거나 실패{when}"


def _row(state: SourceState, old: bool) -> dict[str, Any]:
    fine = "정상" if state.last_success else "첫 수집 중"
    said = f"실패 ({state.reason or state.fault})" if state.fault else "오래됨" if old else fine
    when = _when(state.last_success) if state.last_success else "없음"
    return {"title": state.title, "success": when, "state": said, "old": old}


def _notes(view: View, held: Sequence[Document], failed: int, behind: int) -> list[str]:
    """Counts of what does not show, for those who can do something about it."""
    notes = []
    if held:
        here = sum(matches(view, document) for document in held)
        notes.append(f"개인정보 점검에서 보류된 자료 {len(held):,}건 (이 조건 안 {here:,}건)")
    if failed:
        notes.append(f"읽지 못한 파일 {failed:,}건 (무엇인지 몰라 조건과 견줄 수 없습니다)")
    if behind > 0:
        notes.append(f"색인이 기록보다 {behind:,}걸음 뒤에 있습니다")
    return notes or ["보류되거나 읽지 못한 자료가 없습니다"]


def matches(view: View, document: Document) -> bool:
    """Whether what was chosen beside the query holds for a paper; its words are not looked at."""
    day = document.date
    asked = (
        (view.kinds, document.kind.value in view.kinds),
        (view.committee, document.committee == view.committee),
        (view.agency, document.agency == view.agency),
        (view.member, view.member in document.members),
        (view.session, str(document.session) == view.session),
        (view.year, bool(day) and str(day.year if day else "") == view.year),
        (view.date_from, day is not None and view.date_from is not None and day >= view.date_from),
        (view.date_to, day is not None and view.date_to is not None and day <= view.date_to),
    )
    return all(holds for condition, holds in asked if condition)


def _when(moment: datetime) -> str:
    """In the time of the place where it runs."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"
