"""The wiring of e-approval: attachments through the extractor, papers through the privacy gate."""

from starlette.applications import Starlette
from starlette.types import ASGIApp, Receive, Scope, Send

from crawlers.approval.intake import Intake
from crawlers.approval.receiver import PATH, routes
from indexer.privacy.detect import gate
from ucouncil.attachments import AttachmentReader
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
