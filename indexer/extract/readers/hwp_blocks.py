"""rhwp's document tree as blocks in reading order."""

from collections.abc import Iterator
from typing import Any

from indexer.extract.model import Block

Node = dict[str, Any]


def walk(tree: Node) -> Iterator[Block]:
    """Headers first, then the body, then footers and notes."""
    furniture = tree.get("furniture") or {}
    walker = _Walker()
    yield from walker.blocks(furniture.get("page_headers") or [])
    yield from walker.blocks(tree.get("body") or [])
    for part in ("page_footers", "footnotes", "endnotes"):
        yield from walker.blocks(furniture.get(part) or [])


class _Walker:
    """Counts tables over the whole document, nested ones included."""

    def __init__(self) -> None:
        self._tables = 0

    def blocks(self, nodes: list[Node], cell: str | None = None) -> Iterator[Block]:
        for node in nodes:
            yield from self._node(node, cell)

    def _node(self, node: Node, cell: str | None) -> Iterator[Block]:
        match node.get("kind"):
            case "table":
                yield from self._table(node, cell)
            case "paragraph":
                yield Block(node.get("text") or "", cell=cell)
            case "list_item":
                yield Block(_list_item(node), cell=cell)
            case "formula":
                yield Block(node.get("text_alt") or node.get("script") or "", cell=cell)
            case "field":
                yield Block(node.get("cached_value") or "", cell=cell)
            case _:
                yield from self._parts(node, cell)

    def _parts(self, node: Node, cell: str | None) -> Iterator[Block]:
        """Pictures, captions, notes, contents: whatever carries blocks inside."""
        yield from self.blocks(node.get("blocks") or [], cell)
        for entry in node.get("entries") or []:
            yield Block(entry.get("text") or "", cell=cell)
        caption = node.get("caption")
        if isinstance(caption, dict):
            yield from self.blocks(caption.get("blocks") or [], cell)
        elif node.get("description"):
            yield Block(node["description"], cell=cell)

    def _table(self, node: Node, outer: str | None) -> Iterator[Block]:
        self._tables += 1
        number = self._tables
        for part in node.get("cells") or []:
            place = f"{number}.{part['row'] + 1}.{part['col'] + 1}"
            yield from self.blocks(part.get("blocks") or [], place)
        caption = node.get("caption_block")
        if caption:
            yield from self.blocks(caption.get("blocks") or [], outer)
        elif node.get("caption"):
            yield Block(node["caption"], cell=outer)


def _list_item(node: Node) -> str:
    """Numbers are left out: rhwp gives ``1.`` for every one, which would be a false text."""
    text = node.get("text") or ""
    return text if node.get("enumerated") else f"{node.get('marker') or ''} {text}".strip()
