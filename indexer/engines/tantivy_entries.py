"""What an index stores of its entries, read through a searcher."""

from typing import Any, Final, NamedTuple

from tantivy import DocAddress, Document, Searcher

MOST: Final = 1_000
"""Entries kept: one search reads the same ones several times, and so does the next page."""


class Entry(NamedTuple):
    """The stored fields of one entry."""

    id: str
    document: str
    revision: int
    payload: str
    forward: bytes


class Entries:
    """Reads entries of one state of an index; may be shared by threads."""

    def __init__(self, searcher: Searcher) -> None:
        self.searcher = searcher
        self._kept: dict[tuple[int, int], Entry] = {}

    def at(self, place: DocAddress) -> Entry:
        """The entry at ``place``, from memory if it was read lately."""
        key = (place.segment_ord, place.doc)
        entry = self._kept.get(key)
        if entry is None:
            if len(self._kept) >= MOST:
                self._kept = {}
            entry = self._kept[key] = _read(self.searcher.doc(place))
        return entry


def stored(entry: Document, field: str) -> Any:
    """The one value of a field that every entry stores."""
    return entry.get_first(field)


def _read(entry: Document) -> Entry:
    values = entry.to_dict()
    own = (values[field][0] for field in ("id", "document", "revision"))
    payload = values["payload"][0].decode()
    return Entry._make((*own, payload, *values.get("forward", [b""])))
