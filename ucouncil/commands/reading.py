"""``show`` and ``law``: a paper or a law as text."""

import sys
from datetime import date
from itertools import groupby

import click

from records.errors import OriginalMissing, UnknownDocument
from records.model import Document, Version
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


@click.command
@click.argument("name")
@click.option("--article", help="제5조의2처럼")
@click.option("--as-of", type=Day(), help="이날 시행 중이던 글 (기본 오늘)")
@json_option
@home_option
def law(
    settings: Settings, name: str, article: str | None, as_of: date | None, as_json: bool
) -> None:
    """법령의 글을 보입니다: 그날 시행 중이던 대로, 부칙까지."""
    day = as_of or date.today()
    with Council(settings) as council:
        version = _in_force(council, name, day)
    if as_json:
        return emit(version)
    return _tell_version(version, article)


def _in_force(council: Council, name: str, day: date) -> Version:
    found = council.records.find_statutes(name)
    if not found:
        raise UnknownDocument(f"‘{name}’이라는 법령이 기록에 없습니다")
    if len(found) > 1:
        names = ", ".join(f"{s.name}({s.id})" for s in found)
        raise UnknownDocument(f"‘{name}’에 맞는 법령이 여럿입니다: {names}")
    version = council.records.version(found[0].id, day)
    if version is None:
        raise UnknownDocument(f"{day}에 시행 중이던 {found[0].name}이 기록에 없습니다")
    return version


def _tell_version(version: Version, article: str | None) -> None:
    articles = [a for a in version.articles if article in (None, a.key)]
    if not articles and article:
        raise UnknownDocument(f"{version.name}에 {article}가 없습니다")
    say(f"{version.name}\n[시행 {version.effective}] {version.kind} 제{version.number}호")
    heading = ""
    for one in articles:
        if one.heading != heading:
            heading = one.heading
            say(f"\n{heading}")
        say(f"\n{one.text}")
    if article is None:
        say(f"\n{version.addenda}\n{version.annexes}".rstrip())
