"""``init``, ``load`` and ``failures``: making a home and bringing files in."""

from pathlib import Path

import click

from indexer.intake import LoadReport, load_paths
from records.model import Kind
from records.store import Records
from ucouncil.commands.options import Settings, home_option, json_option
from ucouncil.council import Council
from ucouncil.output import emit, progress, say


@click.command
@home_option
def init(settings: Settings) -> None:
    """자료 폴더를 만듭니다: 데이터베이스, 원본 보관소, 색인."""
    settings.home.mkdir(parents=True, exist_ok=True)
    Records.create(settings.database, settings.originals).close()
    with Council(settings, writer=True) as council:
        council.engine.applied()
    say(f"준비되었습니다: {settings.home}")
    say("다음: ucouncil load 폴더 --kind report, 그리고 ucouncil index")


@click.command
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--kind", type=click.Choice([k.value for k in Kind]), required=True, help="자료 종류")
@click.option(
    "--metadata",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="파일별 항목(JSONL, path로 짝지음)",
)
@click.option(
    "--again", is_flag=True, help="이미 들인 파일도 다시 읽음 (읽기가 나아진 판으로 올린 뒤)"
)
@json_option
@home_option
def load(
    settings: Settings,
    paths: tuple[Path, ...],
    kind: str,
    metadata: Path | None,
    again: bool,
    as_json: bool,
) -> None:
    """파일, 폴더, JSONL, 법령 Markdown을 들입니다. 실패는 까닭과 함께 남습니다."""
    with Council(settings) as council, progress("들이는 중") as advance:
        report = load_paths(
            council.records, council.extractor, paths, Kind(kind), metadata, advance, again=again
        )
    emit(report.as_json()) if as_json else _tell(report)


def _tell(report: LoadReport) -> None:
    say(
        f"들임 {report.loaded} · 그대로 {report.unchanged} · "
        f"보류 {report.held} · 실패 {len(report.failed)}"
    )
    for failure in report.failed:
        say(f"  {failure.path}: {failure.reason} → {failure.advice}")


@click.command
@json_option
@home_option
def failures(settings: Settings, as_json: bool) -> None:
    """들이지 못한 파일과 그 까닭, 할 일을 보입니다."""
    with Council(settings) as council:
        found = council.records.failures()
    if as_json:
        emit(found)
        return
    for failure in found:
        say(f"{failure.path}\n  {failure.reason} → {failure.advice}")
    say("실패 없음" if not found else f"모두 {len(found)}건")
