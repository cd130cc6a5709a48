"""Attachments of papers through the extractor that loaded files go through, too."""

from collections.abc import Iterator
from dataclasses import replace

from crawlers.enclosed import Reading
from indexer.extract.model import Container, Extracted
from indexer.extract.service import Extractor
from records.model import Passage


class AttachmentReader:
    """The text of attachments, a ZIP's or a mail's members in order under their names."""

    def __init__(self, extractor: Extractor) -> None:
        self._extractor = extractor

    def read(self, name: str, content: bytes) -> Reading:
        """Raises `Unreadable` leaves."""
        result = self._extractor.extract_bytes(name, content)
        if isinstance(result, Extracted):
            return Reading(result.media_type, _passages(result), result.notes)
        notes = tuple(f"{path}: {reason}" for path, _, reason in result.failures)
        passages = tuple(p for one in self._members(result) for p in one)
        return Reading(result.media_type, passages, notes)

    def _members(self, container: Container) -> Iterator[tuple[Passage, ...]]:
        if container.own:
            yield _passages(container.own)
        for member in container.members:
            reading = self.read(member.path, member.content)
            bare = tuple(replace(one, page=None, cell=None) for one in reading.passages)
            yield (Passage(0, member.path, heading=True), *bare)


def _passages(extracted: Extracted) -> tuple[Passage, ...]:
    return tuple(
        Passage(order, block.text, page=block.page, cell=block.cell, heading=block.heading)
        for order, block in enumerate(extracted.blocks)
    )
