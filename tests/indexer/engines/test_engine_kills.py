"""A writer killed at any moment leaves what it acknowledged, and a second run mends the rest."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from engine_examples import Engines, document, found, has

from indexer.engines.seam import DocumentUnits

BATCH = 8
NAMES = 40
WRITER = """
import sys
from pathlib import Path
sys.path[:0] = [sys.argv[1], sys.argv[2]]
from engine_examples import Engines
from test_engine_kills import BATCH, batch_after

engines = Engines(sys.argv[3], Path(sys.argv[4]), sys.argv[5])
engines.prefix = sys.argv[6]
engine = engines.open()
revision = engine.applied().revision
while True:
    print("begin", flush=True)
    engine.apply(batch_after(revision), revision + BATCH)
    revision += BATCH
    print("acknowledged", revision, flush=True)
"""


def batch_after(revision: int) -> list[DocumentUnits]:
    """The next batch: each document comes again every 40 revisions."""
    numbers = range(revision + 1, revision + BATCH + 1)
    return [document(f"d{n % NAMES}", n, f"조례 r{n}", passages=2) for n in numbers]


def write_until_killed(engines: Engines, lines: int) -> int:
    """Kill a writer after some lines of its output; the last revision it acknowledged."""
    here = Path(__file__).parent
    place = [engines.kind, engines.path, engines.url, engines.prefix]
    command = [sys.executable, "-c", WRITER, here.parents[1], here, *place]
    with subprocess.Popen(
        [str(part) for part in command], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline() for _ in range(lines)]
        writer.send_signal(signal.SIGKILL)
        said += list(writer.stdout)
    done = [line.split()[1] for line in said if line.startswith("ack") and line.endswith("\n")]
    return max(map(int, done), default=0)


@pytest.mark.parametrize("lines", [1, 6, 11, 14])
def test_a_killed_writer_loses_and_doubles_nothing(engines: Engines, lines: int) -> None:
    acknowledged = write_until_killed(engines, lines)
    engine = engines.open()
    applied = engine.applied().revision
    assert applied in (acknowledged, acknowledged + BATCH)
    here = {name: revision for name, revision, _, _ in engine.revisions()}
    for n in range(max(applied - NAMES, 0) + 1, applied + 1):
        assert here[f"d{n % NAMES}"] in (n, n + NAMES)
    engine.apply(batch_after(applied), applied + BATCH)
    latest = {f"d{n % NAMES}": n for n in range(1, applied + BATCH + 1)}
    assert list(engine.revisions()) == [(name, latest[name], 1, 2) for name in sorted(latest)]
    assert found(engine, has("조례")) == latest.keys()
