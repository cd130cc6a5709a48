"""A collection as a file on its way to whoever asked; what is large never stands in memory."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import BinaryIO, Final
from urllib.parse import quote

from starlette.responses import Response, StreamingResponse

from records.collections import Collection
from records.errors import Misuse
from search_ui.desk import Desk
from search_ui.exports.bundle import file_name, to_zip
from search_ui.exports.papers import to_docx, to_hwpx
from search_ui.exports.rows import Sheaf, sheaf
from search_ui.exports.sheet import to_xlsx

PIECE: Final = 1 << 20
"""Bytes of a file that are read at a time."""
_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
MEDIA: Final[Mapping[str, str]] = {
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "hwpx": "application/hwp+zip",
    "zip": "application/zip",
}
"""The media type of each form that a collection can take."""
_WRITE: Final[Mapping[str, Callable[[Sheaf], bytes]]] = {
    "xlsx": to_xlsx,
    "docx": to_docx,
    "hwpx": to_hwpx,
}


def exported(desk: Desk, one: Collection, form: str, home: str) -> Response:
    """The collection as ``form``; ``home`` is the app's absolute address. Raises `Misuse` for a
    form that there is not, and what the writing of the file raises."""
    if form not in MEDIA:
        raise Misuse(f"모르는 형식입니다. 쓸 수 있는 형식: {', '.join(MEDIA)}")
    made = f"{datetime.now().astimezone():%Y-%m-%d %H:%M} 내보냄"
    rows = sheaf(desk, one, home, made)
    headers = download(f"{file_name(one.name)}.{form}")
    if form == "zip":
        return streamed(to_zip(rows, desk.records.originals), MEDIA[form], headers)
    return Response(_WRITE[form](rows), media_type=MEDIA[form], headers=headers)


def download(name: str) -> dict[str, str]:
    """The header that has a browser keep the file under ``name``."""
    return {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}


def streamed(file: BinaryIO, media: str, headers: Mapping[str, str]) -> Response:
    """``file`` from its beginning, piece by piece; it is closed at the end."""
    size = file.seek(0, 2)
    file.seek(0)
    told = {**headers, "Content-Length": str(size)}
    return StreamingResponse(_pieces(file), media_type=media, headers=told)


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    with file:
        while piece := file.read(PIECE):
            yield piece
