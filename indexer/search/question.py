"""A query made ready for an engine: what must match, what may, and what only scores."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from indexer.engines.plan import AllOf, AnyOf, Filter, Node, Not, Prefer, Sort, Term
from indexer.korean.model import Streams
from indexer.search.alternatives import alternatives, every
from indexer.search.intents import Intent
from indexer.search.senses import Sense


@dataclass(frozen=True, slots=True)
class Question:
    """A query made ready for an engine. A full match has all ``senses``; ``others`` (what is
    excluded) hold for near ones too; ``wished`` only scores; ``direct`` matches what was asked
    for by its name."""

    senses: tuple[Sense, ...]
    others: tuple[Not, ...]
    wished: tuple[Node, ...]
    direct: Node | None
    filters: Mapping[str, Node]
    sort: Sort
    streams: Streams
    """The words, analysed together."""
    intents: tuple[Intent, ...] = ()
    """What the words were recognised as."""

    @property
    def full(self) -> Node:
        """Papers that have everything."""
        return self._scored(self._whole(AllOf(tuple(sense.node for sense in self.senses))))

    @property
    def counted(self) -> Node:
        """The same where scores do not matter."""
        return self._whole(every(sense.node for sense in self.senses))

    def _whole(self, words: Node) -> Node:
        found = words if self.direct is None else AnyOf((words, self.direct))
        return AllOf((found, *self.others))

    @property
    def ranked(self) -> bool:
        """Is it by words, best first? Then it is ranked in two steps."""
        return self.sort.field == "score" and bool(self.streams.morphemes)

    @property
    def otherwise(self) -> bool:
        """Can a paper have all of it without its words, by other names or in its fields? The
        second score sees words only, so papers that lack something then stay behind."""
        return any(sense.others or sense.meant for sense in self.senses)

    @property
    def scoring(self) -> tuple[Node, ...]:
        """All that the words say that scores, in the first step."""
        tokens = dict.fromkeys(token.form for token in self.streams.morphemes)
        beside = (node for sense in self.senses for node in sense.beside)
        return (*(Term("text", token) for token in tokens), *beside, *self.wished)

    def first(self, senses: Sequence[Sense], scoring: Sequence[Node]) -> Node:
        """Papers that have any of ``senses``, scored by ``scoring``: the first step, in which
        those that lack a word stand where their score puts them."""
        named = () if self.direct is None else (self.direct,)
        have = AnyOf(alternatives(*_parts(senses), *named))
        return Prefer(AllOf((Filter(have), *self.others)), tuple(scoring))

    @property
    def parts(self) -> tuple[Node, ...]:
        """The words, and the parts of compounds, each once."""
        return _parts(self.senses)

    @property
    def near(self) -> Node:
        """Papers that have some of the words or of their parts, but not all words."""
        nodes = tuple(sense.node for sense in self.senses)
        lacking: list[Node] = [AnyOf(self.parts), Not(AllOf(nodes)), *self.others]
        if self.direct is not None:
            lacking.append(Not(self.direct))
        return self._scored(AllOf(tuple(lacking)))

    def _scored(self, required: Node) -> Node:
        return Prefer(required, self.wished) if self.wished else required


def _parts(senses: Iterable[Sense]) -> tuple[Node, ...]:
    return tuple(dict.fromkeys(part for sense in senses for part in sense.parts))
