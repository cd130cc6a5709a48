"""Pages to be read offline, built as trees, so that no text can become markup.

>>> page("가<b>", [tag("p", "1 < 2")]).partition(b"<body>")[2]
b'<main><h1>\\xea\\xb0\\x80&lt;b&gt;</h1><p>1 &lt; 2</p></main></body></html>'
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote
from xml.etree.ElementTree import Element, tostring

from search_ui.exports.rows import clean

STYLE: Final = Path(__file__).with_name("bundle.css").read_text(encoding="utf-8")
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"

Part = Element | str


def tag(name: str, /, *parts: Part, **attributes: str) -> Element:
    """An element; ``class_`` is its class. Texts lose code points that no page takes."""
    made = Element(name, {key.rstrip("_"): clean(value) for key, value in attributes.items()})
    last: Element | None = None
    for part in parts:
        if isinstance(part, Element):
            made.append(part)
            last = part
        elif last is None:
            made.text = (made.text or "") + clean(part)
        else:
            last.tail = (last.tail or "") + clean(part)
    return made


def link(path: str, text: str) -> Element:
    """A link to a file of the bundle."""
    return tag("a", text, href=quote(path))


def listed(rows: Iterable[Sequence[Part]], kind: str = "ul") -> Element:
    """A list of lines."""
    return tag(kind, *(tag("li", *row) for row in rows))


def page(title: str, parts: Iterable[Part], back: str | None = None) -> bytes:
    """A whole page in UTF-8, without scripts and without the network."""
    policy: dict[str, Any] = {"http-equiv": "Content-Security-Policy", "content": _POLICY}
    head = tag("head", tag("meta", charset="utf-8"), Element("meta", policy))
    head.append(tag("meta", name="viewport", content="width=device-width"))
    head.append(tag("title", title))
    head.append(tag("style", STYLE))
    way = [tag("p", link(back, "← 회의 꾸러미 처음"), class_="soft")] if back else []
    main = tag("main", *way, tag("h1", title), *parts)
    whole = tag("html", head, tag("body", main), lang="ko")
    written: bytes = tostring(whole, "utf-8", method="html")
    return b"<!doctype html>\n" + written
