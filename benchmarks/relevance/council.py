"""Questions to a council as its people put them, judged by hand on the demonstration council.

`council_questions.tsv` holds who asks (의원, 직원, 법제), the question, and the papers that answer
it, as ``audit-003``: the audit paper of the third affair. A paper answers when it says what was
asked, or is the paper that was asked for by its kind, member, committee, session or number.
"""

import csv
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from benchmarks.relevance.sets import Corpus, JudgedSet, Query
from indexer.extract.service import Extractor
from records.model import Document, Visibility
from records.store import Records
from ucouncil.demo.build import build

QUESTIONS: Final = Path(__file__).parent / "council_questions.tsv"
YEAR: Final = 2026


def council(samples: Path) -> tuple[Corpus, JudgedSet]:
    """The papers of the demonstration council and the questions to them; needs no samples."""
    corpus = Corpus("council", tuple(_papers()))
    known = {paper.id for paper in corpus.papers}
    with QUESTIONS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    asked = []
    for number, row in enumerate(rows):
        ids = dict.fromkeys(map(identity, row["papers"].split()), 1)
        if ids.keys() - known:
            raise ValueError(f"no such paper: {ids.keys() - known}")
        asked.append(Query(f"c{number}", row["question"], ids))
    return corpus, JudgedSet("council", "의회에 묻는 말 → 자료", corpus.name, tuple(asked))


def identity(short: str) -> str:
    """The id of a paper as the list names it.

    >>> identity("audit-003"), identity("law-003"), identity("minutes-plenary-302")
    ('demo:audit-2026-003', 'ordin:900003', 'demo:minutes-plenary-302')
    """
    kind, _, number = short.rpartition("-")
    if kind == "law":
        return f"ordin:9{int(number):05}"
    return f"demo:{short}" if kind.endswith("plenary") else f"demo:{kind}-{YEAR}-{number}"


def _papers() -> Iterator[Document]:
    """Every paper as intake reads it, for the public: who may read what is not asked here."""
    with tempfile.TemporaryDirectory() as folder, Extractor() as extractor:
        home = Path(folder)
        with Records.create(f"sqlite:///{home}/records.db", f"{home}/originals") as records:
            build(home, records, extractor)
            found = records.documents([id_ for id_, _, shown in records.revisions() if shown])
    for _, document in sorted(found.items()):
        yield replace(document, visibility=Visibility.PUBLIC, readers=())
