"""A fixed number of worker processes, lent to threads one at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from queue import SimpleQueue

from indexer.extract.model import Limits
from indexer.extract.process import Process


class Pool:
    """``workers`` processes, each started when first needed. Safe from several threads: who
    finds all of them busy waits."""

    def __init__(self, limits: Limits, tika_url: str | None = None, workers: int = 2) -> None:
        self._all = [Process(limits, tika_url) for _ in range(workers)]
        self._free: SimpleQueue[Process] = SimpleQueue()
        for process in self._all:
            self._free.put(process)

    @contextmanager
    def lend(self) -> Iterator[Process]:
        process = self._free.get()
        try:
            yield process
        finally:
            self._free.put(process)

    def pids(self) -> list[int]:
        """The ids of the processes that run."""
        return [process.pid for process in self._all if process.pid is not None]

    def close(self) -> None:
        """End all processes."""
        for process in self._all:
            process.close()
