"""Asks a replay server without the network: for faults in what is said, not in how it comes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlsplit

from replay.law_server import LawServer

from crawlers.contract import KEY_HERE, Answer
from crawlers.forms import judge


@dataclass(frozen=True)
class DirectFetch:
    """A `Fetch` for tests; the same checks of form as over the wire, no second try."""

    server: LawServer
    key: str
    prefix: str = "/DRF"
    parameter: str | None = "OC"
    expects: str = "xml"
    keep: Callable[[bytes], object] = len
    """Takes each good answer, as the archive does."""

    async def __call__(
        self, path: str, params: Mapping[str, str], expects: str | None = None
    ) -> Answer:
        own = {self.parameter: self.key} if self.parameter else {}
        whole = urlsplit(path if "://" in path else f"{self.prefix}/{path}")
        asked = {**dict(parse_qsl(whole.query)), **params, **own}
        reply = self.server.answer(whole.path.replace(KEY_HERE, self.key), asked)
        verdict = judge(reply.status, reply.body, expects or self.expects)
        if verdict:
            raise verdict.fault
        self.keep(reply.body)
        return Answer(path, reply.status, reply.body, datetime.now(UTC))
