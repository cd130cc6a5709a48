"""The table of sources, by name, in the order in which a run without names takes them.

>>> SOURCES["eflaw"].title
'법제처 법령 연혁(과거·시행예정 포함)'
"""

from collections.abc import Mapping
from types import MappingProxyType

from crawlers.known import KnownSource
from crawlers.sources_council import ASSEMBLY_SOURCES, CLIK_SOURCES, PAGE_SOURCES
from crawlers.sources_law import LAW_SOURCES

__all__ = ["SOURCES", "KnownSource"]

_ALL = (*LAW_SOURCES, *ASSEMBLY_SOURCES, *CLIK_SOURCES, *PAGE_SOURCES)
SOURCES: Mapping[str, KnownSource] = MappingProxyType({known.name: known for known in _ALL})
