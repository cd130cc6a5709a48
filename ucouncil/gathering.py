"""Which sources this council gathers from, with which key, address and settings of its own."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Self

from pydantic import SecretStr

from crawlers.enclosed import Read, Reading, keep_only
from crawlers.run import RunReport, crawl
from crawlers.sources import SOURCES, KnownSource
from crawlers.status import Chosen, SourceState, missing_of, source_rows
from indexer.privacy.detect import gate
from records.store import Records
from ucouncil.attachments import AttachmentReader
from ucouncil.council import Council
from ucouncil.settings import Settings, SourceSettings

Progress = Callable[[str], None]


class Gathering:
    """The sources as the settings have them."""

    def __init__(self, settings: Settings, records: Records, read: Read = keep_only) -> None:
        self._settings, self._records, self._read = settings, records, read

    @classmethod
    def of(cls, council: Council) -> Self:
        """The sources of ``council``; attached files go through its extractor."""

        def read(name: str, content: bytes) -> Reading:
            """The workers start with the first file, not with the run."""
            return AttachmentReader(council.extractor).read(name, content)

        return cls(council.settings, council.records, read)

    def run(
        self,
        name: str,
        *,
        since: date | None = None,
        base_url: str | None = None,
        laws: tuple[str, ...] = (),
        anew: bool = False,
        accept_loss: bool = False,
        progress: Progress = lambda _: None,
    ) -> RunReport:
        """One run of one source."""
        own = self._own(name)
        return crawl(
            name,
            self._records,
            base_url=base_url or own.base_url,
            since=since,
            key=self._key(SOURCES[name]),
            laws=laws,
            options=own.options,
            gate=gate,
            read=self._read,
            anew=anew,
            accept_loss=accept_loss,
            progress=progress,
        )

    def chosen(self, laws: bool) -> tuple[str, ...]:
        """The sources of a run that names none: those that are on; with ``laws`` those that
        bring statutes; and where nothing is set up the statutes, whose fault says what to do."""
        statutes = tuple(name for name, known in SOURCES.items() if known.laws)
        return statutes if laws else tuple(filter(self._on, SOURCES)) or statutes

    def states(self) -> list[SourceState]:
        """How every source is doing."""
        return self._rows(datetime.now(UTC))

    def due(self) -> tuple[str, ...]:
        """The sources whose time has come."""
        now = datetime.now(UTC)
        return tuple(state.source for state in self._rows(now) if state.due(now))

    def _rows(self, now: datetime) -> list[SourceState]:
        return source_rows(self._records, self._chosen(), now)

    def _chosen(self) -> dict[str, Chosen]:
        return {
            name: Chosen(self._on(name), self._missing(known), self._own(name).every_hours)
            for name, known in SOURCES.items()
        }

    def _own(self, name: str) -> SourceSettings:
        return self._settings.sources.get(name) or SourceSettings()

    def _on(self, name: str) -> bool:
        """A source is on when the council has it in its settings, or has its key and all that
        it asks for."""
        known = SOURCES[name]
        if name in self._settings.sources:
            return not self._own(name).off
        return known.key is not None and not self._missing(known)

    def _missing(self, known: KnownSource) -> tuple[str, ...]:
        own = self._own(known.name)
        has_key = self._key(known) is not None or own.base_url is not None
        return missing_of(known, own.options, has_key)

    def _key(self, known: KnownSource) -> str | None:
        secret = getattr(self._settings, known.key) if known.key else None
        return secret.get_secret_value() if isinstance(secret, SecretStr) else None
