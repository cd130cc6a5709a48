"""The wiring of e-approval: attachments through the extractor, papers through the privacy gate."""

from collections.abc import Iterator
from dataclasses import replace

from starlette.applications import Starlette
from starlette.types import ASGIApp, Receive, Scope, Send

from crawlers.approval.intake import Intake
from crawlers.approval.paper import Reading
from crawlers.approval.receiver import PATH, routes
from indexer.extract.model import Container, Extracted
from indexer.extract.service import Extractor
from indexer.privacy.detect import gate
from records.model import Passage
from ucouncil.council import Council


def approval_intake(council: Council) -> Intake:
    """The intake of this council."""
    settings = council.settings
    reader = AttachmentReader(council.extractor)
    return Intake(
        council.records,
        reader.read,
        gate,
        own_code=settings.council_code,
        committees=settings.committees,
    )


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


def with_receiver(app: ASGIApp, council: Council) -> ASGIApp:
    """``app`` with the receiver beside it, when a token is set: without one it is closed."""
    token = council.settings.approval_token
    if token is None:
        return app
    failed = council.settings.approval / "failed"
    own = Starlette(routes=routes(approval_intake(council), token.get_secret_value(), failed))

    async def both(scope: Scope, receive: Receive, send: Send) -> None:
        here = scope["type"] == "http" and scope["path"] == PATH
        await (own if here else app)(scope, receive, send)

    return both
