"""Draws the papers of the second set from the samples, before any is read.

    python draw.py SAMPLES > papers.json

Seed 20261122. None of the first set's bills, replies, pages, nor any article of a statute file that
the first set touched. Each source is shuffled whole; what stands first is taken.
"""

import json
import random
import sys
import tarfile
from hashlib import sha256
from pathlib import Path
from typing import Any

from indexer.extract.service import Extractor
from indexer.statutes.markdown import read_markdown

Row = dict[str, Any]
SEED, LETTERS = 20261122, range(200, 2001)
STATUTES, BILLS, REPLIES = 200, 64, 34
MINUTES = "openus__23808b__국회회의록_20대_365회_2차_법제사법위원회.PDF"


def paper(name: str, reader: str, key: Row, text: str) -> Row:
    """A paper's name, where its text lies and the hash that pins the offsets."""
    digest = sha256(text.encode()).hexdigest()
    return {"paper": name, "reader": reader, "key": key, "sha256": digest, "length": len(text)}


def statutes(archive: Path, rng: random.Random, used: set[str]) -> list[Row]:
    """One article a file, not 제1조, of a length that holds something."""
    rows = []
    with tarfile.open(archive) as tar:
        files = {m.name: m for m in tar if m.name.endswith(".md") and m.name not in used}
        for name in rng.sample(sorted(files), len(files)):
            content = tar.extractfile(files[name])
            assert content
            version = read_markdown(content.read().decode("utf-8"))
            fit = [a for a in version.articles if a.key != "제1조" and len(a.text) in LETTERS]
            if fit and len(rows) < STATUTES:
                article = rng.choice(fit)
                key = {"member": name, "article": article.key}
                title = f"law:{version.law_id}#{article.key}"
                rows.append(paper(title, archive.name, key, article.text))
            if len(rows) == STATUTES:
                break
    return rows


def lines(samples: Path, rng: random.Random, used: set[str]) -> list[Row]:
    """Whole proposals of bills, then whole replies."""
    field = ["의안접수정보", "제안이유 및 주요내용"]
    bills = [json.loads(line) for line in (samples / "bills.jsonl").open(encoding="utf-8")]
    texts = {row["id"]: row[field[0]][field[1]] for row in bills if row[field[0]].get(field[1])}
    names = sorted(name for name in texts if f"bill:{name}" not in used)
    rows = [
        paper(f"bill:{name}", "bills.jsonl", {"id": name, "field": field}, texts[name])
        for name in rng.sample(names, BILLS)
    ]
    replies = [json.loads(line) for line in (samples / "nts.jsonl").open(encoding="utf-8")]
    held = {row["file"]: row["text"] for row in replies}
    names = sorted(n for n in held if f"nts:{n.removeprefix('nts-hwp/')}" not in used)
    return rows + [
        paper(
            f"nts:{name.removeprefix('nts-hwp/')}",
            "nts.jsonl",
            {"file": name, "field": ["text"]},
            held[name],
        )
        for name in rng.sample(names, REPLIES)
    ]


def minutes(folder: Path, used: set[str]) -> list[Row]:
    """Every page that the first set left."""
    with Extractor() as extractor:
        blocks = extractor.extract(folder / MINUTES).blocks  # type: ignore[union-attr]
    pages = sorted({block.page for block in blocks if block.page})
    texts = {page: "\n".join(b.text for b in blocks if b.page == page) for page in pages}
    return [
        paper(f"minutes:{MINUTES}#p{page}", "docs", {"file": MINUTES, "page": page}, text)
        for page, text in texts.items()
        if f"minutes:{MINUTES}#p{page}" not in used
    ]


def main(samples: Path) -> None:
    first = json.loads((Path(__file__).parent.parent / "papers.json").read_text("utf-8"))
    used = {row["paper"] for row in first}
    members = {row["key"]["member"] for row in first if "member" in row["key"]}
    rng = random.Random(SEED)
    rows = lines(samples, rng, used) + statutes(samples / "statutes.tar.xz", rng, members)
    rows += minutes(samples / "docs", used)
    print("[", ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "]", sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
