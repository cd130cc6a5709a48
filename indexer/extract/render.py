"""Page pictures for the screen, drawn in killable workers like everything untrusted.

>>> page_count(content, "application/pdf")                              # doctest: +SKIP
11
"""

import atexit
from collections.abc import Sequence
from functools import cache
from typing import Any

from indexer.extract.layout.pages import Box
from indexer.extract.model import Limits
from indexer.extract.pool import Pool

_LIMITS = Limits(seconds=30.0)


class Renderer:
    """Draws pages in ``workers`` processes; safe from several threads. Raises leaves of
    `Unreadable`; `Unsupported` for formats without pages. Whoever asks keeps the answers."""

    def __init__(self, limits: Limits = _LIMITS, workers: int = 1) -> None:
        self._pool = Pool(limits, workers=workers)

    def page_count(self, content: bytes, media_type: str) -> int:
        """How many pages ``content`` has."""
        head, _ = self._ask("count", content, media_type)
        return int(head["count"])

    def render_page(self, content: bytes, media_type: str, page: int, width: int) -> bytes:
        """Page ``page`` (from 1), ``width`` pixels wide: PNG of a PDF; of HWP and HWPX an SVG
        that may be shown as it is."""
        _, blobs = self._ask("draw", content, media_type, page=page, width=width)
        return blobs[0]

    def page_text_boxes(
        self, content: bytes, media_type: str, page: int, needles: Sequence[str]
    ) -> list[Box]:
        """Where ``needles`` stand on the page: (x0, y0, x1, y1) from the top left, each from 0
        to 1 of the page. Spaces and line ends within a needle do not count."""
        head, _ = self._ask("boxes", content, media_type, page=page, needles=list(needles))
        return [(x0, y0, x1, y1) for x0, y0, x1, y1 in head["boxes"]]

    def close(self) -> None:
        """End the worker processes."""
        self._pool.close()

    def _ask(
        self, do: str, content: bytes, media_type: str, **more: Any
    ) -> tuple[dict[str, Any], list[bytes]]:
        with self._pool.lend() as process:
            return process.ask({"do": do, "media_type": media_type, **more}, [content])


@cache
def _shared() -> Renderer:
    renderer = Renderer()
    atexit.register(renderer.close)
    return renderer


def page_count(content: bytes, media_type: str) -> int:
    """`Renderer.page_count` of the process's own renderer."""
    return _shared().page_count(content, media_type)


def render_page(content: bytes, media_type: str, page: int, width: int) -> bytes:
    """`Renderer.render_page` of the process's own renderer."""
    return _shared().render_page(content, media_type, page, width)


def page_text_boxes(
    content: bytes, media_type: str, page: int, needles: Sequence[str]
) -> list[Box]:
    """`Renderer.page_text_boxes` of the process's own renderer."""
    return _shared().page_text_boxes(content, media_type, page, needles)
