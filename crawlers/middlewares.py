"""Asking again: the faults that pass (busy, 404 for a moment, an empty or HTML answer with 200).

Waits ``backoff · 2ⁿ`` seconds with jitter between the tries, longer when the server says so.
The last answer goes on to the spider whatever it is: there it is archived and judged.
"""

import asyncio
import logging
import random
from typing import Any, Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawlers.contract import Pace
from crawlers.forms import judge
from crawlers.limits import TOO_LARGE

logger = logging.getLogger(__name__)
LONGEST = 120.0
"""Seconds no wait exceeds, whatever ``Retry-After`` says."""


class AskAgain:
    """Downloader middleware; ``request.meta`` carries ``expects``, ``pace`` and the try."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls()

    async def process_response(self, request: Request, response: Response) -> Response | Request:
        if "expects" not in request.meta:  # robots.txt: none is allowed, and is no fault
            return response
        verdict = judge(response.status, response.body, request.meta["expects"])
        if verdict is None or not verdict.passing:
            return response
        after = response.headers.get("Retry-After", b"") or b""
        return await self._again(request, str(verdict.fault), after) or response

    async def process_exception(self, request: Request, exception: Exception) -> Request | None:
        if "expects" not in request.meta or isinstance(exception, TOO_LARGE):
            return None
        return await self._again(request, type(exception).__name__, b"")

    async def _again(self, request: Request, reason: str, after: bytes) -> Request | None:
        pace: Pace = request.meta["pace"]
        tried: int = request.meta.get("tried", 1)
        if tried >= pace.tries:
            return None
        seconds = wait(pace, tried, after)
        logger.info("%s: again in %.1f s (%d of %d)", reason, seconds, tried, pace.tries)
        await asyncio.sleep(seconds)
        meta: dict[str, Any] = request.meta | {"tried": tried + 1}
        return request.replace(meta=meta, dont_filter=True)


def wait(pace: Pace, tried: int, after: bytes = b"") -> float:
    """Seconds before the next try: between half and the whole of ``backoff · 2ⁿ``.

    >>> 6 <= wait(Pace(backoff=6), 1) <= 12
    True
    >>> wait(Pace(backoff=0.1), 1, b"3")
    3.0
    """
    seconds: float = pace.backoff * 2**tried * random.uniform(0.5, 1.0)  # noqa: S311 - jitter
    asked = float(after) if after.isdigit() else 0.0
    return min(max(seconds, asked), LONGEST)
