"""Suggestions while typing, from what the viewer may see and nothing else.

A set of completions is kept for each reader token; a viewer is answered from the sets of the
tokens they hold. A set may be a little behind the index: what it gives is then asked of the
engine once more for this viewer, so that a paper closed since is not named.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from threading import Lock, Thread
from typing import Final

from indexer.engines.plan import AllOf, AnyOf, FacetRequest, Filter, Node, Not, Plan, Term
from indexer.engines.seam import Engine
from indexer.search.completions import ORDER, Completions, Suggestion, What
from indexer.search.direct import LAWS
from indexer.search.planner import visible
from records.errors import StoreFault
from records.viewer import Viewer

_MOST_TITLES: Final = 50_000
_MOST_VALUES: Final = 5_000
_VALUES: Final[tuple[What, ...]] = ("member", "committee", "agency")


class Suggester:
    """Completions of titles, laws, members, committees and agencies."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._sets: dict[str, tuple[int, Completions]] = {}
        self._building: set[str] = set()
        self._lock = Lock()
        self._making = Lock()

    def warm(self, tokens: Iterable[str]) -> Thread:
        """Make the sets of ``tokens`` beside, so that nobody waits for the first of them."""

        def make() -> None:
            with suppress(StoreFault):  # who asks will be told
                revision = self._engine.applied().revision
                for token in tokens:
                    self._first(token, revision)

        thread = Thread(target=make, daemon=True)
        thread.start()
        return thread

    def suggest(self, typed: str, viewer: Viewer, limit: int) -> tuple[Suggestion, ...]:
        """At most ``limit`` completions of ``typed``, members and committees first."""
        revision = self._engine.applied().revision
        found: dict[tuple[What, str], Suggestion] = {}
        fresh = True
        for token in sorted(viewer.tokens):
            built, completions = self._set(token, revision)
            fresh = fresh and built == revision
            found |= {(one.what, one.text): one for one in completions.of(typed, limit)}
        ordered = sorted(
            found.values(), key=lambda one: (ORDER.index(one.what), len(one.text), one.text)
        )
        shown = ordered if fresh else self._still_open(ordered, viewer)
        return tuple(shown[:limit])

    def _set(self, token: str, revision: int) -> tuple[int, Completions]:
        """The token's set; the first is waited for, a newer one is made beside."""
        with self._lock:
            known = self._sets.get(token)
            due = known is not None and known[0] != revision and token not in self._building
            if due:
                self._building.add(token)
        if known is None:
            return self._first(token, revision)
        if due:
            Thread(target=self._build, args=(token, revision), daemon=True).start()
        return known

    def _first(self, token: str, revision: int) -> tuple[int, Completions]:
        """The token's first set, made once however many wait for it."""
        with self._making:
            return self._sets.get(token) or self._build(token, revision)

    def _build(self, token: str, revision: int) -> tuple[int, Completions]:
        try:
            made = revision, Completions(read_entries(self._engine, token))
            self._sets[token] = made
            return made
        finally:
            self._building.discard(token)

    def _still_open(self, found: Sequence[Suggestion], viewer: Viewer) -> list[Suggestion]:
        filters = {"readers": visible(viewer)}
        ids = tuple(Term("id", one.id) for one in found if one.id)
        hits = self._engine.search(Plan(AnyOf(ids), filters, limit=len(ids))).hits if ids else ()
        facets = tuple(FacetRequest(what, _MOST_VALUES) for what in _VALUES)
        values = self._engine.search(Plan(AllOf(()), filters, facets=facets, limit=0)).facets
        known = {(what, value) for what in _VALUES for value, _ in values[what]}
        open_ids = {hit.id for hit in hits}
        return [one for one in found if one.id in open_ids or (one.what, one.text) in known]


def read_entries(engine: Engine, token: str) -> Iterator[Suggestion]:
    """Everything that readers with ``token`` may be offered: values, papers' titles, and the
    names of laws, each read from its first article."""
    laws = AnyOf(tuple(Term("kind", kind) for kind in LAWS))
    one_text = AllOf((Not(Term("span", "gathered")),))
    filters: dict[str, Node] = {"readers": Term("readers", token), "span": one_text}
    facets = tuple(FacetRequest(what, _MOST_VALUES) for what in _VALUES)
    papers = Plan(Filter(AllOf((Not(laws),))), filters, facets=facets, limit=_MOST_TITLES)
    found = engine.search(papers)
    for what in _VALUES:
        yield from (Suggestion(value, what) for value, _ in found.facets[what])
    for hit in found.hits:
        yield Suggestion(json.loads(hit.payload)["title"], "title", hit.id)
    first = Filter(AllOf((laws, Term("title", "제1조"))))
    for hit in engine.search(Plan(first, filters, limit=_MOST_TITLES)).hits:
        yield Suggestion(json.loads(hit.payload)["details"]["law"], "law", hit.id)
