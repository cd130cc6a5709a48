"""The API as one application, and how it stands beside the pages."""

from collections.abc import Sequence
from typing import Any, Final

from fastapi import APIRouter, FastAPI
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from search_ui.api import finding, gathered, laws, papers, running
from search_ui.api.citing import citing
from search_ui.api.doors import PREFIX, Body, Crowd, Head, SafeHeaders
from search_ui.api.manual import manual
from search_ui.api.openapi import describe, refusals
from search_ui.api.problems import install_handlers
from search_ui.api.radar import watching
from search_ui.desk import Desk

_ABOUT: Final = (
    "의회 자료를 찾고, 보고, 법령을 그날의 글로 읽고 견줍니다. "
    "답은 모두 보는 사람의 권한 안에 있고, 오류는 RFC 9457(application/problem+json)입니다."
)


def api(desk: Desk) -> ASGIApp:
    """The API of the desk that is installed; comparison and citations if it has the tools."""
    app = FastAPI(
        title="u-council",
        version="1",
        description=_ABOUT,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        responses=refusals(403, 422, 500, 503),
        generate_unique_id_function=lambda route: route.name,
    )
    for router in _routers(desk):
        app.include_router(router, prefix=PREFIX)
    _describe(app)
    install_handlers(app)
    return SafeHeaders(Head(Crowd(Body(app))))


def _routers(desk: Desk) -> Sequence[APIRouter]:
    routers = [finding.router, papers.router, laws.router]
    if desk.compare:
        routers.append(laws.comparing(desk.compare))
    if desk.cite:
        routers.append(citing(desk.cite))
    if desk.watch:
        routers.append(watching(desk.watch))
    return [*routers, gathered.router, running.router, running.health]


def _describe(app: FastAPI) -> None:
    """Add the OpenAPI document and the page that people read, both made once."""
    document = describe(app)
    page = manual(document)

    @app.get(f"{PREFIX}/openapi.json", include_in_schema=False)
    def openapi() -> Any:
        return JSONResponse(document)

    @app.get(f"{PREFIX}/", include_in_schema=False)
    @app.get(PREFIX, include_in_schema=False)
    def read() -> Response:
        return HTMLResponse(page)


def beside(pages: ASGIApp, api: ASGIApp) -> ASGIApp:
    """``pages`` with ``api`` under `PREFIX`; sockets and the app's life stay with the pages."""

    async def both(scope: Scope, receive: Receive, send: Send) -> None:
        here = scope["type"] == "http" and f"{scope['path']}/".startswith(f"{PREFIX}/")
        await (api if here else pages)(scope, receive, send)

    return both
