"""``show``: a paper as text."""

import sys
from datetime import date
from itertools import groupby

import click

from records.errors import OriginalMissing, UnknownDocument
from records.model import Document
from records.viewer import Viewer
from ucouncil.commands.options import Day, Settings, home_option, json_option, viewer_option
from ucouncil.council import Council
from ucouncil.output import emit, say


@click.command
@click.argument("document_id", metavar="ID")
@click.option("--page", type=click.IntRange(1), help="이 쪽만")
@click.option("--original", is_flag=True, help="원본 파일을 표준 출력으로")
@click.option("--as-of", type=Day(), help="법령: 이날의 글")
@viewer_option
@json_option
@home_option
def show(
    settings: Settings,
    document_id: str,
    page: int | None,
    original: bool,
    as_of: date | None,
    viewer: Viewer,
    as_json: bool,
) -> None:
    """문서를 쪽이 나뉜 글로, 또는 원본 그대로 보입니다."""
    with Council(settings) as council:
        document = council.records.read(document_id, viewer, as_of=as_of)
        if original:
            return _write_original(council, document)
    chosen = [p for p in document.passages if page is None or p.page == page]
    if page is not None and not chosen:
        raise UnknownDocument(f"{document_id}에 {page}쪽이 없습니다")
    emit({**vars_of(document), "passages": chosen}) if as_json else _tell(document, page)
    return None


def vars_of(document: Document) -> dict[str, object]:
    """The document's own fields, without its passages."""
    names = (f for f in document.__dataclass_fields__ if f != "passages")
    return {name: getattr(document, name) for name in names}


def _write_original(council: Council, document: Document) -> None:
    if not document.attachments:
        raise OriginalMissing(f"{document.id}에는 원본 파일이 없습니다")
    sys.stdout.buffer.write(council.records.originals.get(document.attachments[0].sha256))


def _tell(document: Document, page: int | None) -> None:
    say(
        f"{document.title}\n{document.id} · {document.kind.korean} · {document.date or '날짜 없음'}"
    )
    for note in document.notes:
        say(f"※ {note}")
    for number, passages in groupby(document.passages, key=lambda p: p.page):
        if page is None or number == page:
            say(f"\n── {number}쪽 ──" if number else "")
            for passage in passages:
                say(passage.text)
