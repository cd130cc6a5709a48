"""``compare``: two versions of a law, or two files, side by side (신구조문대비표)."""

import json
import sys
from datetime import date
from pathlib import Path

import click

from indexer.statutes.changes import Comparison
from indexer.statutes.compare import compare as compare_versions
from indexer.statutes.draft import read_draft
from indexer.statutes.table.forms import FORMS, in_form
from records.errors import Misuse
from records.model import Version
from ucouncil.commands.laws import find_law, version_on
from ucouncil.commands.options import Day, Settings, home_option
from ucouncil.commands.texts import text_of
from ucouncil.council import Council


@click.command
@click.argument("names", metavar="법령 | 파일 파일", nargs=-1, required=True)
@click.option("--from", "day_from", type=Day(), help="이날 시행 중이던 글에서")
@click.option("--to", "day_to", type=Day(), help="이날 시행 중이던 글로")
@click.option("--format", "form", type=click.Choice(["json", *FORMS]), default=None)
@click.option("--json", "as_json", is_flag=True, help="JSON으로 출력")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="여기에 저장")
@home_option
def compare(
    settings: Settings,
    names: tuple[str, ...],
    day_from: date | None,
    day_to: date | None,
    form: str | None,
    as_json: bool,
    output: Path | None,
) -> None:
    """신구조문대비: 한 법령의 두 날, 또는 두 파일(조례안 등)을 견줍니다."""
    before, after = _versions(settings, names, day_from, day_to)
    found = compare_versions(before, after)
    chosen = "json" if as_json else form or "text"
    content = _json(found) if chosen == "json" else in_form(found, chosen)
    if chosen == "json" and found.parts:
        parts = ", ".join(part.part for part in found.parts)
        click.echo(f"조문 밖에서 바뀐 곳: {parts}", err=True)
    _write(content, output)


def _versions(
    settings: Settings, names: tuple[str, ...], day_from: date | None, day_to: date | None
) -> tuple[Version, Version]:
    if len(names) == 2 and day_from is None and day_to is None:
        return _draft(settings, names[0]), _draft(settings, names[1])
    if len(names) != 1 or day_from is None or day_to is None:
        raise Misuse("법령 하나와 --from, --to 두 날을, 또는 파일 둘을 주세요")
    with Council(settings) as council:
        statute = find_law(council.records, names[0])
        return tuple(version_on(council.records, statute, day) for day in (day_from, day_to))  # type: ignore[return-value]


def _draft(settings: Settings, file: str) -> Version:
    return read_draft(text_of(settings, file), Path(file).stem)


def _json(found: Comparison) -> bytes:
    changes = [change.as_json() for change in found.changes]
    return (json.dumps(changes, ensure_ascii=False) + "\n").encode()


def _write(content: bytes, output: Path | None) -> None:
    """To the file, or to standard output; a binary form never to a terminal."""
    if output is not None:
        output.write_bytes(content)
        return
    if content[:2] == b"PK" and sys.stdout.isatty():
        raise Misuse("이 형식은 --output 파일로 저장하세요")
    sys.stdout.buffer.write(content)
    sys.stdout.flush()
