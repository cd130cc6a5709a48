"""Questions as people put them, judged by hand: the article of a law that answers each.

`questions.tsv` holds the question, the law and the articles; the corpus is every article of the
laws asked about and of their like, with names and headings, as the product shows them.
"""

import csv
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.relevance.sets import Corpus, JudgedSet, Query, paper
from indexer.statutes.markdown import read_markdown
from records.errors import Broken
from records.model import Document, Version

QUESTIONS: Final = Path(__file__).parent / "questions.tsv"
LIKE: Final = (
    *("지방", "공공", "개인정보", "국정감사", "주민", "행정", "국회", "노인", "주택", "공동주택"),
    *("승강기", "청탁", "공무원", "공직", "선거", "감사", "교육", "도시", "보조금", "재난"),
)
"""How the names of the laws of this corpus begin."""


def questions(samples: Path) -> tuple[Corpus, JudgedSet]:
    """The corpus and its hand-judged questions."""
    papers = tuple(
        one
        for version in (_disclosure(samples), *_versions(samples / "statutes.tar.xz"))
        for one in _papers(version)
    )
    known = {one.id for one in papers}
    with QUESTIONS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    asked = []
    for number, row in enumerate(rows):
        ids = {f"article:{row['law']}#{key}": 1 for key in row["articles"].split(",")}
        if ids.keys() - known:
            raise ValueError(f"no such article: {ids.keys() - known}")
        asked.append(Query(f"q{number}", row["question"], ids))
    corpus = Corpus("questions", papers)
    return corpus, JudgedSet("questions", "손으로 판정한 물음 → 조문", corpus.name, tuple(asked))


def _disclosure(samples: Path) -> Version:
    """The law on disclosure, which only the histories have."""
    folder = samples / "law-history" / "공공기관의정보공개에관한법률" / "법률"
    return read_markdown(max(folder.glob("*.md")).read_text("utf-8"))


def _versions(archive: Path) -> Iterator[Version]:
    with tarfile.open(archive) as files:
        for member in files:
            parts = member.name.split("/")
            content = files.extractfile(member) if member.isfile() else None
            if content is None or not parts[1].startswith(LIKE):
                continue
            try:
                yield read_markdown(content.read().decode())
            except Broken:
                continue


def _papers(version: Version) -> Iterator[Document]:
    for article in version.articles:
        title = f"{version.name} {article.key}"
        title = f"{title}({article.title})" if article.title else title
        if article.text.strip():
            name = f"article:{version.name}#{article.key}"
            yield paper(name, article.text, title)
