"""Three columns: an Act's articles, and beside each what its decree and its rule say under it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from records.errors import UnknownDocument
from records.model import Article, RelationKind, Version
from records.names import fold
from records.timeline import today
from search_ui.desk import Desk
from search_ui.lawview.address import LawPlace
from search_ui.lawview.opened import Opened, open_law, whole

NAMES: Final = ("", " 시행령", " 시행규칙")
HEADS: Final = ("법률", "시행령", "시행규칙")
Below = dict[str, list[str]]
"""Article of an upper text (its id) → the articles that carry it out (their ids), in order."""


@dataclass(frozen=True, slots=True)
class _Column:
    """One text of the family as of the day, if it is held."""

    law: Opened
    version: Version

    def id(self, article: Article) -> str:
        return f"{self.law.id}#{article.key}"


def three_columns(desk: Desk, law: Opened, place: LawPlace) -> dict[str, Any]:
    """One JSON value: a row for each article of the Act, and what is not bound to any at the end.

    Delegations are those that the texts tell and the sources say; the three texts are found by
    their names.
    """
    family = [_column(desk, law, name, place) for name in family_names(law.statute.name)]
    below = _below(desk, [one for one in family if one])
    rows = _rows(family, below)
    at = next((n for n, one in enumerate(family) if one and one.law.id == law.id), 0)
    return {
        "heads": [_head(one, kind, place) for one, kind in zip(family, HEADS, strict=True)],
        "rows": [row for row in rows if _is_asked(row, at, place.article)],
        "article": place.article,
        "whole": place.link(article=None),
    }


def family_names(name: str) -> list[str]:
    """The Act, its decree and its rule, by the name of any of them.

    >>> family_names("도로법 시행령")
    ['도로법', '도로법 시행령', '도로법 시행규칙']
    """
    act = name
    for ending in NAMES[:0:-1]:
        act = act.removesuffix(ending)
    return [f"{act}{ending}" for ending in NAMES]


def _column(desk: Desk, asked: Opened, name: str, place: LawPlace) -> _Column | None:
    law = asked if fold(asked.statute.name) == fold(name) else _named(desk, name)
    span = law.on(place.day or today()) if law else None
    return _Column(law, whole(desk.records, law, span)) if law and span else None


def _named(desk: Desk, name: str) -> Opened | None:
    for one in desk.records.find_statutes(name):
        if fold(one.name) != fold(name) or one.ordinance:
            continue
        try:
            return open_law(desk, one.document_id)
        except UnknownDocument:
            continue
    return None


def _below(desk: Desk, family: Sequence[_Column]) -> Below:
    """Delegations among the family, from the upper article down."""
    own = {one.law.id for one in family}
    names = {fold(one.version.name): one.law.id for one in family}
    found: Below = defaultdict(list)
    for column in family:
        for one in desk.records.relations_of(column.law.id):
            target = _target(one.target, names)
            if one.kind is RelationKind.DELEGATES and target.partition("#")[0] in own:
                found[one.source].append(target)
    return found


def _target(target: str, names: dict[str, str]) -> str:
    """A source that has no id says the name: ``「도로법 시행령」 제3조``."""
    name, closed, article = target.removeprefix("「").partition("」")
    known = names.get(fold(name)) if closed else None
    return f"{known}#{article.strip()}" if known else target


def _rows(family: Sequence[_Column | None], below: Below) -> list[dict[str, Any]]:
    act, decree, rule = family
    texts = [_texts(column) for column in family]
    taken: set[str] = set()
    rows: list[dict[str, Any]] = []
    for article in act.version.articles if act else ():
        key = act.id(article) if act else ""
        decrees = _kept(below[key], texts[1])
        rules = _kept([*below[key], *(r for d in decrees for r in below[d])], texts[2])
        taken |= {*decrees, *rules}
        rows.append(_row(article.key, [[key], decrees, rules], texts))
    rows += _unbound(decree, rule, below, texts, taken)
    return rows


def _unbound(
    decree: _Column | None,
    rule: _Column | None,
    below: Below,
    texts: Sequence[dict[str, dict[str, str]]],
    taken: set[str],
) -> list[dict[str, Any]]:
    """The articles that are not said to carry out any of the Act, in the order of their text."""
    rows = []
    for article in decree.version.articles if decree else ():
        key = decree.id(article) if decree else ""
        if key not in taken:
            rules = [one for one in _kept(below[key], texts[2]) if one not in taken]
            taken.update(rules)
            rows.append(_row("", [[], [key], rules], texts))
    rest = (rule.id(article) for article in (rule.version.articles if rule else ()) if rule)
    return rows + [_row("", [[], [], [key]], texts) for key in rest if key not in taken]


def _kept(ids: Iterable[str], texts: dict[str, dict[str, str]]) -> list[str]:
    """Those that the text of the day has, once each, in its order."""
    asked = set(ids)
    return [key for key in texts if key in asked]


def _texts(column: _Column | None) -> dict[str, dict[str, str]]:
    if column is None:
        return {}
    return {
        column.id(article): {
            "key": article.key,
            "text": article.text,
            "href": LawPlace(column.law.id, article.key).link(),
        }
        for article in column.version.articles
    }


def _row(
    key: str, cells: Sequence[Sequence[str]], texts: Sequence[dict[str, dict[str, str]]]
) -> dict[str, Any]:
    shown = zip(cells, texts, strict=True)
    return {"key": key, "cells": [[own[one] for one in ids if one in own] for ids, own in shown]}


def _is_asked(row: dict[str, Any], column: int, article: str | None) -> bool:
    """Whether the row has the ``article`` of the law that is looked at, in its ``column``."""
    return article is None or any(one["key"] == article for one in row["cells"][column])


def _head(column: _Column | None, kind: str, place: LawPlace) -> dict[str, Any]:
    if column is None:
        return {"kind": kind, "name": "기록에 없음", "href": None, "since": ""}
    since = column.version.effective
    link = LawPlace(column.law.id, day=place.day, show="three").link()
    return {"kind": kind, "name": column.version.name, "href": link, "since": f"시행 {since}"}
