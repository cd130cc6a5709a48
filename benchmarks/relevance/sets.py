"""The judged sets, made from the samples that lie beside the project.

Known items: a paper is looked for by a text of its own that is left out of the index. Queries
are drawn with a fixed seed; ``without_spaces`` asks the same without a space.
"""

import json
import random
import re
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from indexer.statutes.markdown import read_markdown
from records.errors import Broken
from records.model import Document, Kind, Passage, Visibility

SEED: Final = 2009
HEADINGS: Final = 2_000
LONGEST_QUERY: Final = 200
"""Letters of a first sentence that are asked."""
_SENTENCE: Final = re.compile(r"(?<=[.?!])\s+|(?<=[음함임됨])[.]?\s*\n")

_ANSWER: Final = re.compile(r"\[ *(?:답변|판결|결정)내용 *\](.*?)(?=\n\[ |$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Query:
    """One question with the ids of the papers that answer it, each with its grade."""

    id: str
    text: str
    relevant: dict[str, int]


@dataclass(frozen=True, slots=True)
class JudgedSet:
    """Papers and what is asked of them. Sets of the same ``corpus`` share their papers."""

    name: str
    title: str
    corpus: str
    queries: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Papers that are indexed together."""

    name: str
    papers: tuple[Document, ...]


def paper(name: str, text: str, title: str = "", kind: Kind = Kind.OTHER) -> Document:
    """A public paper of one passage; its source is part of ``name``."""
    return Document(
        id=name,
        kind=kind,
        title=title,
        visibility=Visibility.PUBLIC,
        passages=(Passage(0, text),),
        revision=1,
    )


def without_spaces(judged: JudgedSet) -> JudgedSet:
    """The same questions, written together."""
    queries = tuple(replace(q, text=re.sub(r"\s+", "", q.text)) for q in judged.queries)
    return replace(
        judged, name=f"{judged.name}-joined", title=f"{judged.title}, 붙여 씀", queries=queries
    )


def articles(samples: Path) -> tuple[Corpus, JudgedSet]:
    """Articles of the statutes by a heading that only one of them has."""
    found = list(_headed(samples / "statutes.tar.xz"))
    papers = tuple(paper(f"article:{number:06d}", body) for number, (_, body) in enumerate(found))
    times = Counter(_joined(heading) for heading, _ in found if heading)
    single = [
        (number, heading)
        for number, (heading, _) in enumerate(found)
        if heading and times[_joined(heading)] == 1
    ]
    drawn = random.Random(SEED).sample(single, min(HEADINGS, len(single)))
    queries = tuple(
        Query(f"a{number}", heading, {papers[number].id: 1}) for number, heading in sorted(drawn)
    )
    corpus = Corpus("articles", papers)
    return corpus, JudgedSet("articles", "조문: 제목 → 본문", corpus.name, queries)


def _headed(archive: Path) -> Iterator[tuple[str, str]]:
    """Heading and body of every article that has a text of its own."""
    with tarfile.open(archive) as files:
        for member in files:
            content = files.extractfile(member) if member.isfile() else None
            if content is None:
                continue
            try:
                version = read_markdown(content.read().decode())
            except Broken:
                continue
            for article in version.articles:
                head = f"{article.key}({article.title})" if article.title else article.key
                body = article.text.removeprefix(head).strip()
                if len(body) >= 10 and not body.startswith("삭제"):
                    yield article.title or "", body


def replies(samples: Path) -> tuple[Corpus, tuple[JudgedSet, ...]]:
    """Replies of the tax office, only their 회신, by title and by 요지."""
    rows = _rows(samples / "nts.jsonl")
    papers = tuple(paper(f"reply:{number}", _reply(row)) for number, row in enumerate(rows))
    corpus = Corpus("replies", papers)

    def by(field: str, name: str, title: str) -> JudgedSet:
        queries = tuple(
            Query(f"{name}{number}", row[field], {papers[number].id: 1})
            for number, row in enumerate(rows)
            if row[field]
        )
        return JudgedSet(name, title, corpus.name, queries)

    return corpus, (
        by("title", "replies", "회신: 제목 → 회신"),
        by("gist", "gists", "회신: 요지 → 회신"),
    )


def _reply(row: dict[str, Any]) -> str:
    """The 회신; a ministry's answer or a judgment has it under another head."""
    if row["reply"]:
        return str(row["reply"])
    found = _ANSWER.search(row["text"])
    return found[1].strip() if found else "없음"


def bills(samples: Path) -> tuple[Corpus, JudgedSet]:
    """Bills by the first sentence of their reason; the bill keeps the rest."""
    papers, queries = [], []
    for row in _rows(samples / "bills.jsonl"):
        reason, rest = _first_sentence(_reason(row))
        if len(reason) < 10 or len(rest) < 50:
            continue
        papers.append(paper(f"bill:{row['id']}", rest, kind=Kind.BILL))
        queries.append(Query(f"b{row['id']}", reason[:LONGEST_QUERY], {papers[-1].id: 1}))
    corpus = Corpus("bills", tuple(papers))
    return corpus, JudgedSet("bills", "의안: 제안이유 첫 문장 → 의안", corpus.name, tuple(queries))


def _reason(row: dict[str, Any]) -> str:
    text = row["의안접수정보"].get("제안이유 및 주요내용") or ""
    return re.sub(r"■?\s*제안이유(?: 및 주요내용)?\s*", "", str(text), count=1).strip()


def _first_sentence(text: str) -> tuple[str, str]:
    first, *rest = _SENTENCE.split(text, maxsplit=1)
    return " ".join(first.split()), rest[0].strip() if rest else ""


def _rows(path: Path) -> Iterable[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _joined(text: str) -> str:
    return re.sub(r"\s+", "", text)
