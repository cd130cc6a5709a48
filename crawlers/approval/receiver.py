"""The receiver: packs over HTTP, for an e-approval system that pushes them.

``POST /api/approval/packs`` with ``Authorization: Bearer <token>`` takes ``pack.xml`` as the
body, or ``multipart/form-data`` with ``pack.xml``, ``pubdoc.xml`` and attachments. The answer
is the acknowledging envelope: 200 ``receive``, 422 ``fail`` with the reason; 204 for what is no
paper; 503 when the records fail, and then the pack must be sent again.
"""

import hmac
from collections.abc import AsyncIterator
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from crawlers.approval.answers import Answer
from crawlers.approval.folder import stamp, write_whole
from crawlers.approval.intake import Intake
from records.errors import StoreFault

PATH = "/api/approval/packs"
LARGEST = 300 * 1024 * 1024
"""Bytes of one pack, attachments in base64 included."""
_STATUS = {"receive": 200, "fail": 422, "none": 204}
_XML = "application/xml; charset=euc-kr"


class _TooLarge(Exception):
    """The body is over the limit."""


def routes(intake: Intake, token: str, failed: Path, largest: int = LARGEST) -> list[Route]:
    """The route to mount. Broken packs are kept in the folder ``failed``."""
    failed.mkdir(parents=True, exist_ok=True)

    async def receive(request: Request) -> Response:
        if not _authorised(request, token):
            return PlainTextResponse("인증 값이 맞지 않습니다", 401)
        try:
            parts = await _parts(request, largest)
        except _TooLarge:
            return PlainTextResponse(f"{largest}바이트를 넘는 문서입니다", 413)
        return await run_in_threadpool(_answer, intake, parts, failed)

    return [Route(PATH, receive, methods=["POST"])]


def _answer(intake: Intake, parts: dict[str, bytes], failed: Path) -> Response:
    body = parts.pop("pack.xml", b"")
    place = failed / f"{stamp()}-http.xml"
    try:
        answer = intake.take(str(place), body, parts)
    except StoreFault as fault:
        return PlainTextResponse(f"{fault} → {fault.advice}", 503, {"Retry-After": "60"})
    if answer.kind == "fail":
        _keep(place, body, parts)
    return Response(answer.body, _STATUS[answer.kind], _headers(answer), media_type=_XML)


def _headers(answer: Answer) -> dict[str, str]:
    named = {"X-Document-Id": answer.document_id} if answer.document_id else {}
    return {"Cache-Control": "no-store", **named}


def _keep(place: Path, body: bytes, parts: dict[str, bytes]) -> None:
    """A broken pack as it came; what came with it goes into a folder of the same name."""
    write_whole(place, body)
    for name, content in parts.items():
        place.with_suffix("").mkdir(exist_ok=True)
        write_whole(place.with_suffix("") / Path(name).name, content)


def _authorised(request: Request, token: str) -> bool:
    given = request.headers.get("authorization", "")
    return hmac.compare_digest(given.encode(), f"Bearer {token}".encode())


async def _parts(request: Request, largest: int) -> dict[str, bytes]:
    """The files of the request by name."""
    if int(request.headers.get("content-length") or 0) > largest:
        raise _TooLarge
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        return {"pack.xml": await _body(request.stream(), largest)}
    async with request.form(max_files=200, max_part_size=largest) as form:
        return {
            Path(value.filename or name).name: await value.read()
            for name, value in form.multi_items()
            if isinstance(value, UploadFile)
        }


async def _body(stream: AsyncIterator[bytes], largest: int) -> bytes:
    body = bytearray()
    async for chunk in stream:
        body += chunk
        if len(body) > largest:
            raise _TooLarge
    return bytes(body)
