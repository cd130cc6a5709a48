"""The wiring: from settings to records, extraction, analysis, engine and search, opened lazily.

>>> with Council(read_settings(home)) as council:          # doctest: +SKIP
...     council.searcher.search("의정활동비", Viewer("operator"))
"""

from contextlib import ExitStack
from datetime import date, timedelta
from functools import cached_property, partial
from pathlib import Path
from types import TracebackType

from indexer.engines.embedded import EmbeddedEngine
from indexer.engines.seam import Engine
from indexer.extract.model import Limits
from indexer.extract.render import Renderer
from indexer.extract.service import Extractor
from indexer.korean.analyser import Analyser
from indexer.search.searcher import Searcher
from indexer.statutes.graph import Graph
from indexer.worker import Worker
from records.store import Records
from ucouncil.settings import Settings

MAPPINGS = Path(__file__).resolve().parents[1] / "mappings"
OFTEN, OFTEN_DAYS = 1_000, 90
"""Queries offered while typing, and the days whose askings count for it."""


class Council:
    """One home, opened. Parts are made when first asked for and closed together."""

    def __init__(self, settings: Settings, *, writer: bool = False) -> None:
        self.settings = settings
        self._writer = writer
        self._open = ExitStack()

    def __enter__(self) -> "Council":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.close()

    @cached_property
    def records(self) -> Records:
        """The truth. Raises `BadSetting` when the home was never initialised."""
        return self._open.enter_context(
            Records.open(self.settings.database, self.settings.originals)
        )

    @cached_property
    def analyser(self) -> Analyser:
        return Analyser()

    @cached_property
    def engine(self) -> Engine:
        """Elasticsearch when its address is set, the embedded engine otherwise.

        The records are opened first: a home that was never made is told as such.
        """
        self.records  # noqa: B018 - opened for its check
        engine = self._make_engine()
        self._open.callback(engine.close)
        return engine

    def _make_engine(self) -> Engine:
        versions = {"analyser": self.analyser.version}
        if self.settings.elasticsearch_url is None:
            return EmbeddedEngine(self.settings.index, versions, writer=self._writer)
        from indexer.engines.elastic import ElasticEngine

        address = self.settings.elasticsearch_url.get_secret_value()
        return ElasticEngine(address, self.settings.elasticsearch_prefix, versions)

    @cached_property
    def searcher(self) -> Searcher:
        return Searcher(self.engine, self.analyser, MAPPINGS, self._asked_often)

    def _asked_often(self) -> list[str]:
        since = date.today() - timedelta(days=OFTEN_DAYS)
        return [one.query for one in self.records.asked_often(since, limit=OFTEN)]

    @cached_property
    def extractor(self) -> Extractor:
        """Killable workers that read files; started on first use."""
        settings = self.settings
        limits = Limits(seconds=settings.extract_seconds, memory=settings.extract_memory)
        return self._open.enter_context(
            Extractor(limits, tika_url=settings.tika_url, workers=settings.workers)
        )

    @cached_property
    def renderer(self) -> Renderer:
        """Killable workers that draw pages."""
        renderer = Renderer()
        self._open.callback(renderer.close)
        return renderer

    @cached_property
    def graph(self) -> Graph:
        """Keeps what cites, amends and carries out what up to date."""
        return Graph(self.records)

    @cached_property
    def worker(self) -> Worker:
        """Moves what the engine is behind."""
        return Worker(self.records, self.engine, partial(Analyser), processes=self.settings.workers)
