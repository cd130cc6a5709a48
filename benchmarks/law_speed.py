"""How fast citations are read and versions compared, beside the plainest that could do it.

Writes ``docs/reports/law-speed.md``: a plain regular expression for ``「…」 제N조…`` on the same
papers, and ``difflib`` on the letters of the same two texts.

    python -m benchmarks.law_speed ../shared/samples
"""

import difflib
import itertools
import json
import platform
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from indexer.statutes.cite.names import known_names
from indexer.statutes.cite.reader import read_citations
from indexer.statutes.compare import compare
from indexer.statutes.markdown import read_markdown, write_text
from indexer.statutes.table.rows import entries
from records.model import Article, Version

REPORT = Path(__file__).parents[1] / "docs" / "reports" / "law-speed.md"
PLAIN = re.compile(r"「([^」]+)」\s*(?:제(\d+)조(?:의(\d+))?(?:제(\d+)항)?(?:제(\d+)호)?)?")
PAPERS = 10_000
T = TypeVar("T")


def main(samples: Path) -> None:
    rows = [*citations(samples), *comparison(samples)]
    lines = "\n".join(f"| {what} | {seconds:.2f} | {note} |" for what, seconds, note in rows)
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(
        "# Speed of citations and comparison\n\nMade by `python -m benchmarks.law_speed` on "
        f"{platform.machine()}, one process, Python {platform.python_version()}.\n\n"
        f"| what | seconds | |\n|---|---|---|\n{lines}\n",
        encoding="utf-8",
    )


def citations(samples: Path) -> list[tuple[str, float, str]]:
    texts = papers(samples)
    letters = sum(map(len, texts))
    names = known_names()
    ours, found = timed(lambda: sum(len(read_citations(text, names)) for text in texts))
    plain, matched = timed(lambda: sum(1 for text in texts for _ in PLAIN.finditer(text)))
    return [
        (f"citations of {len(texts):,} papers ({letters:,} letters)", ours, f"{found:,} found"),
        ("the same with a plain regular expression", plain, f"{matched:,} found, none resolved"),
    ]


def papers(samples: Path) -> list[str]:
    """Bills, over and over until there are enough."""
    lines = (samples / "bills.jsonl").read_text("utf-8").splitlines()
    values = (json.loads(line)["의안접수정보"].get("제안이유 및 주요내용") for line in lines)
    texts = ["\n".join(v) if isinstance(v, list) else v for v in values if v]
    return list(itertools.islice(itertools.cycle(texts), PAPERS))


def comparison(samples: Path) -> list[tuple[str, float, str]]:
    folder = samples / "law-history" / "지방자치법" / "법률"
    before = read(folder / "20080229-8852.md")
    after = read(max(folder.glob("*.md")))
    ours, found = timed(lambda: compare(before, after))
    table, shown = timed(lambda: entries(found))
    letters = [write_text(version) for version in (before, after)]
    diff, blocks = timed(lambda: matching(*letters))
    long = large(before)
    many, changed = timed(lambda: compare(long, large(before, "개정")))
    return [
        ("지방자치법 of February 2009 against today", ours, f"{len(found.changes)} changes"),
        ("its table with every changed word marked", table, f"{len(shown)} entries"),
        ("difflib on the letters of the two", diff, blocks),
        (
            f"a statute of {len(long.articles)} articles, all changed",
            many,
            f"{len(changed.changes)}",
        ),
    ]


def read(path: Path) -> Version:
    return read_markdown(path.read_text(encoding="utf-8"))


def large(version: Version, added: str = "") -> Version:
    """A statute of 700 articles with the texts of ``version``, each with a word ``added``."""
    source = itertools.islice(itertools.cycle(version.articles), 700)
    articles = tuple(
        Article(f"제{n}조", a.title, f"제{n}조 {n} {a.text} {added}".strip())
        for n, a in enumerate(source, 1)
    )
    return Version("1", "1", version.effective, "큰 법", "법률", articles=articles)


def matching(before: str, after: str) -> str:
    """Lines first would be cheating: letters, but of the first part only, or it takes hours."""
    part = 20_000
    matcher = difflib.SequenceMatcher(None, before[:part], after[:part], autojunk=False)
    count = len(matcher.get_matching_blocks())
    return f"{count:,} blocks, on the first {part:,} of {len(before):,} letters only"


def timed(work: Callable[[], T]) -> tuple[float, T]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


if __name__ == "__main__":
    main(Path(sys.argv[1]))
