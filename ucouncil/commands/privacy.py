"""``privacy``: personal data found in a file, a JSON line each."""

import click

from indexer.privacy.detect import find
from ucouncil.commands.options import Settings, home_option
from ucouncil.commands.texts import text_of
from ucouncil.output import emit


@click.command
@click.argument("file", metavar="FILE|-")
@home_option
def privacy(settings: Settings, file: str) -> None:
    """글에서 개인정보를 찾아 JSON 한 줄씩 냅니다."""
    for finding in find(text_of(settings, file)):
        emit(finding)
