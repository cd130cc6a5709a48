"""From a query, its options and its viewer to plans for an engine. Pure: no engine is asked.

Who may see what is part of every plan: `visible` stands among the filters of each one.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from indexer.engines.plan import (
    AllOf,
    AnyOf,
    Boost,
    Node,
    Not,
    Phrase,
    Range,
    Sort,
    Term,
)
from indexer.korean.model import Streams
from indexer.search.direct import direct
from indexer.search.intents import Intent, widened
from indexer.search.mappings import Ranking
from indexer.search.narrowing import among, between, chosen, dated
from indexer.search.options import Options
from indexer.search.question import Question
from indexer.search.senses import Sense, Senses
from indexer.search.tree import Either, Exact, Exclude, FieldName, Leaf, Narrow, Period, Query, Word
from records.viewer import Viewer

_ALL_OF: Final = frozenset({"member", "cites"})
"""Fields with several values a paper: naming two asks for both; of others for either."""
_SORTS: Final = {
    "relevance": Sort(),
    "newest": Sort("date", descending=True),
    "oldest": Sort("date", descending=False),
}


def visible(viewer: Viewer) -> Node:
    """Units that ``viewer`` may read; nothing for a viewer without tokens."""
    return AnyOf(tuple(Term("readers", token) for token in sorted(viewer.tokens)))


def in_force(day: date | None) -> Node:
    """Texts in force on ``day`` (papers always are); for None each article once, all its
    texts over time together.

    Said by what must not be: few units are articles of another day, and no paper is looked at.
    """
    if day is None:
        return AllOf((Not(Term("span", "apart")),))
    number = day.toordinal()
    later, ended = (
        Range("effective_from", number + 1, None),
        Range("effective_to", None, number - 1),
    )
    return AllOf(
        (
            Not(Term("span", "gathered")),
            Not(AllOf((Term("span", "point"), later))),
            Not(AllOf((Term("span", "point"), ended))),
        )
    )


class Planner:
    """Makes questions with one way of analysis and one set of weights."""

    def __init__(self, senses: Senses, ranking: Ranking) -> None:
        self._senses = senses
        self._ranking = ranking

    def question(
        self,
        query: Query,
        viewer: Viewer,
        options: Options,
        today: date,
        intents: Sequence[Intent] = (),
    ) -> Question:
        """``query`` with ``options`` for ``viewer``; its field values are those of the index.
        Its words are met by ``intents`` too, what they were recognised as."""
        words = [clause.text for clause in query.clauses if isinstance(clause, Word)]
        plain, streams = self._senses.words(words)
        said = list(_said(query))
        if said != words:  # beside ``OR`` words score too, whichever of them must be there
            streams = self._senses.words(said)[1]
        senses = (*widened(plain, intents), *self._phrases(query))
        day = None if query.history or options.history else query.as_of or options.as_of or today
        filters = {"readers": visible(viewer), "in_force": in_force(day)}
        filters |= self._narrowed(query, options) | dated(query, options) | among(options)
        sort = "newest" if not senses and options.sort == "relevance" else options.sort
        asked = direct(plain) if plain else None
        return Question(
            senses,
            tuple(
                Not(self._node(clause.part))
                for clause in query.clauses
                if isinstance(clause, Exclude)
            ),
            self._wished(streams, asked) if said else (),
            asked,
            filters,
            _SORTS[sort],
            streams,
            tuple(intents),
        )

    def _phrases(self, query: Query) -> Iterable[Sense]:
        for clause in query.clauses:
            if isinstance(clause, Exact):
                yield self._senses.exact(clause.text)
            elif isinstance(clause, Either):
                yield self._either(clause)

    def _either(self, either: Either) -> Sense:
        parts = [part for part in either.parts if isinstance(part, Word | Exact)]
        inner = [self._sense(part) for part in parts]
        nodes = [self._either_node(part) for part in either.parts]
        return Sense(
            " 또는 ".join(sense.text for sense in inner),
            AnyOf(tuple(nodes)),
            tuple(run for sense in inner for run in sense.runs),
            tuple(text for sense in inner for text in sense.exact),
            tuple(text for sense in inner for text in sense.spelled),
        )

    def _either_node(self, part: Leaf | Exclude) -> Node:
        if isinstance(part, Exclude):
            return AllOf((Not(self._node(part.part)),))
        return self._node(part)

    def _sense(self, part: Word | Exact) -> Sense:
        return (
            self._senses.word(part.text)
            if isinstance(part, Word)
            else self._senses.exact(part.text)
        )

    def _node(self, leaf: Leaf) -> Node:
        if isinstance(leaf, Narrow):
            return self._any_value(leaf)
        if isinstance(leaf, Period):
            return between(leaf)
        return self._sense(leaf).node

    def _wished(self, streams: Streams, asked: Node | None) -> tuple[Node, ...]:
        weights = self._ranking
        fields = (
            ("title", [token.form for token in streams.morphemes], weights.title),
            ("text_bigrams", streams.bigrams, weights.bigrams),
            ("text_pairs", streams.pairs, weights.pairs),
        )
        wished: list[Node] = [
            Boost(AnyOf(tuple(Term(field, token) for token in dict.fromkeys(tokens))), weight)
            for field, tokens, weight in fields
            if tokens and weight
        ]
        return (*wished, Boost(asked, weights.direct)) if asked is not None else tuple(wished)

    def _narrowed(self, query: Query, options: Options) -> dict[str, Node]:
        """One filter a field; what the options choose narrows what the query names."""
        by_field: dict[FieldName, list[Narrow]] = {}
        for clause in query.clauses:
            if isinstance(clause, Narrow):
                by_field.setdefault(clause.field, []).append(clause)
        filters: dict[str, Node] = {}
        for field, narrows in by_field.items():
            nodes = tuple(self._any_value(narrow) for narrow in narrows)
            filters[field] = AllOf(nodes) if field in _ALL_OF else AnyOf(nodes)
        for narrow in chosen(options):
            asked, node = filters.get(narrow.field), self._any_value(narrow)
            filters[narrow.field] = AllOf((asked, node)) if asked is not None else node
        return filters

    def _any_value(self, narrow: Narrow) -> Node:
        """Units with one of the values; an article is cited too where its law and number stand
        side by side, whether or not the citation was resolved."""
        nodes: list[Node] = [Term(narrow.field, value) for value in narrow.keys or narrow.values]
        if narrow.field == "cites":
            nodes += [Phrase("text", self._senses.tokens(value)) for value in narrow.values]
        return nodes[0] if len(nodes) == 1 else AnyOf(tuple(nodes))


def _said(query: Query) -> Iterable[str]:
    """Every word that is looked for, those beside ``OR`` too, in order."""
    for clause in query.clauses:
        parts = clause.parts if isinstance(clause, Either) else (clause,)
        yield from (part.text for part in parts if isinstance(part, Word))
