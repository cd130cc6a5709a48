"""Two versions of a law against each other, as the page shows and saves them."""

from typing import Any
from urllib.parse import quote, urlencode

from records.model import Version
from records.timeline import Interval
from search_ui.desk import Desk
from search_ui.law_tools import FORMS, OMITTED, Cell, Compare, Entry, Row
from search_ui.lawview.address import LawPlace
from search_ui.lawview.opened import Opened, whole


def comparison(
    desk: Desk, tool: Compare, law: Opened, place: LawPlace, spans: tuple[Interval, Interval]
) -> dict[str, Any]:
    """The table of the two ``spans``; of one article only, when the address names one."""
    before, after = (whole(desk.records, law, span) for span in spans)
    table = tool.table(before, after)
    entries = [one for one in table.entries if place.article in (None, one.name)]
    asked = {"id": law.id, "before": spans[0].since, "day": spans[1].since}
    return {
        "title": table.title,
        "subtitle": table.subtitle,
        "heads": [_head(table.old, spans[0]), _head(table.new, spans[1])],
        "entries": [_entry(tool, one, place.inline) for one in entries],
        "left": len(table.entries) - len(entries),
        "whole": place.link(article=None),
        "inline": place.inline,
        "forms": [
            {"label": "나란히", "href": place.link(inline=False), "here": not place.inline},
            {"label": "한 줄로", "href": place.link(inline=True), "here": place.inline},
        ],
        "files": [
            {"label": form.upper(), "href": f"./laws/compare?{urlencode(asked | {'form': form})}"}
            for form in FORMS
        ],
    }


def file_name(before: Version, after: Version, form: str) -> str:
    """The name of the saved table, quoted for a header."""
    name = f"{after.name} 신구조문대비표 {before.effective} {after.effective}.{form}"
    return quote(name.replace("/", " "), safe="")


def _head(name: str, span: Interval) -> str:
    return f"{name} [시행 {span.since}]"


def _entry(tool: Compare, entry: Entry, inline: bool) -> dict[str, Any]:
    rows = [_inline(tool, row) if inline else _beside(row) for row in entry.rows]
    return {"name": entry.name, "note": entry.note, "rows": rows}


def _beside(row: Row) -> dict[str, Any]:
    return {"old": _cell(row.old), "new": _cell(row.new), "kind": _kind(row)}


def _cell(cell: Cell) -> dict[str, Any]:
    return {"text": cell.text, "marks": [list(span) for span in cell.marks]}


def _kind(row: Row) -> str:
    """same, filler, new, gone, or changed."""
    if row.old.marks and row.new.marks:
        return "changed"
    if row.old.marks or row.new.marks:
        return "gone" if row.old.marks else "new"
    return "same" if row.old.text == row.new.text else "filler"


def _inline(tool: Compare, row: Row) -> dict[str, Any]:
    """One text with what is gone and what is new in it, as [how, text] in order."""
    kind = _kind(row)
    if kind in ("gone", "new") and _is_whole(row):
        pieces = [[kind, row.old.text if kind == "gone" else row.new.text]]
    elif row.old.text.endswith(OMITTED) and row.old.marks:
        pieces = _elsewhere(row)
    elif kind in ("same", "filler"):
        pieces = [["same", row.new.text]]
    else:
        pieces = [list(piece) for piece in tool.merged(row.old.text, row.new.text)]
    return {"pieces": pieces, "kind": kind}


def _elsewhere(row: Row) -> list[list[str]]:
    """An article that only has another number: the old one gone, the new one new."""
    (start, end), (first, last) = row.old.marks[0], row.new.marks[0]
    text = row.new.text
    pieces = [
        ["gone", row.old.text[start:end]],
        ["same", text[:first]],
        ["new", text[first:last]],
        ["same", text[last:]],
    ]
    return [piece for piece in pieces if piece[1]]


def _is_whole(row: Row) -> bool:
    """Whether all of one side is marked: it stands against <신  설> or <삭  제>."""
    cell = row.old if row.old.marks else row.new
    return cell.marks == ((0, len(cell.text)),)
