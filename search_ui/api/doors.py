"""What stands before every route: HEAD, the limits of body and crowd, and safe headers."""

import re
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from search_ui.api.problems import refusal

PREFIX: Final = "/api/v1"
LARGEST: Final = 8 * 1024 * 1024
"""Bytes of a request's body: two of the longest texts, each letter written ``\\ud83d\\ude00``."""
PATIENCE: Final = 4
CROWD: Final = 16
"""Requests that are worked on at once; the next are asked to come again."""
_ALIVE: Final = re.compile(rf"{PREFIX}/health/")
_SAFE: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class SafeHeaders:
    """Adds what every answer says to browsers; a route's own header wins. No CORS: a page of
    another origin may not read an answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _SAFE.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, safely)


class Head:
    """Answers HEAD as GET without the body."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def bare(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        if scope["type"] == "http" and scope["method"] == "HEAD":
            return await self._app({**scope, "method": "GET"}, receive, bare)
        return await self._app(scope, receive, send)


class Crowd:
    """Lets ``most`` requests in at once; tells the others when to come again. Health is always
    answered."""

    def __init__(self, app: ASGIApp, most: int = CROWD) -> None:
        self._app, self._most, self._inside = app, most, 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or _ALIVE.match(scope["path"]):
            return await self._app(scope, receive, send)
        if self._inside >= self._most:
            return await refusal(503, headers={"Retry-After": "1"})(scope, receive, send)
        self._inside += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._inside -= 1


class Body:
    """Takes a body of at most ``largest`` bytes in whole, then lets it in."""

    def __init__(self, app: ASGIApp, largest: int = LARGEST) -> None:
        self._app, self._largest = app, largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] == "GET":
            return await self._app(scope, receive, send)
        body = await self._take(Headers(scope=scope), receive)
        if body is None:
            return await refusal(413, headers={"Connection": "close"})(scope, receive, send)
        taken = False

        async def again() -> Message:
            nonlocal taken
            if taken:
                return await receive()
            taken = True
            return {"type": "http.request", "body": body, "more_body": False}

        return await self._app(scope, again, send)

    async def _take(self, headers: Headers, receive: Receive) -> bytes | None:
        """The body; None when it is too large.

        Of what is too large the rest is read and dropped up to `PATIENCE` times the limit: who
        is still sending does not hear the answer.
        """
        said, patience = headers.get("content-length", "0"), PATIENCE * self._largest
        if said.isdecimal() and int(said) > patience:
            return None
        body, size = bytearray(), 0
        while True:
            message = await receive()
            part = message.get("body", b"")
            size += len(part)
            if size <= self._largest:
                body += part
            if size > patience or not message.get("more_body"):
                return bytes(body) if size <= self._largest else None
