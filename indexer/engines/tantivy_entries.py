"""What an index stores of its entries, read through a searcher."""

from typing import Any, Final, NamedTuple

from tantivy import DocAddress, Document, Searcher

KEPT: Final = 64_000_000
"""Bytes of entries kept, about: questions share papers, and so does the next page."""
_OWN: Final = 500
"""Bytes of an entry beside its payload and forward stream, about."""


class Entry(NamedTuple):
    """The stored fields of one entry."""

    id: str
    document: str
    revision: int
    payload: str
    forward: bytes


class Entries:
    """Reads entries of one state of an index; may be shared by threads.

    What was read is kept in two halves: when the newer is full, the older is forgotten, but for
    what was asked for since.
    """

    def __init__(self, searcher: Searcher) -> None:
        self.searcher = searcher
        self._newer: dict[tuple[int, int], Entry] = {}
        self._older: dict[tuple[int, int], Entry] = {}
        self._room = KEPT // 2

    def at(self, place: DocAddress) -> Entry:
        """The entry at ``place``, from memory if it was read lately."""
        key = (place.segment_ord, place.doc)
        entry = self._newer.get(key)
        if entry is None:
            entry = self._older.get(key) or _read(self.searcher.doc(place))
            self._keep(key, entry)
        return entry

    def _keep(self, key: tuple[int, int], entry: Entry) -> None:
        self._room -= _OWN + 2 * len(entry.payload) + len(entry.forward)
        if self._room < 0:
            self._newer, self._older = {}, self._newer
            self._room = KEPT // 2
        self._newer[key] = entry


def stored(entry: Document, field: str) -> Any:
    """The one value of a field that every entry stores."""
    return entry.get_first(field)


def _read(entry: Document) -> Entry:
    values = entry.to_dict()
    (name,), (document,), (revision,) = values["id"], values["document"], values["revision"]
    return Entry(
        name, document, revision, values["payload"][0].decode(), values.get("forward", (b"",))[0]
    )
