"""From an engine's hits to the results people read."""

import json
from collections.abc import Mapping, Sequence
from datetime import date

from indexer.engines.seam import Engine, Found
from indexer.search.direct import LAWS
from indexer.search.interpret import label
from indexer.search.near import PageHit
from indexer.search.passages import Passages
from indexer.search.planner import FACETS, Question
from indexer.search.results import FacetCount, PassageHit, Result
from records.viewer import Viewer

_LAW_LABELS = {"statute": "법령", "ordinance": "자치법규"}


def build_results(
    engine: Engine, question: Question, hits: Sequence[PageHit], viewer: Viewer
) -> tuple[Result, ...]:
    """``hits`` with their passages. The public sees no score: it would tell of other papers."""
    passages = Passages(engine, question).best([hit.unit for hit in hits])
    scored = viewer.role != "public"
    return tuple(
        _result(hit, passages.get(hit.unit.id, ()), hit.unit.score if scored else 0.0)
        for hit in hits
    )


def _result(hit: PageHit, passages: tuple[PassageHit, ...], score: float) -> Result:
    payload = json.loads(hit.unit.payload)
    return Result(
        id=payload["id"],
        document=hit.unit.document,
        kind=payload["kind"],
        title=payload["title"],
        date=date.fromisoformat(payload["date"]) if payload.get("date") else None,
        score=score,
        passages=passages,
        revision=hit.unit.revision,
        missing=hit.missing,
        details=payload.get("details", {}),
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


def group_counts(found: Found) -> Mapping[str, int]:
    """How many laws and articles: ``법령 3 · 조문 41``; empty when no article was found."""
    groups = {kind: found.facets.get(kind, ()) for kind in LAWS}
    articles = sum(count for counts in groups.values() for _, count in counts)
    laws = {_LAW_LABELS[kind]: len(counts) for kind, counts in groups.items() if counts}
    return {**laws, "조문": articles} if articles else {}
