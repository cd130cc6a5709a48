"""A Tika server by URL, through the ``tika`` client: in place of the Tika compiled in.

The server runs each parse in a child of its own and starts that anew after a crash, an
overrun of time or of memory; meanwhile it refuses or answers 500, so both are asked again.
A server that stays away costs no file: the Tika compiled in reads it then.
"""

import importlib
import json
import os
import time
from functools import partial
from typing import Any

from indexer.extract.model import Limits
from indexer.extract.tika import CHARACTERS, Tika, TikaAnswer, embedded, fault
from records.errors import Broken, TooLarge, Unsupported

_TRIES = 6
_NO_ANSWER = 0
_PAUSE = 1.0
_RESTARTING = frozenset((500, 502, 503))
_EXCEPTION = "X-TIKA:EXCEPTION:"
_CONTENT = "X-TIKA:content"


def server(url: str, limits: Limits) -> Tika:
    """Tika behind ``url`` (``http://127.0.0.1:9998``). Meant for a worker: the ``tika`` client
    takes its settings from the environment when it is first loaded."""
    # Without these the client downloads and starts a server of its own, and writes a log file.
    os.environ |= {"TIKA_CLIENT_ONLY": "True", "TIKA_SERVER_ENDPOINT": url, "TIKA_LOG_FILE": ""}
    parser: Any = importlib.import_module("tika.parser")
    return Tika(partial(_xhtml, parser, url, limits))


def _xhtml(parser: Any, url: str, limits: Limits, content: bytes) -> TikaAnswer:
    status, body = _ask(parser, url, content, limits)
    if status == _NO_ANSWER:
        return embedded().xhtml(content)
    if status in (415, 422):
        raise Unsupported(f"Tika 서버가 지원하지 않는 형식(HTTP {status})")
    if status != 200:
        raise Broken(f"Tika 서버가 문서를 읽지 못함(HTTP {status})")
    parts: list[dict[str, Any]] = json.loads(body)
    for part in parts:
        _refuse_exceptions(part)
    main = parts[0] if parts else {}
    flat = {key: _flat(value) for key, value in main.items() if key != _CONTENT}
    # What is embedded in the document follows it, as with the Tika compiled in.
    return TikaAnswer("\n".join(str(part.get(_CONTENT, "")) for part in parts), flat)


def _ask(parser: Any, url: str, content: bytes, limits: Limits) -> tuple[int, str]:
    errors: Any = importlib.import_module("requests.exceptions")
    status, body = _NO_ANSWER, ""
    for attempt in range(_TRIES):
        time.sleep(_PAUSE if attempt else 0)
        try:
            status, body = _put(parser, url, content, limits)
        except errors.ConnectionError:
            continue
        if status not in _RESTARTING:
            break
    return status, body


def _put(parser: Any, url: str, content: bytes, limits: Limits) -> tuple[int, str]:
    answer: tuple[int, str] = parser.from_buffer(
        content,
        serverEndpoint=url,
        xmlContent=True,
        headers=_headers(limits),
        requestOptions={"timeout": limits.seconds, "verify": True},
        raw_response=True,
    )
    return answer


def _headers(limits: Limits) -> dict[str, str]:
    """With a form type all HWP come back empty; without the two limits 35 KB of nested ZIP kill
    the server's child."""
    return {
        "Content-Type": "application/octet-stream",
        "writeLimit": str(min(limits.characters, CHARACTERS)),
        "maxEmbeddedResources": "200",
        "X-Tika-OCRskipOcr": "true",
        "X-Tika-PDFOcrStrategy": "no_ocr",
        "X-Tika-Timeout-Millis": str(int(limits.seconds * 1000)),
    }


def _refuse_exceptions(part: dict[str, Any]) -> None:
    """The server answers 200 to what failed, too, and says so in the metadata."""
    for key, value in part.items():
        if key.startswith(_EXCEPTION) and "limit_reached" in key:
            raise TooLarge("글자 수나 내장 문서가 Tika 서버의 한도를 넘음")
        if key.startswith(_EXCEPTION) and "embedded" not in key:
            raise fault(_flat(value))


def _flat(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
