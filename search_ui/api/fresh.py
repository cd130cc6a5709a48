"""Answers that are cut into pages, and answers that need not be sent twice."""

import hashlib
from typing import Final

from fastapi import Request
from fastapi.responses import Response

from records.model import Document
from records.timeline import today
from search_ui.api.asking import DEEPEST, Paged

KEPT: Final = "private, no-cache"
"""A browser may keep the answer, and asks each time whether it still holds."""


def next_page(request: Request, asked: Paged, total: int) -> str | None:
    """The address of the page after this one; None at the end, or where paging ends."""
    offset = asked.offset + asked.size
    if offset >= total or offset > DEEPEST:
        return None
    url = request.url.include_query_params(offset=offset, size=asked.size)
    return f"{url.path}?{url.query}"


def tag_of(request: Request, document: Document) -> str:
    """The entity tag: another address, revision or version in force gives another one."""
    day = today().isoformat() if document.id.startswith(("law:", "ordin:")) else ""
    state = f"{request.url.path}?{request.url.query} {document.revision} {day}"
    return f'"{document.revision}-{hashlib.sha256(state.encode()).hexdigest()[:16]}"'


def unchanged(request: Request, tag: str) -> Response | None:
    """304 when the asker already holds what ``tag`` stands for."""
    held = request.headers.get("if-none-match", "")
    known = {one.strip().removeprefix("W/") for one in held.split(",")}
    if tag not in known and "*" not in known:
        return None
    return Response(status_code=304, headers={"ETag": tag, "Cache-Control": KEPT})


def keep(response: Response, tag: str) -> None:
    """Say that the answer may be kept under ``tag``."""
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = KEPT
