"""SVG from strangers: only what draws, from nowhere but the file itself."""

import re

from lxml import etree

from records.errors import Broken

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_ELEMENTS = frozenset(
    _NAMESPACE + name
    for name in (
        *("svg", "g", "defs", "clipPath", "mask", "pattern", "marker", "symbol", "use"),
        *("rect", "line", "circle", "ellipse", "path", "polygon", "polyline", "image"),
        *("text", "tspan", "linearGradient", "radialGradient", "stop", "filter"),
        *("feGaussianBlur", "feOffset", "feMerge", "feMergeNode", "feColorMatrix", "feFlood"),
        *("feComposite", "feBlend", "feDropShadow"),
    )
)
_LINKS = frozenset(("href", _XLINK))
_OWN = re.compile(r"#[\w.-]+")
_PICTURE = re.compile(r"data:image/(png|jpeg|jpg|gif|bmp|webp);base64,[A-Za-z0-9+/=\s]*")
_ATTRIBUTE = re.compile(r"(?!on|style$)[a-z][A-Za-z0-9-]*")
_REFERENCE = re.compile(r"url\(\s*['\"]?(?!#)|expression|javascript:|@import", re.I)
_FONT = "font-family"
_FALLBACK = "'NanumGothic', sans-serif"


def parse(svg: str) -> etree._Element:
    """The root of an SVG. Raises `Broken`."""
    # The whole picture of a page may be one attribute of more than libxml2's usual 10 MB.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True
    )
    try:
        return etree.fromstring(svg.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise Broken(f"쪽 그림을 읽을 수 없음: {error.msg}") from error


def size(root: etree._Element) -> tuple[float, float]:
    """Width and height of the drawing, from its ``viewBox``."""
    numbers = [float(part) for part in (root.get("viewBox") or "").split()]
    if len(numbers) != 4 or numbers[2] <= 0 or numbers[3] <= 0:
        raise Broken("쪽 그림에 크기가 없음")
    return numbers[2], numbers[3]


def sanitise(svg: str, width: int) -> bytes:
    """``svg`` with allowed elements and attributes only, ``width`` pixels wide, its fonts
    falling back to NanumGothic. Scripts, styles, foreign objects, links to elsewhere and
    pictures that are programs (SVG in SVG) are dropped."""
    root = parse(svg)
    across, down = size(root)
    for element in list(root.iter()):
        if element.tag not in _ELEMENTS:
            _drop(element)
            continue
        _clean_attributes(element)
    root.set("width", str(width))
    root.set("height", str(round(width * down / across)))
    return etree.tostring(root, encoding="utf-8")


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        raise Broken("쪽 그림이 SVG가 아님")
    parent.remove(element)


def _clean_attributes(element: etree._Element) -> None:
    for name, value in list(element.attrib.items()):
        if not _is_allowed(str(name), str(value)):
            del element.attrib[name]
    family = element.get(_FONT)
    if family:
        first = family.split(",")[0].strip().strip("'\"")
        element.set(_FONT, f"'{first}', {_FALLBACK}")


def _is_allowed(name: str, value: str) -> bool:
    if name in _LINKS:
        return bool(_OWN.fullmatch(value) or _PICTURE.fullmatch(value))
    return bool(_ATTRIBUTE.fullmatch(name)) and not _REFERENCE.search(value)
