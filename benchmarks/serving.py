"""One process of the app, started for a measurement and ended after it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Served:
    """A process of the app, answering at ``port`` of loopback."""

    process: subprocess.Popen[str]
    port: int

    @property
    def memory(self) -> int:
        """Bytes it holds, and its workers with it."""
        pid = self.process.pid
        return sum(map(_resident, (pid, *_children(pid))))


@contextmanager
def served(home: Path) -> Iterator[Served]:
    """``ucouncil serve`` on ``home``, at a port that is free."""
    command = [sys.executable, "-m", "ucouncil", "serve", "--home", str(home), "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
    try:
        assert process.stdout is not None
        said = process.stdout.readline()
        yield Served(process, int(said.partition("http://")[2].split()[0].rpartition(":")[2]))
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def _children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [one for child in map(int, found) for one in (child, *_children(child))]


def _resident(pid: int) -> int:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
