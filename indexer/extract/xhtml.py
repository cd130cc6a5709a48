"""HTML and Tika's XHTML as blocks: paragraphs, headings, tables cell by cell, pages, sheets."""

from collections.abc import Iterator

from lxml import etree, html

from indexer.extract.model import Block
from records.errors import Broken, TooLarge

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SILENT = frozenset(("head", "script", "style", "noscript", "template", "object", "iframe"))
_BREAKING = _HEADINGS | {
    *("address", "article", "aside", "blockquote", "body", "caption", "dd", "div", "dl", "dt"),
    *("fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "li", "main", "nav"),
    *("ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
}
_DEEP = 200


def xhtml_blocks(text: str) -> Iterator[Block]:
    """Blocks of an HTML text in reading order. Raises `Broken` when it is none, `TooLarge`
    where it nests deeper than libxml2 follows (2,048 levels) and text would be lost."""
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, huge_tree=True
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Broken(f"HTML을 읽을 수 없음: {error}") from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise TooLarge("HTML이 한도보다 깊이 중첩됨")
    walker = _Walker()
    walker.visit(root)
    walker.flush()
    yield from walker.blocks


class _Walker:
    """Collects text up to the next breaking element, and knows where in the tables it is."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._text: list[str] = []
        self._heading = False
        self._cell: str | None = None
        self._tables = self._pages = 0
        self._page: int | None = None
        self._sheet: str | None = None

    def flush(self) -> None:
        text = "".join(self._text)
        self._text.clear()
        if text.strip():
            self.blocks.append(Block(text, self._page, self._cell, self._heading, self._sheet))

    def visit(self, element: etree._Element, depth: int = 0) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _SILENT or not tag or depth > _DEEP:
            self._too_deep(element, depth)
        elif tag == "br":
            self._text.append("\n")
        elif tag == "table":
            self._table(element, depth)
        elif tag in _BREAKING:
            self._breaking(element, tag, depth)
        else:
            self._inside(element, depth)
        self._text.append(element.tail or "")

    def _too_deep(self, element: etree._Element, depth: int) -> None:
        """Beyond all sense of structure the text still counts."""
        if depth > _DEEP:
            self._text.append("\n".join(str(part) for part in element.itertext()))

    def _inside(self, element: etree._Element, depth: int) -> None:
        self._text.append(element.text or "")
        for child in element:
            self.visit(child, depth + 1)

    def _breaking(self, element: etree._Element, tag: str, depth: int) -> None:
        self.flush()
        self._enter(element)
        outer, self._heading = self._heading, self._heading or tag in _HEADINGS
        self._inside(element, depth)
        self.flush()
        self._heading = outer

    def _enter(self, element: etree._Element) -> None:
        kind = element.get("class") or ""
        if kind == "page":
            self._pages += 1
            self._page = self._pages
        elif kind in ("slide-content", "sheet"):
            self._pages += 1
            title = element.findtext("h1") if kind == "sheet" else None
            self._sheet = title or str(self._pages)

    def _table(self, table: etree._Element, depth: int) -> None:
        self.flush()
        self._tables += 1
        number, outer = self._tables, self._cell
        self._text.append(table.text or "")
        row = 0
        for child in _rows(table):
            if child.tag == "tr":
                row += 1
                self._row(child, number, row, depth)
            else:
                self.visit(child, depth + 1)
        self.flush()
        self._cell = outer

    def _row(self, row: etree._Element, table: int, number: int, depth: int) -> None:
        column = 1
        for cell in row:
            self.flush()
            self._cell = f"{table}.{number}.{column}"
            self.visit(cell, depth + 2)
            column += _span(cell)
        self.flush()
        self._cell = None


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag in ("thead", "tbody", "tfoot"):
            yield from child
        elif child.tag not in ("colgroup", "col"):
            yield child


def _span(cell: etree._Element) -> int:
    value = cell.get("colspan") or "1"
    return int(value) if value.isdecimal() and 0 < int(value[:4]) <= 1000 else 1
