"""Asks a replay server without the network: for faults in what is said, not in how it comes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from replay.law_server import LawServer

from crawlers.contract import Answer
from crawlers.forms import judge


@dataclass(frozen=True)
class DirectFetch:
    """A `Fetch` for tests; the same checks of form as over the wire, no second try."""

    server: LawServer
    key: str

    async def __call__(self, path: str, params: Mapping[str, str]) -> Answer:
        reply = self.server.answer(f"/DRF/{path}", {**params, "OC": self.key})
        verdict = judge(reply.status, reply.body, "xml")
        if verdict:
            raise verdict.fault
        return Answer(path, reply.status, reply.body, datetime.now(UTC))
