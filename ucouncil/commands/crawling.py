"""``crawl`` and ``sources``: gathering from official sources, and how each is doing."""

import sys
from datetime import date

import click

from crawlers.run import RunReport
from crawlers.run import crawl as run
from crawlers.sources import SOURCES
from ucouncil.commands.options import Day, Settings, home_option, json_option
from ucouncil.council import Council
from ucouncil.output import emit, say


@click.command
@click.argument("names", metavar="[SOURCE…]", nargs=-1)
@click.option("--since", type=Day(), help="이날 뒤에 바뀐 것만")
@click.option("--base-url", help="출처 주소를 바꿈 (시험용 서버)")
@click.option("--law", "laws", multiple=True, help="이 법령만 (이름, 여러 번)")
@json_option
@home_option
def crawl(
    settings: Settings,
    names: tuple[str, ...],
    since: date | None,
    base_url: str | None,
    laws: tuple[str, ...],
    as_json: bool,
) -> None:
    """공식 출처에서 모읍니다. 빈 답과 모자란 답은 실패입니다."""
    unknown = set(names) - set(SOURCES)
    if unknown:
        raise click.UsageError(
            f"모르는 출처: {', '.join(sorted(unknown))}. 있는 출처: {', '.join(SOURCES)}"
        )
    key = settings.law_key.get_secret_value() if settings.law_key else None
    with Council(settings) as council:
        reports = [
            run(
                name,
                council.records,
                base_url=base_url,
                since=since,
                key=key,
                laws=laws,
                progress=_watched,
            )
            for name in names or SOURCES
        ]
    emit(reports) if as_json else _tell(reports)
    sys.exit(0 if all(report.fault is None for report in reports) else 1)


def _watched(line: str) -> None:
    """Progress, when a person watches."""
    if sys.stderr.isatty():
        click.echo(line, err=True)


def _tell(reports: list[RunReport]) -> None:
    for report in reports:
        outcome = f"실패: {report.reason}" if report.fault else "끝남"
        say(
            f"{report.source}: {outcome} · 알림 {report.announced} · 받음 {report.received} · "
            f"들임 {report.loaded} · 그대로 {report.unchanged}"
        )


@click.command
@json_option
@home_option
def sources(settings: Settings, as_json: bool) -> None:
    """출처마다 마지막 성공, 완전함, 실패와 할 일을 보입니다."""
    with Council(settings) as council:
        states = [
            {"source": name, "title": SOURCES[name].title, "runs": council.records.runs(name)[:5]}
            for name in SOURCES
        ]
    if as_json:
        return emit(states)
    for state in states:
        say(f"{state['source']}  {state['title']}  최근 {state['runs'] or '수집한 적 없음'}")
    return None
