"""Names for the same thing, looked up by the morphemes a query gives."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from indexer.engines.plan import Node, Phrase
from indexer.korean.letters import phrase_tokens
from indexer.korean.model import Token
from indexer.korean.normalise import normalise

Run = tuple[str, ...]
Names = Mapping[str, Run]
"""Names with their morphemes; without any where the tagger takes a name wrongly (행감 → 행), which
is then found by its letters."""


class _Analysis(Protocol):
    def query_tokens(self, text: str) -> tuple[Token, ...]: ...


class Synonyms:
    """Groups of names, read with one analysis."""

    def __init__(self, analysis: _Analysis, groups: Sequence[tuple[str, ...]]) -> None:
        self._by_run: dict[Run, Names] = {}
        self._by_letters: dict[str, Names] = {}
        for group in groups:
            names = {name: _run(analysis, name) for name in group}
            self._by_run |= {run: names for run in names.values() if run}
            self._by_letters |= {_solid(name): names for name, run in names.items() if not run}

    def of(self, run: Run, word: str) -> dict[str, Run]:
        """The other names of ``word``, whose morphemes are ``run``."""
        names = self._by_run.get(run) or self._by_letters.get(_solid(word)) or {}
        return {
            name: other
            for name, other in names.items()
            if other != run and _solid(name) != _solid(word)
        }


def name_node(name: str, run: Run) -> Node:
    """Papers that hold ``name`` whole."""
    return Phrase("text", run) if run else Phrase("letters", phrase_tokens(name))


def _run(analysis: _Analysis, name: str) -> Run:
    run = tuple(token.form for token in analysis.query_tokens(name))
    return () if len(run) == 1 and run[0] != _solid(name) else run


def _solid(text: str) -> str:
    return "".join(normalise(text).split())
