"""The table as a file: HTML, text, XLSX or HWPX. What a form needs is loaded when asked for."""

from collections.abc import Callable
from typing import Final

from indexer.statutes.changes import Comparison


def in_form(found: Comparison, form: str) -> bytes:
    """The file; ``form`` is one of `FORMS`."""
    return FORMS[form](found)


def _html(found: Comparison) -> bytes:
    from indexer.statutes.table.html import to_html

    return to_html(found).encode()


def _text(found: Comparison) -> bytes:
    from indexer.statutes.table.text import to_text

    return to_text(found).encode()


def _xlsx(found: Comparison) -> bytes:
    from indexer.statutes.table.xlsx import to_xlsx

    return to_xlsx(found)


def _hwpx(found: Comparison) -> bytes:
    from indexer.statutes.table.hwpx import to_hwpx

    return to_hwpx(found)


FORMS: Final[dict[str, Callable[[Comparison], bytes]]] = {
    "html": _html,
    "text": _text,
    "xlsx": _xlsx,
    "hwpx": _hwpx,
}
