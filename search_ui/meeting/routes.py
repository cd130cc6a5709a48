"""The bundle of a meeting, and what is new on a screen, over HTTP beside the pages."""

import asyncio

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from records.errors import Misuse, UCouncilError
from search_ui.address import day_of
from search_ui.desk import desk
from search_ui.exports.sending import download, streamed
from search_ui.meeting.agenda import sitting
from search_ui.meeting.bundle import bundle_name, to_zip
from search_ui.refusing import told

PATIENCE = 20.0
"""Seconds after which a screen that waits is told that nothing is new."""
PAUSE = 0.5
"""Seconds between two looks at the board."""
_SAFE = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
}


def routes() -> list[Route]:
    """The routes to mount beside the pages."""
    return [
        Route("/meetings/bundle", told(Misuse, headers=_SAFE)(bundle)),
        Route("/meetings/screen", screen),
    ]


def bundle(request: Request) -> Response:
    """The bundle of the meeting ``id`` of ``day``."""
    day = day_of(request.query_params.get("day", ""))
    if day is None:
        raise Misuse("회의 날짜가 없습니다")
    one = sitting(desk(), day, request.query_params.get("id", ""))
    content = to_zip(desk(), one)
    return streamed(content, "application/zip", _SAFE | download(bundle_name(one)))


async def screen(request: Request) -> Response:
    """``{"turn": n}`` of the screen ``name``, as soon as it is another than the one given, at the
    latest after `PATIENCE`."""
    name = request.query_params.get("name", "")
    known = request.query_params.get("turn", "")
    waited = 0.0
    try:
        turn = await run_in_threadpool(_turn, name)
        while str(turn) == known and waited < PATIENCE and not await request.is_disconnected():
            await asyncio.sleep(PAUSE)
            waited += PAUSE
            turn = await run_in_threadpool(_turn, name)
    except UCouncilError as error:
        said = {"reason": str(error), "advice": error.advice}
        return JSONResponse(said, 422, headers=_SAFE)
    return JSONResponse({"turn": turn}, headers=_SAFE)


def _turn(name: str) -> int:
    found = desk().records.screen(name)
    return found.turn if found else 0
