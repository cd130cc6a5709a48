"""The table of sources: what each is called, whether it needs a key, how fresh it should be."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from crawlers.contract import Source
from crawlers.law import EFLAW, LAW
from crawlers.ordin import ORDIN


@dataclass(frozen=True, slots=True)
class KnownSource:
    """One line of `ucouncil sources`. ``fresh_days`` is the age at which a run is overdue;
    ``robots`` says that robots.txt is obeyed (pages for people, not APIs under a key)."""

    name: str
    title: str
    needs_key: bool
    fresh_days: int
    source: Source
    robots: bool = False


SOURCES: Mapping[str, KnownSource] = MappingProxyType(
    {
        known.name: known
        for known in (
            KnownSource("law", "법제처 현행 법령", True, 1, LAW),
            KnownSource("eflaw", "법제처 법령 연혁(과거·시행예정 포함)", True, 7, EFLAW),
            KnownSource("ordin", "법제처 자치법규(서울특별시)", True, 7, ORDIN),
        )
    }
)
"""By name, in the order in which a run without names takes them."""
