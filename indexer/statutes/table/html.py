"""The table as one HTML page that needs nothing else, for the screen and for paper (A4)."""

from collections.abc import Iterator
from html import escape
from typing import Final

from indexer.statutes.changes import Comparison
from indexer.statutes.table.heading import heading
from indexer.statutes.table.rows import Cell, Entry, entries

_STYLE: Final = """
@page { size: A4; margin: 18mm 15mm }
body { font: 15px/1.65 "Noto Sans KR", "Malgun Gothic", sans-serif; margin: 2em auto;
  max-width: 70em; padding: 0 1em; color: #111; background: #fff }
h1 { font-size: 1.4em; text-align: center } p { text-align: center; color: #444 }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
thead { display: table-header-group }
th, td { border: 1px solid #444; padding: .45em .7em; vertical-align: top;
  white-space: pre-wrap; overflow-wrap: anywhere; text-align: left }
thead th { background: #eee; text-align: center }
tbody th { background: #f7f7f7; font-weight: 600 }
mark { background: #fff3c4; color: inherit; text-decoration: underline }
@media print { body { margin: 0; max-width: none; font-size: 10.5pt } tr { break-inside: avoid } }
"""


def to_html(found: Comparison) -> str:
    """The whole page; every text is escaped."""
    head = heading(found)
    rows = "".join(_entry(entry) for entry in entries(found))
    empty = '<tr><td colspan="2">바뀐 곳이 없습니다.</td></tr>'
    return (
        f'<!doctype html>\n<html lang="ko"><head><meta charset="utf-8"><title>{escape(head.title)}'
        f"</title><style>{_STYLE}</style></head><body><h1>{escape(head.title)}</h1>"
        f"<p>{escape(head.subtitle)}</p><table><thead><tr><th scope='col'>{escape(head.old)}</th>"
        f"<th scope='col'>{escape(head.new)}</th></tr></thead><tbody>{rows or empty}</tbody>"
        "</table></body></html>\n"
    )


def _entry(entry: Entry) -> str:
    name = f'<tr><th colspan="2" scope="rowgroup">{escape(entry.name)} [{entry.note}]</th></tr>'
    return name + "".join(
        f"<tr><td>{_cell(row.old)}</td><td>{_cell(row.new)}</td></tr>" for row in entry.rows
    )


def _cell(cell: Cell) -> str:
    return "".join(_pieces(cell))


def _pieces(cell: Cell) -> Iterator[str]:
    at = 0
    for start, end in cell.marks:
        yield escape(cell.text[at:start])
        yield f"<mark>{escape(cell.text[start:end])}</mark>"
        at = end
    yield escape(cell.text[at:])
