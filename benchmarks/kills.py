"""Kills of a running child, at moments counted in its steps and not in seconds.

A child says a line after every step; it is killed after a number of lines drawn from all that a
whole run says, so that a slow machine and a fast one are killed at the same moments. Afterwards
the run is made again to its end: nothing may be lost, nothing doubled, and nothing that was
acknowledged may be missing from the moment of its acknowledgement on.

``replay`` lies in ``tests``, which must be on the path (`make soak`).
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from records.store import Records

ROOT = Path(__file__).resolve().parents[1]
AFTER = 0.02
"""Seconds at most between a line and the kill, so that it falls into the next step."""
ORPHAN = 180.0
"""Seconds in which the workers of a killed process must have noticed."""
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Kill:
    """One kill: of what, after which step, and what was wrong afterwards."""

    phase: str
    moment: str
    wrong: str | None


@contextmanager
def child(*words: str) -> Iterator[subprocess.Popen[str]]:
    """A `benchmarks.kill_child` in a group of its own; at the end nothing of it is left."""
    command = [sys.executable, "-m", "benchmarks.kill_child", *words]
    environment = os.environ | {"PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"}
    running = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=ROOT,
        env=environment,
        start_new_session=True,
    )
    with running:
        yield running
        if running.poll() is None:
            running.send_signal(signal.SIGKILL)
    wait_for_orphans(running.pid)


def wait_for_orphans(group: int) -> None:
    """Workers must notice that their parent is gone; one that does not is a fault."""
    end = time.monotonic() + ORPHAN
    while time.monotonic() < end:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    os.killpg(group, signal.SIGKILL)
    raise SystemExit(f"a worker outlived its killed parent (group {group})")


def lines_of(running: subprocess.Popen[str], most: int | None = None) -> int:
    """Wait for so many lines (None: all); how many came."""
    assert running.stdout is not None
    count = 0
    while count != most and running.stdout.readline():
        count += 1
    return count


def new_home(work: Path, name: str) -> Path:
    """A home with empty records."""
    home, empty = work / name, work / "empty"
    if not empty.exists():
        empty.mkdir(parents=True)
        Records.create(f"sqlite:///{empty}/records.db", f"{empty}/originals").close()
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(empty, home)
    return home
