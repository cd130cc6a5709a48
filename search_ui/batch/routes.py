"""A batch over HTTP beside the pages: a sheet read into lines, lines found, all as a workbook.

Only our own pages are answered: another origin can send neither of these types of content
without asking first.
"""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any, Final
from urllib.parse import quote

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from records.errors import Misuse, UCouncilError
from search_ui.address import View
from search_ui.batch.found import as_row, find_lines
from search_ui.batch.lines import LARGEST, LIMITS, read_lines, tidied
from search_ui.batch.sheet import to_xlsx
from search_ui.desk import desk
from search_ui.standing import standing

AT_ONCE: Final = 25
"""Lines of one request of the page: its rows come while the rest is still searched."""
_TURNS: Final = CapacityLimiter(2)
"""Batches wait for each other, so that those who type are not kept waiting."""
_JSON: Final = "application/json"
_SAFE: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
}
_SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Answer = Callable[[Request, bytes], Response]


def routes() -> list[Route]:
    """The routes to mount beside the pages."""
    return [
        _route("/batch/read", "application/octet-stream", read),
        _route("/batch/find", _JSON, find),
        _route("/batch/sheet", _JSON, sheet),
    ]


def read(_: Request, body: bytes) -> Response:
    """The lines of an uploaded sheet."""
    return JSONResponse({"lines": read_lines(body, desk().column)}, headers=_SAFE)


def find(_: Request, body: bytes) -> Response:
    """What some lines find."""
    lines = _lines(body)
    if len(lines) > AT_ONCE:
        raise Misuse(f"한 번에 {AT_ONCE}줄까지 찾습니다")
    rows = [as_row(line) for line in find_lines(desk(), lines)]
    return JSONResponse({"rows": rows}, headers=_SAFE)


def sheet(request: Request, body: bytes) -> Response:
    """All lines as a workbook, searched again."""
    lines = find_lines(desk(), _lines(body))
    now = datetime.now().astimezone()
    stands = standing(View(), desk())
    about = [f"{now:%Y-%m-%d %H:%M} 찾음", stands["line"], *stands["notes"], LIMITS]
    content = to_xlsx(lines, str(request.base_url), about)
    name = quote(f"여러 건 찾기 {now:%Y-%m-%d}.xlsx", safe="")
    headers = _SAFE | {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
    return Response(content, media_type=_SHEET, headers=headers)


def _lines(body: bytes) -> list[str]:
    try:
        lines: Any = json.loads(body)["lines"]
    except (ValueError, RecursionError, TypeError, KeyError):
        lines = None
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        raise Misuse("찾을 말의 목록이 아닙니다")
    return tidied(lines)


def _route(path: str, kind: str, answer: Answer) -> Route:
    async def told(request: Request) -> Response:
        given = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if given != kind or request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return _refused("다른 곳에서 보낸 요청입니다", "화면에서 다시 해 보세요.", 403)
        body = bytearray()
        async for part in request.stream():
            body += part
            if len(body) > LARGEST:
                return _refused("보낸 것이 너무 큽니다", LIMITS, 413)
        try:
            return await run_sync(answer, request, bytes(body), limiter=_TURNS)
        except UCouncilError as error:
            return _refused(str(error), error.advice, 422)

    return Route(path, told, methods=["POST"])


def _refused(reason: str, advice: str, status: int) -> Response:
    return JSONResponse({"reason": reason, "advice": advice}, status, headers=_SAFE)
