"""`load_paths`: walk, read, store. Slow files are read side by side, in order."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from indexer.extract.service import Extractor
from indexer.intake.ledger import Ledger
from indexer.intake.metadata import Metadata
from indexer.intake.model import Fault, Item, LoadReport, Same, Source
from indexer.intake.papers import PaperReader
from indexer.intake.registry import Registry
from indexer.intake.walk import walk
from records.errors import Broken
from records.model import Kind
from records.store import Records

Progress = Callable[[int, int, str], None]
"""Called with files done, files in all, and the place of the last."""
_THREADS = min(32, (os.cpu_count() or 1) + 2)
"""They only wait for the extractor's processes, which are the limit."""


def load_paths(
    records: Records,
    extractor: Extractor,
    paths: Iterable[Path],
    kind: Kind,
    metadata: Path | None = None,
    progress: Progress | None = None,
    *,
    again: bool = False,
) -> LoadReport:
    """Bring files and folders into ``records`` as papers of ``kind`` (a line of JSONL, and a line
    of ``metadata``, may say otherwise) and say what became of each. Run it again at any time:
    what is unchanged is told by its content, before extraction; ``again`` reads it all the same,
    as after a release that reads files better.

    Raises `Misuse` when ``metadata`` cannot be opened, `StoreFault` when a store fails.
    """
    known = Metadata(metadata)
    ledger = Ledger(records)
    registry = Registry(kind, lambda source: papers.read(source))
    papers = PaperReader(records, extractor, kind, known.of, registry.read, again=again)
    files = [f for f in walk(paths) if not (isinstance(f, Source) and known.is_own_file(f))]
    for done, (place, items) in enumerate(_read_all(files, registry), 1):
        for item in items:
            ledger.add(item)
        ledger.settle(place)
        if progress:
            progress(done, len(files), place)
    for fault in known.faults():
        ledger.add(fault)
    ledger.flush()
    return ledger.report()


def _read_all(
    files: Iterable[Source | Same | Fault], registry: Registry
) -> Iterator[tuple[str, Iterable[Item]]]:
    """(place, items) of every file, in order, a few slow ones ahead."""
    waiting: deque[tuple[str, Future[list[Item]]]] = deque()
    with ThreadPoolExecutor(_THREADS) as threads:
        for file in files:
            items = _start(file, registry, threads)
            if isinstance(items, Future):
                waiting.append((file.place, items))
            while waiting and (len(waiting) >= 2 * _THREADS or not isinstance(items, Future)):
                place, future = waiting.popleft()
                yield place, future.result()
            if not isinstance(items, Future):
                yield file.place, items
        for place, future in waiting:
            yield place, future.result()


def _start(
    file: Source | Same | Fault, registry: Registry, threads: ThreadPoolExecutor
) -> Iterable[Item] | Future[list[Item]]:
    if not isinstance(file, Source):
        return [file]
    try:
        reader = registry.choose(file)
    except OSError as fault:
        return [Fault.of(file.place, Broken(f"파일을 열 수 없음: {fault.strerror}"))]
    return threads.submit(lambda: list(reader.read(file))) if reader.slow else reader.read(file)
