"""Draws the papers of the third set as the second's were, from what both sets left, unread.

    python draw.py SAMPLES > papers.json

Seed 20261123, and the hard sources before the easy: 45 bills, 30 tax replies, 25 articles. The
drawing itself is `../second/draw.py`; only seed, counts and what is used differ.
"""

import importlib.util
import json
import random
import sys
from pathlib import Path

SETS = Path(__file__).parent.parent
SEED, COUNTS = 20261123, {"BILLS": 45, "REPLIES": 30, "STATUTES": 25}


def main(samples: Path) -> None:
    spec = importlib.util.spec_from_file_location("draw_second", SETS / "second" / "draw.py")
    assert spec
    assert spec.loader
    second = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(second)
    for name, count in COUNTS.items():
        setattr(second, name, count)
    read = [
        json.loads((SETS / p).read_text("utf-8")) for p in ("papers.json", "second/papers.json")
    ]
    blind = set(json.loads((SETS / "blind_papers.json").read_text("utf-8")))
    used = {row["paper"] for rows in read for row in rows} | blind
    members = {row["key"]["member"] for rows in read for row in rows if "member" in row["key"]}
    rng = random.Random(SEED)
    rows = second.lines(samples, rng, used)
    rows += second.statutes(samples / "statutes.tar.xz", rng, members)
    print("[", ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "]", sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
