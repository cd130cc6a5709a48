"""A loopback 법제처: real routes, real envelope, and every fault it is known for, on demand.

>>> with LawServer([]) as server:
...     server.url.startswith("http://127.0.0.1:")
True
"""

import threading
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs, urlsplit

from replay.canaries import COOKIE
from replay.law_xml import HEAD, body, listing

from records.model import Version

Params = Mapping[str, str]
BAD_OC = (
    f"{HEAD}\n<Response>\n<result>사용자 정보 검증에 실패하였습니다.</result>\n"
    "<msg>OPEN API 호출 시 사용자 검증을 위하여 정확한 서버장비의 IP주소 및 도메인주소를"
    " 등록해 주세요.</msg></Response>"
)
UNKNOWN_ID = (
    '<?xml version="1.0" encoding="utf-8"?>'
    "<Law>일치하는 법령이 없습니다.  법령명을 확인하여 주십시오.</Law>"
)
MISSING_PARAMETER = (
    f"{HEAD}<LawSearch><target>lsJoHstInf</target><totalCnt>0</totalCnt></LawSearch>"
)
NOT_APPLIED = "<!DOCTYPE html>\n<html><body>미신청된 목록/본문에 대한 접근입니다.</body></html>"
ANTI_BOT = '<html><script>document.cookie="x=1";location.assign("/");</script></html>'
MAINTENANCE = "<!DOCTYPE html><html><head><title>안내</title></head><body>점검 중</body></html>"
_STATES = {"1": "연혁", "2": "시행예정", "3": "현행"}


@dataclass(frozen=True)
class Reply:
    """One HTTP answer; ``cut`` closes the connection before ``body`` is whole, ``delay`` are
    seconds before it begins."""

    body: bytes = b""
    status: int = 200
    cut: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0


@dataclass
class Fault:
    """Gives ``reply`` instead of the right answer to requests whose parameters include ``when``,
    ``times`` times (None: always). ``change`` alters the right answer instead."""

    when: Params
    reply: Reply | None = None
    change: Callable[[str], str] | None = None
    times: int | None = None

    def takes(self, params: Params) -> bool:
        if self.times == 0 or not self.when.items() <= params.items():
            return False
        if self.times is not None:
            self.times -= 1
        return True


class LawServer:
    """Serves ``versions`` under ``/DRF``; ``faults`` may be changed at any time."""

    def __init__(self, versions: Iterable[Version], key: str = "test", largest: int = 100) -> None:
        self.versions = list(versions)
        self.key = key
        self.largest = largest
        self.faults: list[Fault] = []
        self.requests: list[Params] = []
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def answer(self, path: str, params: Params) -> Reply:
        """The reply to one request, faults first."""
        with self._lock:
            self.requests.append(params)
            fault = next((f for f in self.faults if f.takes(params)), None)
        if fault and fault.reply:
            return fault.reply
        right = self._right(path, params)
        if not (fault and fault.change):
            return right
        changed = fault.change(right.body.decode("utf-8", "surrogateescape"))
        return Reply(changed.encode("utf-8", "surrogateescape"))

    def _right(self, path: str, params: Params) -> Reply:
        if params.get("OC") != self.key:
            return Reply(BAD_OC.encode())
        if params.get("target") not in ("law", "eflaw"):
            return Reply(b"")
        if path == "/DRF/lawSearch.do":
            return Reply(self._search(params).encode())
        return self._service(params)

    def _search(self, params: Params) -> str:
        found = [v for v in self.versions if _asked(v, params)]
        display = min(int(params.get("display", 20)), self.largest)
        page, query = int(params.get("page", 1)), params.get("query", "")
        return listing(params["target"], query, found, page, display, self.key)

    def _service(self, params: Params) -> Reply:
        if params["target"] == "eflaw" and "efYd" not in params:
            return Reply(b"", 404)
        for version in self.versions:
            effective = f"{version.effective:%Y%m%d}"
            if version.mst == params.get("MST") and params.get("efYd") in (None, effective):
                return Reply(body(version).encode())
        return Reply(UNKNOWN_ID.encode())


def _asked(version: Version, params: Params) -> bool:
    states = "3" if params["target"] == "law" else params.get("nw", "1,2,3")
    first, _, last = params.get("ancYd", "00000000~99999999").partition("~")
    promulgated = f"{version.promulgated:%Y%m%d}" if version.promulgated else ""
    return (
        version.status in [_STATES[state] for state in states.split(",")]
        and params.get("query", "").replace(" ", "") in version.name.replace(" ", "")
        and params.get("LID", version.law_id) == version.law_id
        and first <= promulgated <= last
    )


def _handler(server: LawServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            address = urlsplit(self.path)
            if address.path.startswith("/DRF") and not self.headers.get("Referer"):
                return  # the source resets those
            params = {name: values[0] for name, values in parse_qs(address.query).items()}
            with suppress(ConnectionError):  # a crawler does not wait for ever
                self._send(server.answer(address.path, params))

        def _send(self, reply: Reply) -> None:
            time.sleep(reply.delay)
            self.send_response(reply.status)
            self.send_header("Set-Cookie", f"JSESSIONID={COOKIE}; Path=/")
            self.send_header("Content-Length", str(len(reply.body)))
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body[: len(reply.body) // 2] if reply.cut else reply.body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    return Handler
