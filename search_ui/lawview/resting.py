"""What rests on a law or an article: papers, bills, ordinances, other laws, by kind and year."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from records.model import Document, Relation, RelationKind
from records.statute_view import ADDENDA, ANNEXES
from records.store import Records
from records.viewer import Viewer
from records.visibility import may_read
from search_ui.address import View
from search_ui.cards import kind_name
from search_ui.desk import Desk

LISTED: Final = 200
"""Sources of one kind that are listed, the newest first; all of them are counted."""
_VERBS: Final = {
    RelationKind.DELEGATES: "위임",
    RelationKind.AMENDS: "개정",
    RelationKind.CITES: "인용",
}


@dataclass(slots=True)
class Source:
    """A paper, or an article of a law, with every relation of it to what was asked."""

    paper: Document
    article: str
    relations: list[Relation] = field(default_factory=list)


def resting(desk: Desk, document_id: str, article: str | None) -> dict[str, Any]:
    """One JSON value: how many rest on it, by kind, and by year those listed."""
    kinds: dict[str, list[Source]] = defaultdict(list)
    for one in sources(desk.records, desk.viewer, document_id, article):
        kinds[one.paper.kind.value].append(one)
    groups = sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0]))
    return {
        "total": sum(len(found) for found in kinds.values()),
        "groups": [_group(kind, found) for kind, found in groups],
    }


def count_resting(desk: Desk, document_id: str, article: str | None) -> int:
    """How many papers and articles rest on it, of those that the desk's viewer may read."""
    return len(sources(desk.records, desk.viewer, document_id, article))


def sources(
    records: Records, viewer: Viewer, document_id: str, article: str | None
) -> list[Source]:
    """What rests on a law (its own articles aside) or an article, of what ``viewer`` may read."""
    target = f"{document_id}#{article}" if article else document_id
    found = [
        one
        for one in records.resting_on(target)
        if article or one.source.partition("#")[0] != document_id
    ]
    papers = records.heads(one.source.partition("#")[0] for one in found)
    return _gathered(found, {key: one for key, one in papers.items() if may_read(viewer, one)})


def _gathered(found: Iterable[Relation], papers: Mapping[str, Document]) -> list[Source]:
    sources: dict[str, Source] = {}
    for one in found:
        document_id, _, article = one.source.partition("#")
        if paper := papers.get(document_id):
            sources.setdefault(one.source, Source(paper, article)).relations.append(one)
    return list(sources.values())


def _group(kind: str, found: list[Source]) -> dict[str, Any]:
    found.sort(key=lambda one: one.paper.title + one.article)
    found.sort(key=lambda one: _day(one.paper), reverse=True)
    years: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in found[:LISTED]:
        years[_day(one.paper)[:4]].append(_item(one))
    return {
        "kind": kind,
        "name": kind_name(kind),
        "count": len(found),
        "more": max(0, len(found) - LISTED),
        "years": [{"year": year or "날짜 없음", "items": items} for year, items in years.items()],
    }


def _item(one: Source) -> dict[str, Any]:
    """A source with a link that opens the reader where it cites."""
    placed = [r.start for r in one.relations if r.start is not None]
    kinds = {relation.kind for relation in one.relations}
    articles = dict.fromkeys(r.target.partition("#")[2] for r in one.relations)
    at = min(placed, default=None)
    return {
        "title": one.paper.title,
        "article": one.article,
        "date": _day(one.paper),
        "verbs": "·".join(verb for kind, verb in _VERBS.items() if kind in kinds),
        "places": len(set(placed)),
        "targets": [article for article in articles if article],
        "href": _opening(one, at),
    }


def _opening(one: Source, at: int | None) -> str:
    """All addenda stand in one passage of the law, and so do the annexes."""
    for part in (ADDENDA, ANNEXES):
        if one.article.startswith(part):
            return View().open(one.paper.id, article=part)
    return View().open(one.paper.id, article=one.article or None, cite=at)


def _day(paper: Document) -> str:
    return paper.date.isoformat() if paper.date else ""
