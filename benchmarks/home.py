"""A home with as many papers as the plan begins with, to look at and to measure the screen on.

python -m benchmarks.home HOME [--count 20800]
"""

import argparse
import sys
from pathlib import Path

from benchmarks.corpus import corpus
from records.store import Records
from ucouncil.council import Council
from ucouncil.settings import read_settings

BATCH = 400


def main() -> None:
    """Make it; what is there already is not made again."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.home")
    parser.add_argument("home", type=Path)
    parser.add_argument("--count", type=int, default=20_800)
    options = parser.parse_args()
    made = fill(options.home, options.count)
    print(f"{options.home}: {made:,}건")


def fill(home: Path, count: int) -> int:
    """Put the first ``count`` papers of the corpus into ``home`` and index them; return how many
    were new to the index."""
    source = corpus()
    if source is None:
        sys.exit("견본이 없어 만들 수 없습니다: ../shared/samples")
    home.mkdir(parents=True, exist_ok=True)
    settings = read_settings(home)
    with Records.create(settings.database, settings.originals) as records:
        for start in range(0, count, BATCH):
            records.put(source.papers(min(start + BATCH, count), start))
    with Council(settings, writer=True) as council:
        return council.worker.run()


if __name__ == "__main__":
    main()
