"""From a field's value as typed to the values the index holds: 위원회:교통 → 교통위원회."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from indexer.search.fields import KOREAN
from indexer.search.tree import Clause, Either, Exclude, Leaf, Narrow, Query
from indexer.search.vocabulary import FIELDS, Values

_MOST: Final = 20
"""Values one typed value may stand for."""


def names_a_value(query: Query) -> bool:
    """Does ``query`` narrow by a field whose values must be looked up?"""
    return any(
        isinstance(leaf, Narrow) and leaf.field in (*FIELDS, "cites")
        for clause in query.clauses
        for part in (clause.parts if isinstance(clause, Either) else (clause,))
        for leaf in (part.part if isinstance(part, Exclude) else part,)
    )


def resolved(query: Query, values: Values, articles: Callable[[str], tuple[str, ...]]) -> Query:
    """``query`` with committees, agencies and members as the index names them; what it does not
    name stays as typed (and finds nothing), and a note says so. ``articles`` gives the keys of
    an article named in words."""
    notes: list[str] = []

    def leaf(one: Leaf) -> Leaf:
        if isinstance(one, Narrow) and one.field == "cites":
            return replace(one, keys=tuple(key for typed in one.values for key in articles(typed)))
        if not isinstance(one, Narrow) or one.field not in FIELDS:
            return one
        meant = tuple(v for typed in one.values for v in match(typed, values.get(one.field, ())))
        if not meant:
            notes.append(f"색인에 없는 {KOREAN[one.field]}: ‘{', '.join(one.values)}’")
        return replace(one, values=tuple(dict.fromkeys(meant)) or one.values)

    def clause(one: Clause) -> Clause:
        if isinstance(one, Exclude):
            return Exclude(leaf(one.part))
        if isinstance(one, Either):
            parts = (
                Exclude(leaf(p.part)) if isinstance(p, Exclude) else leaf(p) for p in one.parts
            )
            return Either(tuple(parts))
        return leaf(one)

    clauses = tuple(clause(one) for one in query.clauses)
    return replace(query, clauses=clauses, notes=(*query.notes, *notes))


def match(typed: str, values: tuple[str, ...]) -> tuple[str, ...]:
    """The values meant by ``typed``: itself, or those that begin with it, or that hold it.

    >>> match("교통", ("교통위원회", "도시교통실")), match("도시 교통실", ("도시교통실",))
    (('교통위원회',), ('도시교통실',))
    """
    wanted = _plain(typed)
    ways = (str.__eq__, str.startswith, str.__contains__)
    for way in ways:
        found = tuple(value for value in values if way(_plain(value), wanted))
        if found:
            return found[:_MOST]
    return ()


def _plain(text: str) -> str:
    return "".join(text.split()).lower()
