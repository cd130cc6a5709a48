"""How well search finds: Recall@k, MRR@10 and nDCG@10 through the real search path."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import log2
from pathlib import Path
from typing import Final

from indexer.search.options import DEFAULT, Options
from indexer.search.searcher import Searcher
from records.errors import Misuse
from records.viewer import Viewer

RECALLS: Final = (1, 10, 100)
_DEPTH: Final = max(RECALLS)
_TOP: Final = 10
_HEADINGS: Final = frozenset({"qid", "query_id", "query-id"})

Grades = Mapping[str, int]


def evaluate(
    searcher: Searcher,
    queries: Path,
    qrels: Path,
    viewer: Viewer,
    options: Options = DEFAULT,
) -> dict[str, float]:
    """Means over the queries that have a relevant document.

    ``queries`` holds ``qid<TAB>query`` lines; ``qrels`` ``qid<TAB>docid<TAB>grade``, or with
    TREC's second column. A document counts as found under its id, its unit's id, or the part
    after the source (``a:12`` for ``12``). Raises `Misuse` for a broken line.
    """
    judged = read_qrels(qrels)
    asked = [(qid, query) for qid, query in read_queries(queries) if judged.get(qid)]
    if not asked:
        raise Misuse(f"평가할 질의가 없습니다: {queries}, {qrels}")
    deep = replace(options, size=_DEPTH, offset=0)
    sums: dict[str, float] = defaultdict(float)
    for qid, query in asked:
        found = _found(searcher.ranked(query, viewer, deep), judged[qid])
        for name, value in measures(found, judged[qid]).items():
            sums[name] += value
    return {name: value / len(asked) for name, value in sums.items()} | {"queries": len(asked)}


def measures(found: Sequence[str], grades: Grades) -> dict[str, float]:
    """The measures of one ranking of judged ids (others are ``""``).

    >>> measures(["", "a"], {"a": 1})["MRR@10"]
    0.5
    """
    gains = [grades.get(name, 0) for name in found]
    recall = {f"Recall@{k}": sum(g > 0 for g in gains[:k]) / len(grades) for k in RECALLS}
    first = next((at for at, gain in enumerate(gains[:_TOP], 1) if gain), None)
    best = _discounted(sorted(grades.values(), reverse=True)[:_TOP])
    return {
        **recall,
        "MRR@10": 1 / first if first else 0.0,
        "nDCG@10": _discounted(gains[:_TOP]) / best,
    }


def _discounted(gains: Iterable[int]) -> float:
    return sum((2.0**gain - 1) / log2(at + 1) for at, gain in enumerate(gains, 1))


def _found(ids: Iterable[tuple[str, str]], grades: Grades) -> list[str]:
    """Each hit's judged name, once; ``""`` for what is not judged."""
    ranking: list[str] = []
    for unit, document in ids:
        name = next((n for n in _names(unit, document) if n in grades), "")
        if not name or name not in ranking:
            ranking.append(name)
    return ranking


def _names(unit: str, document: str) -> tuple[str, ...]:
    return unit, document, unit.partition(":")[2], document.partition(":")[2]


def read_queries(path: Path) -> list[tuple[str, str]]:
    """``(qid, query)`` of each line."""
    rows = _rows(path)
    if bad := [row for row in rows if len(row) < 2]:
        raise Misuse(f"{path}: 탭으로 나눈 두 칸(qid, 질의)이어야 합니다: {bad[0]}")
    return [(row[0], row[1]) for row in rows]


def read_qrels(path: Path) -> dict[str, dict[str, int]]:
    """Grades above 0 by qid and document id."""
    judged: dict[str, dict[str, int]] = defaultdict(dict)
    for row in _rows(path):
        if len(row) not in (3, 4) or not row[-1].isdecimal():
            raise Misuse(f"{path}: qid, 문서 id, 등급이어야 합니다: {row}")
        qid, document, grade = row[0], row[-2], int(row[-1])
        if grade > 0:
            judged[qid][document] = grade
    return dict(judged)


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    rows = [[cell.strip() for cell in row] for row in rows if any(row)]
    return rows[1:] if rows and rows[0][0].lower() in _HEADINGS else rows
