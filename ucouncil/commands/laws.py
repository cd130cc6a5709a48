"""``law``: a law's text as it was in force on a day, its versions, and what rests on it."""

from collections.abc import Iterator
from datetime import date

import click

from records.errors import UnknownDocument
from records.model import Statute, Version
from records.names import fold
from records.store import Records
from records.timeline import intervals, repeals, today
from ucouncil.commands.options import Day, Settings, home_option, json_option
from ucouncil.commands.resting import tell_resting
from ucouncil.council import Council
from ucouncil.output import emit, say


@click.command
@click.argument("name")
@click.option("--article", help="제5조의2처럼")
@click.option("--as-of", type=Day(), help="이날 시행 중이던 글 (기본 오늘)")
@click.option("--cited-by", is_flag=True, help="이 조문(법령)에 기대는 문서들")
@click.option("--history", is_flag=True, help="현행·시행예정·연혁의 목록")
@json_option
@home_option
def law(
    settings: Settings,
    name: str,
    article: str | None,
    as_of: date | None,
    cited_by: bool,
    history: bool,
    as_json: bool,
) -> None:
    """법령의 글을 보입니다: 그날 시행 중이던 대로, 부칙까지."""
    with Council(settings) as council:
        statute = find_law(council.records, name)
        if cited_by:
            return tell_resting(council.records, statute, article, as_json)
        if history:
            return _tell_history(statute, as_of or today(), as_json)
        version = version_on(council.records, statute, as_of or today())
    if as_json:
        return emit(version)
    return _tell_version(version, article, statute.checked)


def find_law(records: Records, name: str) -> Statute:
    """The one law of that name, or of that 법령ID; raise `UnknownDocument` when there is none,
    or several and none of them bears the name today."""
    if name.isdigit() or name.startswith(("law:", "ordin:")):
        return records.statute(name)
    found = records.find_statutes(name)
    if not found:
        raise UnknownDocument(f"‘{name}’이라는 법령이 기록에 없습니다")
    named = [statute for statute in found if fold(statute.name) == fold(name)]
    if len(found) > 1 and len(named) != 1:
        names = ", ".join(f"{s.name}({s.document_id})" for s in found)
        raise UnknownDocument(f"‘{name}’에 맞는 법령이 여럿입니다: {names}")
    return (named or found)[0]


def version_on(records: Records, statute: Statute, day: date) -> Version:
    """The version in force on ``day``; raise `UnknownDocument` when there was none."""
    version = records.version(statute.document_id, day)
    if version is None:
        raise UnknownDocument(f"{day}에 시행 중이던 {statute.name}이 기록에 없습니다")
    return version


def _tell_version(version: Version, article: str | None, checked: date | None) -> None:
    articles = [a for a in version.articles if article in (None, a.key)]
    if not articles and article:
        raise UnknownDocument(f"{version.name}에 {article}가 없습니다")
    say(f"{version.name}\n[시행 {version.effective}] {_number(version)}")
    say(_checked(checked))
    heading = ""
    for one in articles:
        if one.heading != heading:
            heading = one.heading
            say(f"\n{heading}")
        say(f"\n{one.text}")
    if article is None:
        say(f"\n{version.addenda}\n{version.annexes}".rstrip())


def _tell_history(statute: Statute, day: date, as_json: bool) -> None:
    rows = list(_history(statute, day))
    if as_json:
        versions = [{"state": state, "effective_to": to, **_facts(v)} for state, v, to in rows]
        head = {"law": statute.name, "law_id": statute.id, "checked": statute.checked}
        return emit({**head, "as_of": day, "versions": versions})
    say(f"{statute.name} ({statute.document_id})\n{_checked(statute.checked)}")
    for state, version, to in rows:
        until = f" ~ {to}" if to else ""
        kind = f" {version.revision_kind}" if version.revision_kind else ""
        say(f"{state:<5} [시행 {version.effective}{until}] {_number(version)}{kind}")
    return None


def _history(statute: Statute, day: date) -> Iterator[tuple[str, Version, date | None]]:
    """The versions, newest first, as (시행예정, 현행, 연혁 or 폐지, version, the day it ended)."""
    ends = {(s.version.mst, s.since): s.to for s in intervals(statute.versions)}
    for version in reversed(statute.versions):
        to = ends.get((version.mst, version.effective))
        ended = to if to and to != date.max else None
        yield _state(version, to, day), version, ended


def _state(version: Version, to: date | None, day: date) -> str:
    if version.effective > day:
        return "시행예정"
    if repeals(version):
        return "폐지"
    return "현행" if to is not None and to > day else "연혁"


def _facts(version: Version) -> dict[str, object]:
    names = ("name", "mst", "effective", "promulgated", "number", "kind", "revision_kind")
    return {name: getattr(version, name) for name in names}


def _number(version: Version) -> str:
    number = f" 제{version.number}호" if version.number else ""
    day = f", {version.promulgated} 공포" if version.promulgated else ""
    return f"{version.kind}{number}{day}"


def _checked(day: date | None) -> str:
    return f"출처와 맞춰 본 날: {day or '없음 (파일에서 읽음)'}"
