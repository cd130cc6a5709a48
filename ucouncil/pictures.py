"""Page pictures for the reader, made in killable workers and kept in memory for the next look."""

from functools import lru_cache

from indexer.extract import render


class Pictures:
    """What `search_ui.desk` asks for when it shows an original's pages."""

    def __init__(self) -> None:
        self.page_count = lru_cache(maxsize=256)(render.page_count)
        self.page_image = lru_cache(maxsize=128)(render.render_page)
        self.boxes = lru_cache(maxsize=256)(render.page_text_boxes)
