"""``index`` and ``verify``: bringing the engine up to date and proving that it is."""

import sys

import click

from indexer.verify import verify as compare
from ucouncil.commands.options import Settings, home_option, json_option
from ucouncil.council import Council
from ucouncil.output import emit, progress, say


@click.command
@click.option("--rebuild", is_flag=True, help="처음부터 다시 만들고, 다 되면 바꿔 끼움")
@json_option
@home_option
def index(settings: Settings, rebuild: bool, as_json: bool) -> None:
    """색인을 기록에 맞춥니다. 하던 검색은 멈추지 않습니다."""
    with Council(settings, writer=True) as council, progress("색인하는 중") as advance:
        council.graph.update(advance)
        worker = council.worker
        moved = worker.rebuild(advance) if rebuild else worker.run(advance)
        applied = council.engine.applied().revision
    emit({"indexed": moved, "revision": applied}) if as_json else say(
        f"색인함 {moved}건 (기록 {applied}판까지)"
    )


@click.command
@json_option
@home_option
def verify(settings: Settings, as_json: bool) -> None:
    """기록과 색인을 문서마다 견줍니다. 다르면 1로 끝납니다."""
    with Council(settings) as council:
        report = compare(council.records, council.engine)
    if as_json:
        emit(report.as_json())
    else:
        say(report.sentence)
    sys.exit(0 if report.sound else 1)
