"""The articles that a meeting's papers cite, as in force on its day, and those it cannot give."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from records.errors import UCouncilError
from records.model import Article, Document, Relation, RelationKind
from search_ui.desk import Desk
from search_ui.laws import period
from search_ui.lawview.opened import open_law, whole

_TOWARDS: Final = frozenset({RelationKind.CITES, RelationKind.AMENDS})


@dataclass(frozen=True, slots=True)
class CitedLaw:
    """A law with those of its articles that are cited. ``days`` are those of its version."""

    id: str
    name: str
    days: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """What the bundle lacks, and why."""

    what: str
    why: str


def cited(
    desk: Desk, papers: Iterable[Document], day: date
) -> tuple[tuple[CitedLaw, ...], tuple[Missing, ...]]:
    """The laws that ``papers`` cite or amend, by name, and what of them is missing."""
    wanted: dict[str, set[str]] = {}
    unknown: dict[str, None] = {}
    for relation in _relations(desk, papers):
        law, _, article = relation.target.partition("#")
        if law.startswith(("law:", "ordin:")) and relation.kind in _TOWARDS:
            wanted.setdefault(law, set()).update({article} - {""})
        elif law.startswith("name:"):
            unknown[law.removeprefix("name:")] = None
    laws, missing = [], [Missing(f"「{name}」", "기록에 없는 법령입니다") for name in unknown]
    for law, articles in wanted.items():
        found, lost = _law(desk, law, articles, day)
        laws += [found] if found else []
        missing += lost
    laws.sort(key=lambda one: (one.name, one.id))
    return tuple(laws), tuple(missing)


def _relations(desk: Desk, papers: Iterable[Document]) -> Iterable[Relation]:
    for paper in papers:
        yield from desk.records.relations_of(paper.id)


def _law(
    desk: Desk, law_id: str, keys: set[str], day: date
) -> tuple[CitedLaw | None, list[Missing]]:
    try:
        law = open_law(desk, law_id)
    except UCouncilError:
        return None, [Missing("인용된 법령 하나", "기록에 없거나 볼 수 없는 법령입니다")]
    span, name = law.on(day), law.statute.name
    if span is None:
        return None, [Missing(f"「{name}」", f"{day}에 시행 중이던 글이 기록에 없습니다")]
    version = whole(desk.records, law, span)
    found = tuple(one for one in version.articles if one.key in keys)
    lost = sorted(keys - {one.key for one in found})
    missing = [
        Missing(
            f"「{version.name}」 {key}",
            f"{day}에 시행 중인 글에 없는 조문입니다 (신설될 조문이거나 별표·부칙)",
        )
        for key in lost
    ]
    if not keys:
        why = "조문을 짚지 않고 법령 전체를 인용하여 글을 싣지 않았습니다"
        missing.append(Missing(f"「{version.name}」", why))
    if not found:
        return None, missing
    return CitedLaw(law_id, version.name, period(span.since, span.to), found), missing
