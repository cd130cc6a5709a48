"""Originals over HTTP beside the pages: downloads, page pictures, and where the marks are.

Every answer asks records for the paper as the desk's viewer first. Pictures are shown by
``<img>`` and carry a policy that lets nothing in them run.
"""

from typing import Final
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from records.errors import Misuse, OriginalMissing
from records.model import Attachment, Document
from search_ui.desk import desk
from search_ui.refusing import told
from search_ui.work.pinning import read_at

WIDTH: Final = 1100
"""Pixels of a page picture: sharp at the width the reader gives it, on common screens."""

_SAFE: Final = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    "font-src data:; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, max-age=600",
}


_told: Final = told(Misuse, OriginalMissing)


def routes() -> list[Route]:
    """The routes to mount beside the pages."""
    return [
        Route("/papers/original", _told(original)),
        Route("/papers/page", _told(page_picture)),
        Route("/papers/boxes", _told(boxes)),
    ]


def address(what: str, document: str, **more: object) -> str:
    """The address of ``original``, ``page`` or ``boxes``, relative to a page of the app."""
    return f"./papers/{what}?{urlencode({'doc': document, **more}, doseq=True)}"


def original(request: Request) -> Response:
    """One attachment as it was received, under its own name."""
    attachment, content = _attachment(request)
    name = quote(attachment.name.rpartition("/")[2], safe="")
    headers = _SAFE | {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
    return Response(content, media_type="application/octet-stream", headers=headers)


def page_picture(request: Request) -> Response:
    """One page as PNG or SVG."""
    attachment, content = _attachment(request)
    picture = desk().render.page_image(content, attachment.media_type, _number(request), WIDTH)
    media = "image/png" if picture.startswith(b"\x89PNG") else "image/svg+xml"
    return Response(picture, media_type=media, headers=_SAFE)


def boxes(request: Request) -> Response:
    """``{"pages": n, "boxes": [[x0, y0, x1, y1], …]}`` for the needles asked."""
    attachment, content = _attachment(request)
    needles = tuple(request.query_params.getlist("needle"))[:200]
    render = desk().render
    found = (
        render.boxes(content, attachment.media_type, _number(request), needles) if needles else ()
    )
    pages = render.page_count(content, attachment.media_type)
    return JSONResponse({"pages": pages, "boxes": [list(box) for box in found]}, headers=_SAFE)


def _attachment(request: Request) -> tuple[Attachment, bytes]:
    document = _read(request)
    at = request.query_params.get("n", "0")
    if not at.isdecimal() or int(at) >= len(document.attachments):
        raise OriginalMissing("원본 파일이 없는 자료입니다")
    attachment = document.attachments[int(at)]
    return attachment, desk().records.originals.get(attachment.sha256)


def _read(request: Request) -> Document:
    """The paper, of the revision asked for where that is kept."""
    rev = request.query_params.get("rev", "")
    revision = int(rev) if rev.isdecimal() and len(rev) < 19 else None
    return read_at(desk(), request.query_params.get("doc", ""), revision, None)


def _number(request: Request) -> int:
    text = request.query_params.get("page", "1")
    return int(text) if text.isdecimal() else 1
