"""How far two passes of labels agree, on the papers that both have.

    python agreement.py labels.jsonl blind_labels.jsonl blind_papers.json

A span agrees when paper, start and end are the same; a label agrees when its fields are the same
too. Prints each number and every difference.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

FIELDS = (
    "kind", "law", "number", "article", "paragraph", "item", "subitem", "part",
    "article_to", "paragraph_to", "item_to", "subitem_to", "resolved", "law_id", "mst", "reason",
)  # fmt: skip
Span = tuple[str, int, int]
Fields = tuple[object, ...]


def read(path: Path, papers: set[str]) -> dict[Span, Fields]:
    """Labels of these papers: span to fields."""
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    return {
        (row["paper"], row["start"], row["end"]): tuple(row.get(name) for name in FIELDS)
        for row in rows
        if row["paper"] in papers
    }


def agreement(first: dict[Span, Fields], second: dict[Span, Fields]) -> dict[str, float]:
    """Counts, and F1 of the spans and of the whole labels.

    >>> agreement({("a", 0, 2): ("law",)}, {("a", 0, 2): ("draft",)})["labels"]
    0.0
    """
    both = first.keys() & second.keys()
    same = sum(first[span] == second[span] for span in both)
    total = len(first) + len(second)
    return {
        "first": len(first),
        "second": len(second),
        "spans": 2 * len(both) / total if total else 1.0,
        "labels": 2 * same / total if total else 1.0,
    }


def differences(first: dict[Span, Fields], second: dict[Span, Fields]) -> Iterable[str]:
    """One line a span that only one pass has, or whose fields differ."""
    for span in sorted(first.keys() | second.keys()):
        if first.get(span) != second.get(span):
            yield f"{span}: {first.get(span)} / {second.get(span)}"


def main(first_path: str, second_path: str, papers_path: str) -> None:
    papers = set(json.loads(Path(papers_path).read_text("utf-8")))
    first, second = read(Path(first_path), papers), read(Path(second_path), papers)
    print(json.dumps(agreement(first, second)))
    print(*differences(first, second), sep="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
