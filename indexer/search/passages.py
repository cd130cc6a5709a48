"""Where in the documents of one page the words stand: few engine calls, no second analysis."""

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

from indexer.engines.plan import AnyOf, Node, Phrase, Plan, Term
from indexer.engines.seam import Engine, Hit
from indexer.korean.letters import phrase_tokens
from indexer.search.marks import Morphemes, find_marks
from indexer.search.question import Question
from indexer.search.results import PassageHit
from indexer.search.senses import Sense
from indexer.search.snippets import cut

BEST: Final = 3
"""Passages shown of one document."""
_EACH: Final = 4
"""Passages asked for at once, per document that still has none."""
_EVERY: Final = 10_000
"""More passages than one document has."""


def passage_query(senses: Iterable[Sense]) -> Node:
    """Passages with any of the words; syllables alone do not make one."""
    wanted: dict[Node, None] = {}
    for sense in senses:
        for run in sense.runs:
            whole = [token for token in run if len(token) > 1] or run
            wanted |= {Term("text", token): None for token in whole}
        texts = (*sense.exact, *sense.spelled)
        wanted |= {Phrase("letters", phrase_tokens(text)): None for text in texts}
    return AnyOf(tuple(wanted))


class Passages:
    """Finds and marks the passages of one question's hits, for the same reader.

    A passage names the unit it belongs to as its ``group``; one of another revision than the
    hit is not where the words stand, and is left out.
    """

    def __init__(self, engine: Engine, question: Question) -> None:
        self._engine = engine
        self._senses = question.senses
        self._readers = question.filters["readers"]
        self._query = passage_query(question.senses)

    def best(self, hits: Iterable[Hit]) -> dict[str, tuple[PassageHit, ...]]:
        """The best marked passages by hit id, best first, cut to snippets.

        One call serves most pages; hits whose passages did not come among the first are asked
        for again without the others.
        """
        missing = {hit.id: hit.revision for hit in hits}
        shown: dict[str, list[PassageHit]] = {unit: [] for unit in missing}
        while missing and self._query != AnyOf(()):
            limit = _EACH * len(missing)
            owners = AnyOf(tuple(Term("group", unit) for unit in missing))
            passages = self._found(owners, limit)
            came = {self._show(passage, missing, shown) for passage in passages}
            if len(passages) < limit:
                break
            missing = {unit: missing[unit] for unit in missing if unit not in came}
        return {unit: tuple(passages) for unit, passages in shown.items()}

    def every(self, document: str, filters: Mapping[str, Node]) -> tuple[PassageHit, ...]:
        """Every marked passage of one document that ``filters`` admit, whole, in order."""
        passages = self._found(Term("document", document), _EVERY, filters)
        newest = max((passage.revision for passage in passages), default=0)
        found = [self._passage(p) for p in passages if p.revision == newest]
        return tuple(sorted((p for p in found if p.marks), key=lambda p: p.order))

    def _show(
        self, passage: Hit, wanted: Mapping[str, int], shown: dict[str, list[PassageHit]]
    ) -> str:
        """Add ``passage`` to its hit's, if it has marks and there is room; tell whose it is."""
        owner = _owner(passage.id, wanted)
        if wanted.get(owner) == passage.revision and len(shown[owner]) < BEST:
            made = self._passage(passage, snippet=True)
            shown[owner] += [made] if made.marks else []
        return owner

    def _found(
        self, owners: Node, limit: int, filters: Mapping[str, Node] | None = None
    ) -> tuple[Hit, ...]:
        asked = {**(filters or {}), "readers": self._readers, "owners": owners}
        plan = Plan(self._query, asked, limit=limit, index="passages", count=False)
        return self._engine.search(plan).hits

    def _passage(self, passage: Hit, snippet: bool = False) -> PassageHit:
        payload: dict[str, Any] = json.loads(passage.payload)
        text = payload["text"]
        words = Morphemes(text, payload["shape"], payload.get("stems", ""))
        marks = find_marks(words, self._senses)
        if snippet:
            text, marks = cut(text, marks)
        return PassageHit(
            text=text,
            marks=marks,
            page=payload.get("page"),
            article=payload.get("article"),
            cell=payload.get("cell"),
            speaker=payload.get("speaker"),
            order=payload.get("order", 0),
        )


def _owner(passage: str, wanted: Collection[str]) -> str:
    """The hit a passage belongs to: its unit, or all texts of its article together."""
    unit = passage.rpartition("/")[0]
    return unit if unit in wanted else f"{unit.rpartition('@')[0]}@*"
