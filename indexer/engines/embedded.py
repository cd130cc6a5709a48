"""The embedded engine: tantivy in a folder, nothing to install beside pip."""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from indexer.engines.embedded_rebuild import EmbeddedRebuild
from indexer.engines.faults import DamagedIndex
from indexer.engines.generation import Generation
from indexer.engines.generations import Generations
from indexer.engines.plan import Plan, Term
from indexer.engines.schema import with_schema
from indexer.engines.seam import Applied, DocumentUnits, Found, Frequencies
from records.errors import EngineFault, IndexOutdated

Answer = TypeVar("Answer")


class EmbeddedEngine:
    """See `indexer.engines.seam.Engine`. One process writes, any number read beside it.

    ``path`` is the index's own folder; ``versions`` are those of the analyser. An index built
    with other versions opens, so that it can be rebuilt, but answers `IndexOutdated` until then; a
    damaged one opens for writing, and answers `EngineFault`.

    >>> engine = EmbeddedEngine(Path("home/index"), {"analyser": "1"})  # doctest: +SKIP
    """

    def __init__(self, path: Path, versions: Mapping[str, str], writer: bool = True) -> None:
        self._versions = with_schema(versions)
        self._writer = writer
        self._generations = Generations(path)
        self._lock = threading.RLock()
        self._applying = threading.Lock()
        self._current: Generation | None = None
        self._mark: tuple[int, int] | None = None
        self._outdated = False
        try:
            self._serving()
        except DamagedIndex:
            if not writer:
                raise
        if writer:
            self._generations.sweep()

    def apply(self, batch: Sequence[DocumentUnits], upto: int) -> None:
        """Write one batch; see the seam."""
        if not self._writer:
            raise EngineFault("읽기 전용으로 연 색인에는 쓸 수 없습니다")
        with self._applying:  # searches go on meanwhile
            self._usable().apply(batch, upto)

    def applied(self) -> Applied:
        """How far the serving index is, and what it was built with."""
        return self._serving().applied()

    def search(self, plan: Plan) -> Found:
        """Run a plan on the serving index."""
        return self._asked(lambda generation: generation.search(plan))

    def frequencies(self, terms: Sequence[Term]) -> Frequencies:
        """How rare ``terms`` are."""
        return self._asked(lambda generation: generation.frequencies(terms))

    def revisions(self) -> Iterator[tuple[str, int, int, int]]:
        """Every document with its revision and its numbers of units and passages."""
        return self._usable().revisions()

    def rebuild(self) -> EmbeddedRebuild:
        """A fresh generation beside the serving one."""
        if not self._writer:
            raise EngineFault("읽기 전용으로 연 색인은 다시 만들 수 없습니다")
        fresh = Generation(self._generations.begin(), self._versions, writer=True)
        return EmbeddedRebuild(fresh, self._switch, self._drop)

    def size_bytes(self) -> int:
        """Bytes on disk of the serving generation."""
        return self._serving().size_bytes()

    def close(self) -> None:
        """Release the writer's lock and all files."""
        with self._lock:
            current, self._current = self._current, None
            if current is not None:
                current.close()

    def _switch(self, fresh: Generation) -> None:
        """Make ``fresh`` the serving generation and remove the one before it."""
        with self._applying, self._lock:
            before = self._current
            self._generations.serve(fresh.path)
            self._adopt(fresh)
            if before is not None:
                before.close()
            self._generations.sweep()

    def _drop(self, fresh: Generation) -> None:
        """Throw an unpublished generation away."""
        fresh.close()
        self._generations.remove(fresh.path)

    def _asked(self, ask: Callable[[Generation], Answer]) -> Answer:
        """What ``ask`` finds. A generation that was replaced and removed while it was being asked
        gives way to the one that serves now."""
        while True:
            generation = self._usable()
            try:
                return ask(generation)
            except EngineFault:
                if generation is self._usable():
                    raise

    def _usable(self) -> Generation:
        current = self._serving()
        if self._outdated:
            raise IndexOutdated("색인이 지금의 분석기나 구조와 다르게 만들어졌습니다")
        return current

    def _serving(self) -> Generation:
        """The generation the pointer names; looks again only when the pointer has changed."""
        with self._lock:
            if self._current is None or self._mark != self._generations.mark():
                self._adopt(self._open())
            assert self._current is not None
            return self._current

    def _adopt(self, generation: Generation) -> None:
        self._current, self._mark = generation, self._generations.mark()
        self._outdated = dict(generation.applied().versions) != self._versions

    def _open(self) -> Generation:
        folder = self._generations.serving()
        while folder is not None:
            try:
                return Generation(folder, self._versions, self._writer)
            except DamagedIndex:
                named, folder = folder, self._generations.serving()
                if named == folder:  # otherwise another one was published meanwhile
                    raise
        if not self._writer:
            raise EngineFault("색인이 아직 없습니다. `ucouncil init`을 먼저 실행하세요")
        folder = self._generations.begin()
        first = Generation(folder, self._versions, writer=True)
        first.commit(0)
        self._generations.serve(folder)
        return first
