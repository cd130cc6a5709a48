"""``bundle``: the meetings of a day, each in one ZIP that is read offline (회의 꾸러미)."""

from datetime import date
from pathlib import Path
from shutil import copyfileobj

import click

from records.errors import Misuse
from records.timeline import today
from records.viewer import Viewer
from search_ui.desk import Desk
from search_ui.meeting.agenda import sittings
from search_ui.meeting.bundle import bundle_name, to_zip
from ucouncil.commands.options import Day, Settings, home_option, viewer_option
from ucouncil.council import Council
from ucouncil.output import say
from ucouncil.pictures import Pictures


@click.command
@click.option("--day", type=Day(), help="회의 날짜 (기본 오늘)")
@click.option("--meeting", help="그 회의 하나만")
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), default=Path())
@viewer_option
@home_option
def bundle(
    settings: Settings, day: date | None, meeting: str | None, output: Path, viewer: Viewer
) -> None:
    """회의 꾸러미: 의사일정, 자료, 인용 조문을 통신 없이 여는 파일로 만듭니다."""
    with Council(settings) as council:
        render = Pictures(council.renderer)
        desk = Desk(council.records, council.searcher, viewer, render)
        found = [
            one
            for one in sittings(desk, day or today())
            if meeting is None or one.meeting.id == meeting
        ]
        if not found:
            raise Misuse(f"{day or today()}에 그런 회의가 없습니다")
        output.mkdir(parents=True, exist_ok=True)
        for one in found:
            file = output / bundle_name(one)
            with to_zip(desk, one) as made, file.open("wb") as kept:
                made.seek(0)
                copyfileobj(made, kept)
            say(f"{one.name}: {file}")
