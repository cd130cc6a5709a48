"""What is counted of a question, while its page is ranked beside."""

from collections import Counter
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

from indexer.engines.seam import Engine, Found
from indexer.search.direct import LAWS
from indexer.search.planner import Question
from indexer.search.plans import counts_plan, groups_plan

_LAW_LABELS: Final = {"law": "법령", "ordin": "자치법규"}
"""What the id of a law begins with, and what such laws are called."""
_BESIDE: Final = ThreadPoolExecutor(8, thread_name_prefix="counts")
"""Engines count without holding the interpreter, so that a second processor can."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The full matches of a question: ``found`` has their total and facets; ``groups`` says how
    many laws and articles (``법령 3 · 조문 41``), nothing when there is no article."""

    found: Found
    groups: Mapping[str, int]

    @classmethod
    def of(cls, engine: Engine, question: Question, found: Found) -> "Counted":
        """``found`` with the groups among the full matches of ``question``."""
        return cls(found, _groups(engine, question, found))


def counting(engine: Engine, question: Question) -> "Future[Counted]":
    """Count the full matches of ``question`` beside what the caller does meanwhile."""
    return _BESIDE.submit(_count, engine, question)


def _count(engine: Engine, question: Question) -> Counted:
    return Counted.of(engine, question, engine.search(counts_plan(question)))


def _groups(engine: Engine, question: Question, found: Found) -> Mapping[str, int]:
    kinds = {kind for kind, _ in found.facets["kind"]}
    if kinds.isdisjoint(LAWS):
        return {}
    articles = engine.search(groups_plan(question))
    laws = Counter(_LAW_LABELS[group.partition(":")[0]] for group, _ in articles.facets["group"])
    return {**laws, "조문": articles.total} if articles.total else {}
