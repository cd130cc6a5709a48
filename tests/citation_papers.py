"""The hand-labelled citations, and the papers they lie in, got from the samples."""

import json
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from indexer.extract.service import Extractor
from indexer.statutes.markdown import read_markdown

CITATIONS = Path(__file__).parent / "indexer" / "statutes" / "citations"
Row = dict[str, Any]


def labels(folder: str = ".") -> list[Row]:
    """Every label: paper, start, end (code points) and what is cited; see CONVENTIONS.md.

    The set is a folder of the citations: ``"."`` the first, ``"second"`` and ``"third"`` the others.
    """
    lines = (CITATIONS / folder / "labels.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def papers(folder: str = ".") -> list[Row]:
    """Every paper: its name, where its text is, and the SHA-256 that pins the offsets."""
    rows: list[Row] = json.loads((CITATIONS / folder / "papers.json").read_text("utf-8"))
    return rows


def texts(samples: Path, folder: str = ".") -> dict[str, str]:
    """The text of every paper by its name, e.g. ``law:003429#제5조``."""
    rows = papers(folder)
    found = dict(_lines(samples, rows))
    found.update(_statutes(samples / "statutes.tar.xz", rows))
    found.update(_minutes(samples / "docs", rows))
    return found


def _lines(samples: Path, rows: list[Row]) -> Iterator[tuple[str, str]]:
    """Bills and replies: a field of a line of a JSONL file."""
    for reader, name in (("bills.jsonl", "id"), ("nts.jsonl", "file")):
        lines = (samples / reader).read_text("utf-8").splitlines()
        held = {row[name]: row for row in map(json.loads, lines)}
        for paper in (row for row in rows if row["reader"] == reader):
            value = held[paper["key"][name]]
            for field in paper["key"]["field"]:
                value = value[field]
            yield paper["paper"], value


def _statutes(archive: Path, rows: list[Row]) -> Iterator[tuple[str, str]]:
    """Articles, as the project's reader of statute Markdown gives them."""
    wanted = {row["key"]["member"]: row for row in rows if row["reader"] == archive.name}
    with tarfile.open(archive) as tar:
        for member in tar:
            paper = wanted.get(member.name.removeprefix("./"))
            if paper and (content := tar.extractfile(member)):
                version = read_markdown(content.read().decode("utf-8"))
                articles = {article.key: article.text for article in version.articles}
                yield paper["paper"], articles[paper["key"]["article"]]


def _minutes(folder: Path, rows: list[Row]) -> Iterator[tuple[str, str]]:
    """Pages of minutes, as the project's extractor gives them: blocks joined by a line end."""
    wanted = [row for row in rows if row["reader"] == "docs"]
    with Extractor() as extractor:
        for name in sorted({row["key"]["file"] for row in wanted}):
            extracted = extractor.extract(folder / name)
            for row in (row for row in wanted if row["key"]["file"] == name):
                page = row["key"]["page"]
                blocks = [b.text for b in extracted.blocks if b.page == page]  # type: ignore[union-attr]
                yield row["paper"], "\n".join(blocks)
