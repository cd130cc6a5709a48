"""What is known of a source: what it is called, which key it needs, how often and how politely."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from crawlers import redaction
from crawlers.contract import Source

DAY, WEEK = 24.0, 168.0
"""Hours."""
PAGES: Mapping[str, str] = MappingProxyType({"pages": "20"})
"""How many pages of a list a run turns at most, where a source announces no total."""


@dataclass(frozen=True, slots=True)
class KnownSource:
    """One line of `ucouncil sources`.

    ``key`` names the setting that holds its key; ``hours`` is its rhythm unless a council sets
    another; ``delay`` the seconds between requests. ``robots`` says that robots.txt is obeyed
    (pages for people, not APIs under a key). ``redact`` takes contact fields out of answers.
    ``laws`` says that it brings statutes, ``named`` that it takes names. ``asks`` are the
    options without which it cannot run. ``recorded`` says that its reader was held against
    recordings of the real service, not against its description only. ``rereads`` says that it
    asks for papers that are held as well, so that files they keep need not come again.
    ``untold`` says that its list announces no total: a run counts only what it asked for.
    """

    name: str
    title: str
    source: Source
    key: str | None = None
    hours: float = DAY
    delay: float = 1.0
    robots: bool = False
    laws: bool = False
    named: bool = False
    redact: redaction.Redact = redaction.untouched
    options: Mapping[str, str] = field(default_factory=dict)
    asks: tuple[str, ...] = ()
    recorded: bool = False
    rereads: bool = False
    untold: bool = False

    @property
    def home(self) -> str:
        return self.source.home
