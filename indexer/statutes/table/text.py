"""The table as plain text: one article after the other, changed words between ``[-`` and ``-]``
on the old side, ``{+`` and ``+}`` on the new one."""

from collections.abc import Iterator

from indexer.statutes.changes import Comparison
from indexer.statutes.table.heading import heading
from indexer.statutes.table.rows import Cell, Row, entries


def to_text(found: Comparison) -> str:
    """The whole table."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Comparison) -> Iterator[str]:
    head = heading(found)
    yield head.title
    yield head.subtitle
    shown = entries(found)
    if not shown:
        yield "바뀐 곳이 없습니다."
    for entry in shown:
        yield f"\n■ {entry.name} [{entry.note}]"
        for row in entry.rows:
            yield from _row(row)


def _row(row: Row) -> Iterator[str]:
    yield f"  {row.old.text if not row.old.marks else _marked(row.old, '[-', '-]')}"
    yield f"→ {row.new.text if not row.new.marks else _marked(row.new, '{+', '+}')}"


def _marked(cell: Cell, opening: str, closing: str) -> str:
    parts, at = [], 0
    for start, end in cell.marks:
        parts += [cell.text[at:start], opening, cell.text[start:end], closing]
        at = end
    return "".join((*parts, cell.text[at:]))
