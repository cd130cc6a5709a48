"""Work over HTTP beside the pages: acts that components post, files and feeds to fetch.

An act is JSON from our own pages only: a page of another origin can neither send that type of
content without asking first, nor is it answered when it does.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from records.collections import Collection
from records.errors import Misuse, TooLarge, UCouncilError
from search_ui import missed
from search_ui.admin import acts as admin
from search_ui.admin.views import staff_only as admin_only
from search_ui.desk import Desk, desk
from search_ui.exports.bundle import file_name
from search_ui.exports.sending import download, exported
from search_ui.meeting import screens
from search_ui.refusing import told
from search_ui.work import collecting, saving
from search_ui.work.feeds import WINDOW, atom
from search_ui.work.news import news, view_of
from search_ui.work.owner import known

LARGEST: Final = 64 * 1024
"""Bytes of an act."""
LARGEST_UPLOAD: Final = 500 * 2**20
"""Bytes of an upload, all files together."""
MOST_FILES: Final = 200
ACTS: Final[Mapping[str, Callable[[Desk, Mapping[str, Any]], dict[str, Any]]]] = {
    **collecting.ACTS,
    **saving.ACTS,
    **admin.ACTS,
    **missed.ACTS,
    **screens.ACTS,
}
_SAFE: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


_told: Final = told(Misuse, headers=_SAFE)


def routes() -> list[Route]:
    """The routes to mount beside the pages."""
    return [
        Route("/work/act", act, methods=["POST"]),
        Route("/work/upload", upload, methods=["POST"]),
        Route("/work/export", _told(export)),
        Route("/work/held", _told(held)),
        Route("/work/feed", _told(feed)),
    ]


async def act(request: Request) -> Response:
    """Do one of `ACTS`: ``{"what": name, …}``; answers with what its page then shows."""
    if not _from_our_page(request):
        return _refused("다른 곳에서 보낸 요청입니다", "화면에서 다시 해 보세요.", 403)
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            return _refused("보낸 내용이 너무 깁니다", "나누어 적으세요.", 413)
    return await run_in_threadpool(_act, bytes(body), known(request.cookies))


async def upload(request: Request) -> Response:
    """Files by hand, as a form; asked for by script only, which no other origin may."""
    if request.headers.get("x-u-council") != "1" or not _from_here(request):
        return _refused("다른 곳에서 보낸 요청입니다", "화면에서 다시 해 보세요.", 403)
    try:
        admin_only(desk())
        size = request.headers.get("content-length", "")
        if not size.isdecimal() or int(size) > LARGEST_UPLOAD:
            raise TooLarge(f"한 번에 {LARGEST_UPLOAD // 2**20}MB까지 올립니다")
        async with request.form(max_files=MOST_FILES, max_fields=20) as form:
            files = [
                (one.filename or "이름 없음", await one.read())
                for one in form.getlist("file")
                if isinstance(one, UploadFile)
            ]
            order = {name: value for name, value in form.items() if isinstance(value, str)}
        done = await run_in_threadpool(admin.upload, desk(), files, order)
    except HTTPException:
        return _refused("파일이 너무 많거나 양식이 깨졌습니다", "나누어 올리세요.", 422)
    except UCouncilError as error:
        return _refused(str(error), error.advice, 422)
    return JSONResponse(done, headers=_SAFE)


def _act(body: bytes, browser: Mapping[str, str]) -> Response:
    try:
        order = json.loads(body)
        do = ACTS.get(str(order.get("what"))) if isinstance(order, dict) else None
    except (ValueError, RecursionError, TypeError):
        do = None
    if do is None:
        return _refused("알 수 없는 요청입니다", "화면을 새로 열어 보세요.", 422)
    try:
        return JSONResponse(do(desk(), {**order, **browser}), headers=_SAFE)
    except UCouncilError as error:
        return _refused(str(error), error.advice, 422)


def export(request: Request) -> Response:
    """A collection as a file."""
    form = request.query_params.get("form", "")
    answer = exported(desk(), _collection(request), form, _home(request))
    answer.headers.update(_SAFE)
    return answer


def held(request: Request) -> Response:
    """The original of a held paper, for those who decide on it."""
    if not _from_here(request):
        raise Misuse("화면에서 다시 해 보세요")
    number = request.query_params.get("n", "")
    document = request.query_params.get("document", "")
    at = int(number) if number.isdecimal() and len(number) < 7 else 0
    name, content = admin.held_original(desk(), document, at)
    headers = _SAFE | download(file_name(name.rpartition("/")[2]))
    return Response(content, media_type="application/octet-stream", headers=headers)


def feed(request: Request) -> Response:
    """A saved search's news as Atom, with the rights of the desk's viewer."""
    saved = desk().records.search_of_feed(request.query_params.get("token", ""))
    upto = saving.applied(desk())
    since = max(0, upto - WINDOW)
    found = news(desk().records, desk().searcher, view_of(saved), desk().viewer, since, upto)
    content = atom(saved, found, _home(request))
    return Response(content, media_type="application/atom+xml", headers=_SAFE)


def _collection(request: Request) -> Collection:
    params = request.query_params
    if not (params.get("id") or params.get("shared")):
        raise Misuse("자료집을 고르지 않았습니다")
    return collecting.open_collection(desk(), {**params, **known(request.cookies)})


def _home(request: Request) -> str:
    """The app's address as this reader reaches it."""
    return str(request.base_url)


def _from_our_page(request: Request) -> bool:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return kind == "application/json" and _from_here(request)


def _from_here(request: Request) -> bool:
    return request.headers.get("sec-fetch-site", "same-origin") == "same-origin"


def _refused(reason: str, advice: str, status: int) -> Response:
    return JSONResponse({"reason": reason, "advice": advice}, status, headers=_SAFE)
