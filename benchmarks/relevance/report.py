"""The tables of a run as Markdown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from benchmarks.relevance.peers import NORI
from benchmarks.relevance.statistics import MEASURES, Interval, Values, interval

HEAD: Final = (
    "# 검색 품질\n\n`make bench-relevance`가 쓴다. 값은 100을 곱한 평균과 95 % 신뢰구간(부트스트랩"
    " 1만 회), 차이는 nori 기본과 같은 질의끼리 견준 MRR@10의 차와 그 구간이다.\n"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One system: its measures, a value a question."""

    name: str
    values: Mapping[str, Values]


@dataclass(frozen=True, slots=True)
class Table:
    """One judged set."""

    title: str
    papers: int
    questions: int
    rows: tuple[Row, ...]


def write(tables: Sequence[Table], machine: str, command: str, path: Path) -> None:
    """Write the report of a run."""
    about = [
        f"- 기계: {machine}",
        f"- 명령: `{command}`",
        f"- 날짜: {date.today()}",
        "- 자료: `../shared/samples`의 statutes.tar.xz, nts.jsonl, bills.jsonl; 시드 2009.",
        "- 제품은 순위에 들지 않는 구절을 빼고 색인한다.",
    ]
    path.write_text("\n".join([HEAD, *about, "", *map(_table, tables)]), "utf-8")


def _table(table: Table) -> str:
    nori = next(row for row in table.rows if row.name == NORI)
    lines = [
        f"## {table.title} (문서 {table.papers:,}건, 질의 {table.questions:,}개)\n",
        f"| | {' | '.join(MEASURES)} | nori와의 차 |",
        "|---" * (len(MEASURES) + 2) + "|",
    ]
    for row in table.rows:
        cells = [_cell(interval(row.values[name])) for name in MEASURES]
        apart = row.values["MRR@10"] - nori.values["MRR@10"]
        cells.append("–" if row is nori else _cell(interval(apart), "+"))
        lines.append(f"| {row.name} | {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def _cell(one: Interval, sign: str = "") -> str:
    return f"{one.mean:{sign}.1f} [{one.low:{sign}.1f}, {one.high:{sign}.1f}]"
