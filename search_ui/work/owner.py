"""Whose work it is. A role that many share says little, so each browser has a key of its own.

Collections and saved searches are the viewer's, and of the public, whom nobody knows, each
browser's. History is each browser's own always.
"""

import re
import secrets
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from typing import Any, Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from records.errors import Misuse
from search_ui.desk import Desk

COOKIE: Final = "u_browser"
_KEY: Final = re.compile(r"[A-Za-z0-9_-]{20,64}")
_YEARS: Final = 2 * 365 * 24 * 3600


def owner(desk: Desk, order: Mapping[str, Any]) -> str:
    """Who owns collections and saved searches; `Misuse` for the public without a key."""
    if desk.viewer.role != "public":
        return str(desk.viewer)
    return _own(desk, order) or _refuse()


def whose_history(desk: Desk, order: Mapping[str, Any]) -> str | None:
    """Who owns the history; None without a key, when there is none."""
    return _own(desk, order)


def known(cookies: Mapping[str, str]) -> dict[str, str]:
    """The browser's key, from its cookies, as part of an order or of a page's parameters."""
    key = cookies.get(COOKIE, "")
    return {"browser": key if _KEY.fullmatch(key) else ""}


def with_key(app: ASGIApp) -> ASGIApp:
    """``app``, giving each browser that asks for a page a key, once."""

    async def keyed(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not _needs_key(Headers(scope=scope)):
            return await app(scope, receive, send)
        secure = "; Secure" if scope.get("scheme") == "https" else ""
        key = f"{COOKIE}={secrets.token_urlsafe(18)}; Path=/; Max-Age={_YEARS}; HttpOnly; "

        async def giving(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).append("Set-Cookie", f"{key}SameSite=Lax{secure}")
            await send(message)

        return await app(scope, receive, giving)

    return keyed


def _needs_key(headers: Headers) -> bool:
    """A person's browser asks for a page, and has no key yet."""
    if "text/html" not in headers.get("accept", ""):
        return False
    try:
        cookies = SimpleCookie(headers.get("cookie", ""))
    except CookieError:
        return True
    return not known({name: one.value for name, one in cookies.items()})["browser"]


def _own(desk: Desk, order: Mapping[str, Any]) -> str | None:
    return f"{desk.viewer}/{order['browser']}" if order.get("browser") else None


def _refuse() -> str:
    raise Misuse("이 브라우저가 쿠키를 받지 않아 저장할 곳이 없습니다")
