"""``backup`` and ``restore``: the records and the originals in one file; indexes are rebuilt."""

from pathlib import Path

import click

from ucouncil.backup import restore_home, save_home
from ucouncil.commands.options import Settings, home_option
from ucouncil.output import say


@click.command
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False))
@home_option
def backup(settings: Settings, target: Path) -> None:
    """기록과 원본을 한 파일에 담습니다. 쓰는 중에도 됩니다."""
    count = save_home(settings, target)
    say(f"담았습니다: {target} (원본 {count}건)")


@click.command
@click.argument("source", type=click.Path(exists=True, path_type=Path, dir_okay=False))
@home_option
def restore(settings: Settings, source: Path) -> None:
    """빈 자료 폴더에 되살립니다. 그다음 `ucouncil index`를 실행합니다."""
    count = restore_home(settings, source)
    say(f"되살렸습니다: 원본 {count}건. 다음: ucouncil index && ucouncil verify")
