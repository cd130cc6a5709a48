"""``radar``: the ordinances and pending bills that an amendment left behind; what to repair."""

from collections.abc import Iterable
from datetime import date
from typing import Final

import click

from indexer.statutes.changes import ChangeKind
from indexer.statutes.radar.model import Problem, Role
from records.viewer import Viewer
from search_ui.radar_tools import Alert, Citing, Repair
from ucouncil.commands.laws import find_law
from ucouncil.commands.options import Day, Settings, home_option, json_option, viewer_option
from ucouncil.council import Council
from ucouncil.output import emit, say
from ucouncil.radar_tool import Watcher

_NOTHING: Final = "없습니다"


@click.command
@click.argument("law", required=False)
@click.option("--since", type=Day(), help="이날부터 시행된(될) 개정만")
@click.option(
    "--repairs", is_flag=True, help="없어지거나 번호가 바뀐 조문의 인용만, 고칠 번호와 함께"
)
@json_option
@viewer_option
@home_option
def radar(
    settings: Settings,
    law: str | None,
    since: date | None,
    repairs: bool,
    as_json: bool,
    viewer: Viewer,
) -> None:
    """바뀐 조문을 인용한 조례·하위 법령·계류 의안을 찾습니다(조례 점검)."""
    with Council(settings) as council:
        found = find_law(council.records, law).document_id if law else None
        watch = Watcher(council.records)
        if repairs:
            rows = [one for one in watch.repairs(found, viewer) if _late(one.since, since)]
            return emit(rows) if as_json else _tell_repairs(rows)
        alerts = watch.alerts(found, since, viewer)
        return emit(alerts) if as_json else _tell_alerts(alerts)


def _late(day: date | None, since: date | None) -> bool:
    return since is None or (day is not None and day >= since)


def _tell_alerts(alerts: Iterable[Alert]) -> None:
    alerts = list(alerts)
    say(f"바뀐 조문을 인용한 곳: {len(alerts) or _NOTHING}")
    for one in alerts:
        where = f" → {one.now}" if one.now not in (None, one.article) else ""
        state = " 시행예정" if one.upcoming else ""
        foreseen = "  (공포된 뒤에 쓴 글: 이미 반영했을 수 있음)" if one.foreseen else ""
        change = ChangeKind(one.change).korean
        say(f"\n{one.name} {one.article}{where}  [{change}{state} {one.since}]{foreseen}")
        _tell_place(one.citing)


def _tell_repairs(repairs: Iterable[Repair]) -> None:
    repairs = list(repairs)
    say(f"고칠 인용: {len(repairs) or _NOTHING}")
    for one in repairs:
        proposed = f" → {one.proposed}" if one.proposed else ""
        problem = Problem(one.problem).korean
        say(f"\n{one.name} {one.article or ''}{proposed}  [{problem}] {one.evidence}")
        _tell_place(one.citing)


def _tell_place(citing: Citing) -> None:
    words = f" “{' '.join(citing.text.split())}”" if citing.text else ""
    place = f"{citing.title} {citing.article or ''}".strip()
    say(f"  {Role(citing.role).korean} · [{citing.kind.korean}] {place}{words} ({citing.written})")
