"""HWP and HWPX pages through rhwp's SVG, made safe to show."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from indexer.extract.layout.letters import find
from indexer.extract.layout.svg import parse, sanitise, size
from indexer.extract.native import parse_hwp
from records.errors import Broken

_ABOVE, _BELOW = 0.85, 0.2
_TEXT = "{http://www.w3.org/2000/svg}text"


@dataclass(frozen=True, slots=True)
class _Placed:
    letter: str
    x: float
    y: float
    width: float
    size: float


def count(content: bytes) -> int:
    """How many pages rhwp lays out."""
    pages: int = parse_hwp(content).page_count
    return pages


def draw(content: bytes, page: int, width: int) -> bytes:
    """One page as SVG without anything that acts or loads, ``width`` pixels wide."""
    return sanitise(_svg(content, page), width)


def boxes(content: bytes, page: int, needles: list[str]) -> list[tuple[float, float, float, float]]:
    """The boxes of the needles, one a line of text that they touch."""
    root = parse(_svg(content, page))
    across, down = size(root)
    placed = list(_placed(root))
    return [
        (x0 / across, y0 / down, x1 / across, y1 / down)
        for first, last in find([one.letter for one in placed], needles)
        for x0, y0, x1, y1 in _lines(placed[first : last + 1])
    ]


def _svg(content: bytes, page: int) -> str:
    document = parse_hwp(content)
    if not 1 <= page <= document.page_count:
        raise Broken(f"{page}쪽이 없음: 모두 {document.page_count}쪽")
    svg: str = document.render_svg(page - 1)
    return svg


def _placed(root: etree._Element) -> Iterator[_Placed]:
    """rhwp writes a text node a letter; a longer one is spread evenly."""
    for node in root.iter(_TEXT):
        text = node.text or ""
        big = _number(node, "font-size", 10.0)
        wide = _number(node, "textLength", big * len(text) or 1.0) / max(len(text), 1)
        x, y = _number(node, "x", 0.0), _number(node, "y", 0.0)
        for at, letter in enumerate(text):
            yield _Placed(letter, x + at * wide, y, wide, big)


def _lines(letters: list[_Placed]) -> Iterator[tuple[float, float, float, float]]:
    for y, group in groupby(letters, key=lambda one: round(one.y)):
        line = list(group)
        big = max(one.size for one in line)
        right = max(one.x + one.width for one in line)
        yield min(one.x for one in line), y - big * _ABOVE, right, y + big * _BELOW


def _number(node: etree._Element, name: str, default: float) -> float:
    try:
        return float(node.get(name, default))
    except ValueError:
        return default
