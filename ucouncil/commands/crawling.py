"""``crawl`` and ``sources``: gathering from official sources, and how each is doing."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import click

from crawlers.recording import export
from crawlers.run import RunReport
from crawlers.sources import SOURCES
from crawlers.status import SourceState
from records.errors import StoreFault
from ucouncil.commands.options import Day, Settings, home_option, json_option
from ucouncil.council import Council
from ucouncil.gathering import Gathering
from ucouncil.output import emit, say

SHOWN = 5
"""Failures of a source that are told to a person."""
LOOK = 60.0
"""Seconds between two looks at the schedule."""


@click.command
@click.argument("names", metavar="[SOURCE…]", nargs=-1)
@click.option("--since", type=Day(), help="이날 뒤에 바뀐 것만")
@click.option("--base-url", help="출처 주소를 바꿈 (시험용 서버)")
@click.option("--law", "laws", multiple=True, help="이 법령만 (이름, 여러 번)")
@click.option("--due", is_flag=True, help="때가 된 출처만 (cron에서)")
@click.option("--watch", is_flag=True, help="끝내지 않고 때마다, 수집마다 한 줄 (끝내기: Ctrl+C)")
@click.option("--anew", is_flag=True, help="이미 가진 판도 다시 받음")
@click.option("--accept-loss", is_flag=True, help="출처에서 많이 없어진 것이 맞으니 거둠 (이번만)")
@json_option
@home_option
def crawl(
    settings: Settings,
    names: tuple[str, ...],
    since: date | None,
    base_url: str | None,
    laws: tuple[str, ...],
    due: bool,
    watch: bool,
    anew: bool,
    accept_loss: bool,
    as_json: bool,
) -> None:
    """공식 출처에서 모읍니다. 빈 답과 모자란 답은 실패입니다."""
    _check(names)
    if accept_loss and (watch or not names):
        raise click.UsageError("--accept-loss에는 출처 이름이 있어야 하고 --watch와 함께 못 씁니다")
    with Council(settings) as council:
        gathering = Gathering.of(council)
        wanted = _scheduled(gathering, watch) if due or watch else names
        if not (names or due or watch):
            wanted = gathering.chosen(bool(laws))
        run = partial(gathering.run, since=since, base_url=base_url, laws=laws, anew=anew)
        run = partial(run, accept_loss=accept_loss)
        if watch:
            return _for_ever(wanted, run, emit if as_json else _tell)
        reports = [_told(run(name, progress=_watched), as_json) for name in wanted]
    if as_json:
        emit(reports)
    sys.exit(0 if all(report.fault is None for report in reports) else 1)


def _told(report: RunReport, as_json: bool) -> RunReport:
    if not as_json:
        _tell(report)
    return report


def _for_ever(
    wanted: Iterable[str], run: Callable[..., RunReport], tell: Callable[[RunReport], None]
) -> None:
    """Tell of each run as it ends. While the records fail the sources wait."""
    for name in wanted:
        try:
            tell(run(name, progress=_watched))
        except StoreFault as fault:
            click.echo(f"{name}: {fault} → {fault.advice}", err=True)


def _check(names: Iterable[str]) -> None:
    unknown = set(names) - set(SOURCES)
    if unknown:
        raise click.UsageError(
            f"모르는 출처: {', '.join(sorted(unknown))}. 있는 출처: {', '.join(SOURCES)}"
        )


def _scheduled(gathering: Gathering, watch: bool) -> Iterator[str]:
    """The sources whose time has come; with ``watch`` again and again."""
    yield from gathering.due()
    while watch:
        time.sleep(LOOK)
        yield from gathering.due()


def _watched(line: str) -> None:
    """Progress, when a person watches."""
    if sys.stderr.isatty():
        click.echo(line, err=True)


def _tell(report: RunReport) -> None:
    outcome = f"실패: {report.reason} → {report.advice}" if report.fault else "끝남"
    say(
        f"{report.source}: {outcome} · 알림 {report.announced} · 받음 {report.received} · "
        f"들임 {report.loaded} · 그대로 {report.unchanged} · 거둠 {report.withdrawn}"
    )
    for name, reason in report.lost:
        say(f"  {name}: {reason}")


@click.command
@click.argument("source", type=click.Choice(list(SOURCES)))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--law", "laws", multiple=True, help="이 법령만 (이름, 여러 번)")
@click.option("--since", type=Day(), help="이날 뒤에 바뀐 것만")
@home_option
def record(
    settings: Settings, source: str, folder: Path, laws: tuple[str, ...], since: date | None
) -> None:
    """출처의 실제 답을 파일로 남깁니다: 키와 연락처를 뺀 시험용 기록."""
    began = datetime.now(UTC)
    with Council(settings) as council:
        gathering = Gathering.of(council)
        report = gathering.run(source, since=since, laws=laws, anew=True, progress=_watched)
        count = export(council.records, source, folder, began)
    _tell(report)
    say(f"{folder}: 답 {count}개")
    sys.exit(0 if report.fault is None else 1)


@click.command
@json_option
@home_option
def sources(settings: Settings, as_json: bool) -> None:
    """출처마다 마지막 성공, 새 자료, 완전함, 실패와 할 일, 다음 수집을 보입니다."""
    with Council(settings) as council:
        states = Gathering.of(council).states()
    if as_json:
        return emit(states)
    for state in states:
        for line in _lines(state):
            say(line)
    return None


def _lines(state: SourceState) -> Iterator[str]:
    checked = "실제 답으로 확인" if state.recorded else "설명으로만 확인"
    yield f"{state.source}  {state.title}  ({'켜짐' if state.on else '꺼짐'}, {checked})"
    if state.missing:
        yield f"  설정 필요: {', '.join(state.missing)}"
    if state.last_run is None:
        yield "  수집한 적 없음"
        return
    if state.running:
        yield f"  수집하는 중: 지금까지 {state.so_far or 0}건"
    yield (
        f"  마지막 성공 {_when(state.last_success)} · 마지막 새 자료 {_when(state.last_new)} · "
        f"알림 {_count(state.announced)} · 가짐 {_count(state.held)}{_whole(state)} · "
        f"다음 {_when(state.next_run)}"
    )
    if state.fault:
        yield f"  실패: {state.reason} → {state.advice}"
    if state.beyond:
        yield f"  모자람: {state.beyond.reason} → {state.beyond.advice}"
    for failure in state.failures[:SHOWN]:
        yield f"  못 받음 {failure.path}: {failure.reason} → {failure.advice}"
    if len(state.failures) > SHOWN:
        yield f"  못 받은 것 {len(state.failures) - SHOWN}건 더 (--json)"


def _whole(state: SourceState) -> str:
    """How complete the source is, in words."""
    if state.complete is None:
        return ""
    return " (모두)" if state.complete else " (모자람)"


def _when(moment: datetime | None) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}" if moment else "없음"


def _count(number: int | None) -> str:
    return "모름" if number is None else str(number)
