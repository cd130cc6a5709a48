"""``demo``: a home with a synthetic council, to show and to try."""

import shutil
from pathlib import Path

import click

from records.errors import IndexOutdated, Misuse
from records.store import Records
from ucouncil.commands.options import Settings
from ucouncil.council import Council
from ucouncil.demo import build
from ucouncil.output import Advance, progress, say
from ucouncil.settings import read_settings

DEMO_HOME = Path(".ucouncil-demo")
MARK = "DEMONSTRATION"
"""A file in the home that says: everything here is invented, and may be thrown away."""


@click.command
@click.option(
    "--home",
    type=click.Path(path_type=Path, file_okay=False),
    default=DEMO_HOME,
    show_default=True,
    help="시연용 폴더",
)
@click.option("--reset", is_flag=True, help="지우고 처음부터")
def demo(home: Path, reset: bool) -> None:
    """지어낸 의회(시연용)를 만들고 색인합니다. 다시 실행해도 그대로입니다."""
    settings = read_settings(home)
    _prepare(settings, reset)
    with Council(settings, writer=True) as council:
        with progress("시연 자료 만드는 중") as advance:
            report = build(settings.home, council.records, council.extractor, advance)
        with progress("색인하는 중") as advance:
            _index(council, advance)
    say(
        f"시연용 의회가 준비되었습니다: 문서 {report.documents}건, 의원 {report.members}명 ({home})"
    )
    say(f"여는 법: ucouncil serve --home {home}")


def _index(council: Council, advance: Advance) -> None:
    """Catch up; an index of an older program is built anew, since nobody depends on this one."""
    council.graph.update(advance)
    try:
        council.worker.run(advance)
    except IndexOutdated:
        council.worker.rebuild(advance)


def _prepare(settings: Settings, reset: bool) -> None:
    """An empty or demonstration home, never a real one."""
    home, mark = settings.home, settings.home / MARK
    if home.exists() and any(home.iterdir()) and not mark.exists():
        raise Misuse(f"{home}은 시연용 폴더가 아니어서 건드리지 않습니다. 다른 --home을 주세요.")
    if reset and home.exists():
        shutil.rmtree(home)
    home.mkdir(parents=True, exist_ok=True)
    mark.write_text("시연용: 여기의 모든 자료는 지어낸 것입니다.\n", encoding="utf-8")
    Records.create(settings.database, settings.originals).close()


def is_demonstration(settings: Settings) -> bool:
    """Whether everything in this home is invented."""
    return (settings.home / MARK).exists()
