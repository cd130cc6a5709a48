"""Words that stand together with those of a query more than by chance: offered, never added.

Learnt when asked for from what the viewer may see and from nothing else: the best papers of the
query against all papers (pointwise mutual information, weighted by how many papers say so).
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import log
from typing import Final

from indexer.engines.plan import AllOf, AnyOf, Filter, Node, Phrase, Plan, Term
from indexer.engines.seam import Engine
from indexer.korean.model import Token
from indexer.search.passages import passage_query
from indexer.search.question import Question
from indexer.search.senses import Senses

_PAPERS: Final = 50
_PASSAGES: Final = 100
_CANDIDATES: Final = 40
_FEWEST: Final = 2
"""Papers that must hold a word together with the query."""
_LIFT: Final = 2.0
"""How many times more often than by chance."""
_WORD: Final = re.compile("[가-힣]{2,12}")

Run = tuple[str, ...]


class Related:
    """Finds related words with one engine and one analysis."""

    def __init__(self, engine: Engine, senses: Senses) -> None:
        self._engine = engine
        self._senses = senses

    def words(self, question: Question, limit: int) -> tuple[str, ...]:
        """At most ``limit`` words related to ``question``, the closest first."""
        hits = self._engine.search(Plan(question.full, question.filters, limit=_PAPERS)).hits
        if len(hits) < _FEWEST or not question.senses:
            return ()
        texts = self._texts(question, [hit.document for hit in hits])
        runs, papers = self._counted(texts, question)
        every = self._count(AllOf(()), question)
        scores = {
            word: self._score(count, len(texts), self._count(_node(runs[word]), question), every)
            for word, count in papers.most_common(_CANDIDATES)
            if count >= _FEWEST
        }
        best = sorted((word for word in scores if scores[word] > 0), key=lambda w: (-scores[w], w))
        return tuple(_apart(best))[:limit]

    def _texts(self, question: Question, documents: Iterable[str]) -> Mapping[str, str]:
        """What stands around the query's words, by paper."""
        owners = AnyOf(tuple(Term("document", name) for name in dict.fromkeys(documents)))
        filters = {"readers": question.filters["readers"], "owners": owners}
        plan = Plan(passage_query(question.senses), filters, limit=_PASSAGES, index="passages")
        texts: dict[str, str] = {}
        for hit in self._engine.search(plan).hits:
            text = json.loads(hit.payload)["text"]
            texts[hit.document] = f"{texts.get(hit.document, '')}\n{text}"
        return texts

    def _counted(
        self, texts: Mapping[str, str], question: Question
    ) -> tuple[dict[str, Run], Counter[str]]:
        """Words of ``texts`` but the query's own, with their morphemes, and papers of each."""
        own = {token for sense in question.senses for run in sense.runs for token in run}
        typed = "".join(sense.text for sense in question.senses)
        runs: dict[str, Run] = {}
        papers: Counter[str] = Counter()
        for text in texts.values():
            found = dict(_compounds(text, self._senses.analysed(text)))
            kept = {w: r for w, r in found.items() if own.isdisjoint(r) and w not in typed}
            runs |= kept
            papers.update(kept.keys())
        return runs, papers

    def _count(self, node: Node, question: Question) -> int:
        filters = {name: question.filters[name] for name in ("readers", "in_force")}
        return self._engine.search(Plan(Filter(node), filters, limit=0)).total

    @staticmethod
    def _score(together: int, papers: int, alone: int, every: int) -> float:
        lift = together * every / (papers * max(alone, together))
        return log(1 + together) * log(lift) if lift >= _LIFT else 0.0


def _compounds(text: str, tokens: Sequence[Token]) -> Iterator[tuple[str, Run]]:
    """Words made of neighbouring morphemes as spelled, with them."""
    run: list[Token] = []
    for token, after in pairwise((*tokens, Token("", -1, -1))):
        run.append(token)
        if after.start != token.end:
            word = text[run[0].start : run[-1].end]
            forms = tuple(one.form for one in run)
            if _WORD.fullmatch(word) and "".join(forms) == word:
                yield word, forms
            run = []


def _node(run: Run) -> Node:
    return Term("text", run[0]) if len(run) == 1 else Phrase("text", run)


def _apart(words: Iterable[str]) -> list[str]:
    """``words`` without those that hold an earlier one or are held by it."""
    kept: list[str] = []
    for word in words:
        if not any(word in one or one in word for one in kept):
            kept.append(word)
    return kept
