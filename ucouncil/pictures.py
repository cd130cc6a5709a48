"""Page pictures for the reader, made in killable workers and kept in memory for the next look."""

from collections.abc import Sequence
from functools import lru_cache

from indexer.extract.render import Renderer
from search_ui.desk import Box


class Pictures:
    """The `Render` of the search UI. Close it to end its worker."""

    def __init__(self, renderer: Renderer) -> None:
        self._count = lru_cache(maxsize=256)(renderer.page_count)
        self._image = lru_cache(maxsize=128)(renderer.render_page)
        self._boxes = lru_cache(maxsize=256)(renderer.page_text_boxes)

    def page_count(self, content: bytes, media_type: str, /) -> int:
        return self._count(content, media_type)

    def page_image(self, content: bytes, media_type: str, page: int, width: int, /) -> bytes:
        return self._image(content, media_type, page, width)

    def boxes(
        self, content: bytes, media_type: str, page: int, needles: tuple[str, ...], /
    ) -> Sequence[Box]:
        return self._boxes(content, media_type, page, needles)
