"""What the pages ask for over HTTP when somebody wants to see it: citations, previews, files."""

from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from records.errors import Misuse, UnknownDocument
from records.model import Version
from search_ui.address import day_of
from search_ui.desk import desk
from search_ui.law_tools import FORMS
from search_ui.lawview.citations import citations
from search_ui.lawview.comparison import file_name
from search_ui.lawview.opened import open_law, whole
from search_ui.lawview.preview import preview
from search_ui.lawview.units import asked_span
from search_ui.refusing import told

_KEPT: Final = {"Cache-Control": "private, max-age=60", "X-Content-Type-Options": "nosniff"}


_told: Final = told(UnknownDocument)


def routes() -> list[Route]:
    """The routes to mount beside the pages."""
    return [
        Route("/papers/citations", _told(cited)),
        Route("/laws/preview", _told(previewed)),
        Route("/laws/compare", _told(compared)),
    ]


def cited(request: Request) -> Response:
    """``{"citations": […]}`` of one leaf of a document, or of all of it for leaf 0."""
    asked = request.query_params
    leaf, revision = (_number(asked.get(name, "")) for name in ("leaf", "rev"))
    day = day_of(asked.get("day", ""))
    found = citations(desk(), asked.get("doc", ""), 1 if leaf is None else leaf, day, revision)
    return JSONResponse({"citations": found}, headers=_KEPT)


def previewed(request: Request) -> Response:
    """An article on a day and today."""
    asked = request.query_params
    article, day = asked.get("article") or None, day_of(asked.get("day", ""))
    found = preview(desk(), asked.get("id", ""), article, day)
    if then := found["then"]:
        then["asked"] = asked_span(then["text"], asked.get("paragraph"), asked.get("item"))
    return JSONResponse(found, headers=_KEPT)


def compared(request: Request) -> Response:
    """The 신구조문대비표 as a file."""
    form, tool = request.query_params.get("form", "html"), desk().compare
    if tool is None or form not in FORMS:
        raise Misuse(f"만들 수 없는 형식: {form}")
    before, after = _versions(request)
    name = file_name(before, after, form)
    headers = _KEPT | {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
    return Response(tool.file(before, after, form), media_type=FORMS[form], headers=headers)


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 10 else None


def _versions(request: Request) -> tuple[Version, Version]:
    law = open_law(desk(), request.query_params.get("id", ""))
    found = []
    for name in ("before", "day"):
        day = day_of(request.query_params.get(name, ""))
        span = law.on(day) if day else None
        if span is None:
            raise UnknownDocument(f"{day or name}에 시행 중이던 글이 기록에 없습니다")
        found.append(whole(desk().records, law, span))
    return found[0], found[1]
