"""Results as the JSON of the command line and the API."""

from dataclasses import asdict
from typing import Any

from indexer.search.results import FacetCount, PassageHit, Result, Results


def as_json(results: Results) -> dict[str, Any]:
    """``results`` as plain values; ``marks`` count Unicode code points of ``text``."""
    return {
        "query": results.query,
        "interpreted": list(results.interpreted),
        "total": results.total,
        "near": results.near,
        "amid": results.amid,
        "took_ms": results.took_ms,
        "groups": dict(results.groups),
        "intents": [asdict(intent) for intent in results.intents],
        "instead": results.instead,
        "others": list(results.others),
        "hits": [_hit(hit) for hit in results.hits],
        "facets": {
            field: [_count(count) for count in counts] for field, counts in results.facets.items()
        },
    }


def passage_json(passage: PassageHit) -> dict[str, Any]:
    """One passage with its marks."""
    return {
        "page": passage.page,
        "article": passage.article,
        "cell": passage.cell,
        "speaker": passage.speaker,
        "order": passage.order,
        "text": passage.text,
        "marks": [list(mark) for mark in passage.marks],
    }


def _hit(hit: Result) -> dict[str, Any]:
    return {
        "id": hit.id,
        "document": hit.document,
        "kind": hit.kind,
        "title": hit.title,
        "title_marks": [list(mark) for mark in hit.title_marks],
        "date": hit.date.isoformat() if hit.date else None,
        "score": hit.score,
        "missing": list(hit.missing),
        "details": dict(hit.details),
        "passages": [passage_json(passage) for passage in hit.passages],
    }


def _count(count: FacetCount) -> dict[str, Any]:
    return {"value": count.value, "label": count.label, "count": count.count}
