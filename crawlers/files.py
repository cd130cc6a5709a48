"""The files that papers link to: asked for one by one, and a fault of one spoils that one only.

A file that is kept already is not asked for again. When a source refuses one, no more are asked
for in the run: what was not asked for is a failure of its own, and its paper comes again.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin

from crawlers.contract import FILE, Fetch, Filed, Job
from records.errors import Refused, SourceFault, Unreadable

_UNFIT = re.compile(r"[\x00-\x1f/\\]+")
LONGEST = 200
"""Code points of a name."""


@dataclass(frozen=True, slots=True)
class Link:
    """A file by its name and its address, which may be relative to the source's."""

    name: str
    address: str


class Files:
    """The files of one run. The setting ``files = "no"`` turns them off."""

    def __init__(self, fetch: Fetch, job: Job) -> None:
        self._fetch, self._job = fetch, job
        self._refused: Refused | None = None

    async def of(self, document_id: str, links: Iterable[Link]) -> tuple[Filed, ...]:
        """Ask for the files of one paper."""
        if self._job.options.get("files") == "no":
            return ()
        return tuple([await self._one(document_id, link) for link in named(links)])

    async def _one(self, document_id: str, link: Link) -> Filed:
        address = urljoin(f"{self._job.base_url}/", link.address)
        if there := self._job.files.get(address):
            return Filed(document_id, link.name, there)
        try:
            if self._refused:
                raise self._refused
            answer = await self._fetch(address, {}, FILE)
        except (SourceFault, Unreadable) as fault:
            self._refused = fault if isinstance(fault, Refused) else None
            return Filed(document_id, link.name, None, fault)
        return Filed(document_id, link.name, hashlib.sha256(answer.body).hexdigest())


def named(links: Iterable[Link]) -> list[Link]:
    """Names that can be kept, each once in a paper.

    >>> [one.name for one in named([Link("a/b.pdf", "1"), Link("a_b.pdf", "2"), Link("", "3")])]
    ['a_b.pdf', '2 a_b.pdf', '이름 없는 파일']
    """
    seen, found = Counter[str](), []
    for link in links:
        name = _UNFIT.sub("_", link.name).strip()[-LONGEST:] or "이름 없는 파일"
        seen[name] += 1
        found.append(Link(name if seen[name] == 1 else f"{seen[name]} {name}", link.address))
    return found
