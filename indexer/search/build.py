"""From an engine's hits to the results people read."""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from indexer.engines.seam import Engine, Found
from indexer.korean.model import Token
from indexer.search.direct import LAWS
from indexer.search.interpret import label
from indexer.search.marks import Span, mark_tokens
from indexer.search.near import PageHit
from indexer.search.passages import Passages
from indexer.search.plans import FACETS, groups_plan
from indexer.search.question import Question
from indexer.search.results import FacetCount, PassageHit, Result
from records.viewer import Viewer

Read = Callable[[str], Sequence[Token]]
"""The morphemes of a title, with their places."""

_LAW_LABELS: Final = {"law": "법령", "ordin": "자치법규"}
"""What the id of a law begins with, and what such laws are called."""


def build_results(
    engine: Engine, question: Question, hits: Sequence[PageHit], viewer: Viewer, read: Read
) -> tuple[Result, ...]:
    """``hits`` with their passages, titles ``read`` for their marks. The public sees no score:
    it would tell of other papers."""
    passages = Passages(engine, question).best([hit.unit for hit in hits])
    scored = viewer.role != "public"

    def result(hit: PageHit) -> Result:
        payload = json.loads(hit.unit.payload)
        title = payload["title"]
        marks = mark_tokens(title, read(title), question.senses)
        made = _result(hit, payload, passages.get(hit.unit.id, ()), marks)
        return made if scored else replace(made, score=0.0)

    return tuple(map(result, hits))


def _result(
    hit: PageHit,
    payload: Mapping[str, Any],
    passages: tuple[PassageHit, ...],
    marks: tuple[Span, ...],
) -> Result:
    return Result(
        id=payload["id"],
        document=hit.unit.document,
        kind=payload["kind"],
        title=payload["title"],
        date=date.fromisoformat(payload["date"]) if payload.get("date") else None,
        score=hit.unit.score,
        passages=passages,
        revision=hit.unit.revision,
        missing=hit.missing,
        details=payload.get("details", {}),
        title_marks=marks,
    )


def facet_counts(found: Found) -> Mapping[str, tuple[FacetCount, ...]]:
    """Facets with their labels."""
    return {
        field: tuple(
            FacetCount(value, label(field, value), count)
            for value, count in found.facets.get(field, ())
        )
        for field in FACETS
    }


def group_counts(engine: Engine, question: Question, found: Found) -> Mapping[str, int]:
    """How many laws and articles: ``법령 3 · 조문 41``; empty when no article was found."""
    kinds = {kind for kind, _ in found.facets["kind"]}
    if kinds.isdisjoint(LAWS):
        return {}
    articles = engine.search(groups_plan(question))
    laws = Counter(_LAW_LABELS[group.partition(":")[0]] for group, _ in articles.facets["group"])
    return {**laws, "조문": articles.total} if articles.total else {}
