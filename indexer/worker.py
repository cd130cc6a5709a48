"""The worker: moves what the engine is behind, in the order of revisions.

What is to do is computed: every document whose revision is above what the engine has applied.
Each batch is applied with the revision it reaches in one commit, so that a worker that was
killed at any moment is followed by one that does the rest, and a batch done twice changes
nothing. Nothing is kept outside the records and the engine.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Final, Protocol

from indexer.engines.seam import DocumentUnits, Engine
from indexer.korean.analyser import Analyser
from indexer.statutes.rests import cited_articles
from indexer.units import document_units, statute_units
from records.changes import Change
from records.errors import UnknownDocument
from records.model import ArticleInForce, Document, Statute
from records.store import Records
from records.visibility import readers_of

BATCH: Final = 400
"""Documents a commit."""
_TASK: Final = 8
"""Documents a process gets at once."""
_FEW: Final = 24
"""Up to so many documents are analysed here; starting processes would take longer."""
_AHEAD: Final = 2
"""Batches that are analysed while one is applied."""

Progress = Callable[[int, int | None, str], None]
"""Called with revisions done, revisions in all, and what is being done."""


@dataclass(frozen=True, slots=True)
class Law:
    """A statute with what its units need."""

    statute: Statute
    articles: tuple[ArticleInForce, ...]
    readers: tuple[str, ...]
    cites: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper with the articles that it cites or amends."""

    document: Document
    cites: tuple[str, ...]


Work = Paper | Law | DocumentUnits
"""One document to analyse; a withdrawn one is ready as it is."""


class Sink(Protocol):
    """What batches go to: an engine, or the new index of a rebuild."""

    def apply(self, batch: Sequence[DocumentUnits], upto: int) -> None: ...


@dataclass(frozen=True, slots=True)
class _Batch:
    """A batch under way: its analysis and the last revision in it."""

    parts: list[Future[list[DocumentUnits]]]
    size: int
    upto: int


class Worker:
    """Brings ``engine`` up to date with ``records``, analysing in ``processes`` processes.

    ``analyser_factory`` makes an analyser and must be picklable.
    """

    def __init__(
        self,
        records: Records,
        engine: Engine,
        analyser_factory: Callable[[], Analyser],
        processes: int = 2,
    ) -> None:
        self._records = records
        self._engine = engine
        self._factory = analyser_factory
        self._processes = max(1, processes)

    @cached_property
    def _own(self) -> Analyser:
        """The analyser of this process."""
        return self._factory()

    def run(self, progress: Progress | None = None) -> int:
        """Apply all that the engine is behind; return how many documents that was.

        Raises `EngineFault`, `IndexOutdated` or `DatabaseFault`; what was applied stays.
        """
        start = self._engine.applied().revision
        return self._move(self._engine, start, 0, progress)

    def rebuild(self, progress: Progress | None = None) -> int:
        """Build a fresh index beside the serving one, catch up, and put it in its place;
        return the documents applied. On any error the serving index stays as it was."""
        purged = self._records.last_revision()
        fresh = self._engine.rebuild()
        try:
            moved = self._move(fresh, 0, purged, progress)
            fresh.publish()
        except BaseException:
            fresh.discard()
            raise
        return moved + self.run()

    def _move(self, sink: Sink, start: int, purged: int, progress: Progress | None) -> int:
        """Apply to ``sink`` all above ``start``; withdrawals up to ``purged`` leave no trace."""
        moved, end = 0, max(self._records.last_revision(), start)
        batches = self._batches(start, purged)
        with self._analysts(end - start) as pool:
            for batch in _ahead((self._submit(pool, changes) for changes in batches), _AHEAD):
                sink.apply([units for part in batch.parts for units in part.result()], batch.upto)
                moved += batch.size
                end = max(end, batch.upto)
                if progress:
                    progress(batch.upto - start, end - start, "색인")
        return moved

    def _batches(self, after: int, purged: int) -> Iterator[tuple[list[Change], int]]:
        while changes := self._records.changes(after, BATCH):
            after = changes[-1].revision
            yield [c for c in changes if not c.withdrawn or c.revision > purged], after

    def _submit(self, pool: Executor, batch: tuple[list[Change], int]) -> _Batch:
        changes, upto = batch
        work = list(self._work(changes))
        tasks = [work[n : n + _TASK] for n in range(0, len(work), _TASK)]
        return _Batch([pool.submit(_analyse, task) for task in tasks], len(work), upto)

    def _work(self, changes: Sequence[Change]) -> Iterator[Work]:
        found = self._records.documents(c.document_id for c in changes if not c.withdrawn)
        for change in changes:
            document = found.get(change.document_id)
            gone = DocumentUnits(change.document_id, change.revision)
            if document is None:
                yield gone
            else:
                yield self._law(document, gone) if change.statute else self._paper(document)

    def _paper(self, document: Document) -> Work:
        cites = cited_articles(self._records.relations_of(document.id))
        return Paper(document, cites.get(document.id, ()))

    def _law(self, document: Document, gone: DocumentUnits) -> Work:
        try:
            statute = self._records.statute(document.id)
            articles = self._records.articles_in_force(document.id)
        except UnknownDocument:  # withdrawn since it was listed; a later change says so
            return gone
        cites = cited_articles(self._records.relations_of(document.id))
        return Law(statute, tuple(articles), readers_of(document), cites)

    @contextmanager
    def _analysts(self, behind: int) -> Iterator[Executor]:
        """Processes with an analyser each, or this one when there is little to do."""
        if self._processes == 1 or behind <= _FEW:
            _start(lambda: self._own)
            yield _Here()
            return
        spawn = get_context("spawn")
        with ProcessPoolExecutor(self._processes, spawn, _enlist, (self._factory,)) as pool:
            yield pool


class _Here(Executor):
    """An executor that does the work at once, in this process."""

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        done: Future[object] = Future()
        done.set_result(fn(*args, **kwargs))
        return done


def _ahead(batches: Iterable[_Batch], count: int) -> Iterator[_Batch]:
    """``batches`` in order, with up to ``count`` more submitted already."""
    waiting: deque[_Batch] = deque()
    for batch in batches:
        waiting.append(batch)
        if len(waiting) > count:
            yield waiting.popleft()
    yield from waiting


_analyser: Analyser | None = None


def _start(factory: Callable[[], Analyser]) -> None:
    """Give this process its analyser."""
    global _analyser
    _analyser = factory()


def _enlist(factory: Callable[[], Analyser]) -> None:
    """Begin as a process of a pool: with an analyser, and not for longer than the parent lives.

    A pool's process waits on a queue that its sisters hold open too, so that it would never
    notice that the parent was killed.
    """
    Thread(target=_follow_parent, daemon=True).start()
    _start(factory)


def _follow_parent() -> None:
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _analyse(work: Sequence[Work]) -> list[DocumentUnits]:
    assert _analyser is not None
    return [_units(one, _analyser) for one in work]


def _units(work: Work, analyser: Analyser) -> DocumentUnits:
    if isinstance(work, DocumentUnits):
        return work
    if isinstance(work, Law):
        return statute_units(work.statute, work.articles, work.readers, analyser, work.cites)
    return document_units(work.document, readers_of(work.document), analyser, work.cites)
