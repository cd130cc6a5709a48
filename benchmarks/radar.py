"""How long the graph and the radar take over every statute of the samples, and what they find.

Prints a table of processor seconds; `docs/reports/radar.md` has one with what it means.

    python -m benchmarks.radar ../shared/samples
"""

import sys
import tarfile
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from indexer.statutes.graph import Graph
from indexer.statutes.markdown import read_markdown
from indexer.statutes.radar.watch import Radar
from records.model import Version
from records.sql import batches
from records.store import Records

T = TypeVar("T")
_AT_ONCE = 200


def main(samples: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = f"sqlite:///{folder}/records.db"
        with Records.create(place, f"{folder}/originals") as records:
            count, seconds = timed(lambda: load(records, samples))
            tell(f"load {count:,} versions", seconds, "")
            laws, seconds = timed(Graph(records).update)
            tell(f"relations of {laws:,} laws", seconds, "")
            watch = Radar(records)
            alerts, seconds = timed(watch.alerts)
            tell("what changed after it was cited", seconds, _kinds(one.kind for one in alerts))
            repairs, seconds = timed(watch.repairs)
            tell("what to repair", seconds, _kinds(one.problem for one in repairs))


def load(records: Records, samples: Path) -> int:
    """Every statute of today and the histories, each version once."""
    found = {(one.law_id, one.mst, one.effective): one for one in versions(samples)}
    for some in batches(list(found.values()), _AT_ONCE):
        records.put_versions(some)
    return len(found)


def versions(samples: Path) -> Iterator[Version]:
    with tarfile.open(samples / "statutes.tar.xz") as archive:
        for member in archive:
            content = archive.extractfile(member) if member.name.endswith(".md") else None
            if content:
                yield read_markdown(content.read().decode())
    for path in sorted((samples / "law-history").rglob("*.md")):
        yield read_markdown(path.read_text(encoding="utf-8"))


def timed(act: Callable[[], T]) -> tuple[T, float]:
    start = time.process_time()
    return act(), time.process_time() - start


def tell(what: str, seconds: float, note: str) -> None:
    sys.stdout.write(f"| {what} | {seconds:.1f} | {note} |\n")
    sys.stdout.flush()


def _kinds(values: Iterator[str]) -> str:
    return ", ".join(f"{count:,} {kind}" for kind, count in Counter(values).most_common())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
