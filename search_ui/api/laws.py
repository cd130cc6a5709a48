"""``/laws``: a law as it was on a day, its versions, and what changed between two days."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request

from records.errors import UnknownDocument
from records.model import FOREVER, Statute, Version
from records.names import fold
from records.timeline import Interval, intervals, today
from records.viewer import Viewer
from search_ui.api.answers import Comparison, Law, LawHistory, LawVersion, Resting, RestingPage
from search_ui.api.asking import PLAIN, Article, Asking, Between, Drafts, RestingOn
from search_ui.api.fresh import next_page
from search_ui.api.openapi import refusals
from search_ui.desk import desk
from search_ui.law_tools import Compare
from search_ui.lawview.resting import Source, sources

router = APIRouter(tags=["법령"], responses=refusals(404))
LawName = Annotated[
    str, Path(max_length=300, pattern=PLAIN, description="이름, 약칭 또는 id (law:009946)")
]


@router.get("/laws/{name}", summary="그날 시행 중이던 법령")
def law(name: LawName, asked: Annotated[Article, Query()]) -> Law:
    """띄어쓰기와 가운뎃점은 달라도 됩니다. article을 주면 그 조만."""
    statute, day = find_law(name, asked.viewer), asked.as_of or today()
    version = version_on(statute, day)
    if asked.article is not None:
        chosen = tuple(one for one in version.articles if one.key == asked.article)
        if not chosen:
            raise UnknownDocument(f"{version.name}에 {asked.article}가 없습니다")
        version = replace(version, articles=chosen)
    return Law(statute.document_id, day, statute.checked, version)


@router.get("/laws/{name}/versions", summary="현행·시행예정·연혁")
def history(name: LawName, asked: Annotated[Asking, Query()]) -> LawHistory:
    """새것부터."""
    statute = find_law(name, asked.viewer)
    rows = tuple(_row(span) for span in reversed(intervals(statute.versions)))
    return LawHistory(statute.document_id, statute.name, rows)


@router.get("/laws/{name}/resting", summary="기대는 자료")
def resting(request: Request, name: LawName, asked: Annotated[RestingOn, Query()]) -> RestingPage:
    """인용·개정하거나 위임받은 자료와 조문, 새것부터. start와 end는 그 글의 글자 위치입니다."""
    law = find_law(name, asked.viewer)
    found = sources(desk().records, asked.viewer, law.document_id, asked.article)
    found.sort(key=lambda one: (one.paper.id, one.article))
    found.sort(key=lambda one: one.paper.date or date.min, reverse=True)
    some = found[asked.offset : asked.offset + asked.size]
    return RestingPage(
        len(found), tuple(map(_resting, some)), next_page(request, asked, len(found))
    )


def _resting(one: Source) -> Resting:
    paper, relations = one.paper, tuple(one.relations)
    return Resting(paper.id, one.article or None, paper.kind, paper.title, paper.date, relations)


def comparing(tool: Compare) -> APIRouter:
    """The routes of comparison, for a desk that has the tool."""
    routes = APIRouter(tags=["법령"])

    @routes.get("/laws/{name}/compare", summary="두 날의 신구조문대비", responses=refusals(404))
    def compare(name: LawName, asked: Annotated[Between, Query()]) -> Comparison:
        """바뀐 조문마다 앞뒤의 온 글을 줍니다."""
        statute = find_law(name, asked.viewer)
        before, after = (version_on(statute, day) for day in (asked.since, asked.until))
        found = tool.versions(before, after)
        spans = intervals(statute.versions)
        rows = {(span.version.mst, span.since): _row(span) for span in spans}
        old, new = (rows[one.mst, one.effective] for one in (before, after))
        return Comparison(old, new, found.changes, found.parts)

    @routes.post("/compare", summary="두 글의 신구조문대비", responses=refusals(400, 413))
    def compare_drafts(drafts: Drafts) -> Comparison:
        """조례안처럼 조문으로 쓴 글 둘. 아무것도 저장하지 않습니다."""
        found = tool.texts(drafts.before, drafts.after)
        return Comparison(None, None, found.changes, found.parts)

    return routes


def find_law(name: str, viewer: Viewer) -> Statute:
    """The one law of that name or id that ``viewer`` may read, its versions without texts.

    Raises `UnknownDocument` when there is none, or several and none bears the name today.
    """
    found = list(_readable(name, viewer))
    named = [statute for statute in found if fold(statute.name) == fold(name)]
    if len(found) > 1 and len(named) != 1:
        names = ", ".join(f"{one.name}({one.document_id})" for one in found)
        raise UnknownDocument(f"‘{name}’에 맞는 법령이 여럿입니다: {names}")
    if not found:
        raise UnknownDocument(f"‘{name}’이라는 법령이 기록에 없습니다")
    return (named or found)[0]


def _readable(name: str, viewer: Viewer) -> Iterator[Statute]:
    records = desk().records
    if name.startswith(("law:", "ordin:")):
        title = records.read(name, viewer).title
        yield from (one for one in records.find_statutes(title) if one.document_id == name)
        return
    if name.isascii() and name.isdigit():
        name = next((i for i in (f"law:{name}", f"ordin:{name}") if may_read(i, viewer)), name)
        yield from _readable(name, viewer) if ":" in name else ()
        return
    for statute in records.find_statutes(name):
        if may_read(statute.document_id, viewer):
            yield statute


def may_read(document_id: str, viewer: Viewer) -> bool:
    """Whether there is such a paper for ``viewer``."""
    try:
        desk().records.read(document_id, viewer)
    except UnknownDocument:
        return False
    return True


def version_on(statute: Statute, day: date) -> Version:
    """The version in force on ``day``, with its texts; raises `UnknownDocument`."""
    version = desk().records.version(statute.document_id, day)
    if version is None:
        raise UnknownDocument(f"{day}에 시행 중이던 {statute.name}이 기록에 없습니다")
    return version


def _row(span: Interval) -> LawVersion:
    version, now = span.version, today()
    state = "시행예정" if span.since > now else "현행" if span.to > now else "연혁"
    return LawVersion(
        mst=version.mst,
        name=version.name,
        effective=version.effective,
        effective_to=None if span.to == FOREVER else span.to,
        promulgated=version.promulgated,
        number=version.number,
        revision_kind=version.revision_kind,
        state=state,
    )
