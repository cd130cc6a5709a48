"""Draws the papers of the fourth set as the second's were, from what the three sets left, unread.

    python draw.py SAMPLES > papers.json

Seed 20261124, and the second set's mix: 64 bills, 34 tax replies, 200 articles of 200 files. The
drawing itself is `../second/draw.py`; only seed and what is used differ. A tenth for the blind second
reading is drawn by the same seed into `blind_papers.json`.
"""

import importlib.util
import json
import random
import sys
from pathlib import Path

SETS = Path(__file__).parent.parent
SEED = 20261124


def main(samples: Path) -> None:
    spec = importlib.util.spec_from_file_location("draw_second", SETS / "second" / "draw.py")
    assert spec
    assert spec.loader
    second = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(second)
    sets = ("papers.json", "second/papers.json", "third/papers.json")
    read = [json.loads((SETS / p).read_text("utf-8")) for p in sets]
    blind = set(json.loads((SETS / "blind_papers.json").read_text("utf-8")))
    used = {row["paper"] for rows in read for row in rows} | blind
    members = {row["key"]["member"] for rows in read for row in rows if "member" in row["key"]}
    rng = random.Random(SEED)
    rows = second.lines(samples, rng, used)
    rows += second.statutes(samples / "statutes.tar.xz", rng, members)
    names = sorted(row["paper"] for row in rows)
    again = sorted(rng.sample(names, len(names) // 10))
    target = Path(__file__).parent / "blind_papers.json"
    target.write_text(json.dumps(again, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print("[", ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "]", sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
