"""Draws the papers of the fifth set as the fourth's were, from what nobody has read with citations.

    python draw.py SAMPLES > papers.json

Seed 20261201; 64 bills, the 14 tax replies that are left, 200 articles of 200 files; then, when the
first part turned out to have fewer citations than hoped, 40 articles more by the next seed. Left out are the papers of four sets, of the first blind
pass, and those of `read.json`: they were looked at with the extractor's output while it was mended.
A tenth of the first for the blind second reading is drawn by the same seed into `blind_papers.json`.
"""

import importlib.util
import json
import random
import sys
from pathlib import Path

HERE = Path(__file__).parent
SETS = ("papers.json", "second/papers.json", "third/papers.json", "fourth/papers.json")
SEED, REPLIES, MORE = 20261201, 14, 40


def main(samples: Path) -> None:
    spec = importlib.util.spec_from_file_location("second", HERE.parent / "second" / "draw.py")
    assert spec
    assert spec.loader
    second = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(second)
    second.REPLIES = REPLIES
    sets = [json.loads((HERE.parent / name).read_text("utf-8")) for name in SETS]
    blind = json.loads((HERE.parent / "blind_papers.json").read_text("utf-8"))
    seen = json.loads((HERE / "read.json").read_text("utf-8"))
    used = {row["paper"] for rows in sets for row in rows} | {*blind, *seen["papers"]}
    members = {row["key"]["member"] for rows in sets for row in rows if "member" in row["key"]}
    rng = random.Random(SEED)
    rows = second.lines(samples, rng, used)
    rows += second.statutes(samples / "statutes.tar.xz", rng, members | {*seen["members"]})
    names = sorted(row["paper"] for row in rows)
    members |= {row["key"]["member"] for row in rows if "member" in row["key"]}
    again = sorted(rng.sample(names, len(names) // 10))
    text = json.dumps(again, ensure_ascii=False, indent=1) + "\n"
    (HERE / "blind_papers.json").write_text(text, "utf-8")
    second.STATUTES = MORE
    more = members | {*seen["members"]}
    rows += second.statutes(samples / "statutes.tar.xz", random.Random(SEED + 1), more)
    print("[", ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "]", sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
