"""``intake``: packs of e-approval from a watched folder."""

import sys
from collections.abc import Iterable
from pathlib import Path
from threading import Event

import click

from crawlers.approval.answers import Answer
from crawlers.approval.folder import Folder
from ucouncil.approval import approval_intake
from ucouncil.commands.options import Settings, home_option, json_option
from ucouncil.council import Council
from ucouncil.output import emit, say

_WORDS = {"receive": "받음", "fail": "돌려보냄", "none": "알림(문서 아님)"}


@click.command
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))
@click.option("--watch", is_flag=True, help="끝내지 않고 계속 지켜봄 (끝내기: Ctrl+C)")
@click.option(
    "--settle",
    type=click.FloatRange(min=0),
    default=2.0,
    show_default=True,
    help="이 초 동안 바뀌지 않은 문서만 받음",
)
@json_option
@home_option
def intake(
    settings: Settings, folder: Path | None, watch: bool, settle: float, as_json: bool
) -> None:
    """전자결재 문서(pack.xml)를 폴더에서 받습니다: in에 넣으면 out에 답이 놓입니다."""
    with Council(settings) as council:
        place = Folder(folder or settings.approval, approval_intake(council), settle)
        answers = place.watch(Event(), max(settle, 0.5)) if watch else place.sweep()
        failed = _tell(answers, as_json)
    sys.exit(1 if failed else 0)


def _tell(answers: Iterable[tuple[str, Answer]], as_json: bool) -> int:
    """Say each as it comes; returns how many were sent back."""
    failed = 0
    for name, answer in answers:
        failed += answer.kind == "fail"
        if as_json:
            said = {"id": answer.document_id, "status": answer.status, "reason": answer.reason}
            emit({"pack": name, "answer": answer.kind, **said})
        else:
            say(f"{name}: {_WORDS[answer.kind]} {answer.document_id or answer.reason or ''}")
    return failed
