"""법제처's links between texts: delegations, the hierarchy, the three-way table, amendments.

The laws asked about are those that the council's own texts stand on: by 법령ID, from ``--law``
or the setting ``laws``. Each link is a relation; what the source does not identify stays named.
"""

from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from crawlers.contract import Answer, Fetch, Harvest, Job, Outcome, guarded
from crawlers.law_delegations import read_delegations
from crawlers.law_relations import read_amendment, read_hierarchy, read_three_way
from records.errors import BadSetting
from records.model import Relation


@dataclass(frozen=True, slots=True)
class LawLinks:
    """One target of 법제처 whose answer about a law is relations; ``past`` says that they are of
    what has happened, so that an answer without them takes nothing back."""

    name: str
    target: str
    expects: str
    read: Callable[[Answer, str], Iterator[Relation]]
    more: Mapping[str, str] = field(default_factory=dict)
    past: bool = False
    home: str = "https://www.law.go.kr/DRF"
    parameter: str | None = "OC"

    async def crawl(self, fetch: Fetch, job: Job) -> AsyncIterator[Outcome]:
        """A harvest a law."""
        laws = job.names or tuple(job.options.get("laws", "").split())
        if not laws:
            raise BadSetting(f"출처 {self.name}에 laws 설정이 없습니다 (법령ID를 띄어 적음)")
        for law_id in laws:
            yield await guarded(law_id, self._law(fetch, law_id))

    def names_in(self, asked: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
        """Every law that was asked for."""
        return tuple(dict.fromkeys(params["ID"] for params in asked if "ID" in params))

    async def _law(self, fetch: Fetch, law_id: str) -> Harvest:
        fixed = {"target": self.target, "type": self.expects.upper(), "ID": law_id}
        answer = await fetch("lawService.do", {**fixed, **self.more})
        found = tuple(dict.fromkeys(self.read(answer, law_id)))
        count = len(found)
        return Harvest(
            law_id, count, count, relations=found, held=count, every_relation=not self.past
        )


DELEGATED = LawLinks("delegated", "lsDelegated", "json", read_delegations)
HIERARCHY = LawLinks("hierarchy", "lsStmd", "xml", read_hierarchy)
THREE_WAY = LawLinks("three-way", "thdCmp", "json", read_three_way, {"knd": "2"})
AMENDED = LawLinks("amended", "oldAndNew", "xml", read_amendment, past=True)
