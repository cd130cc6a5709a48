"""A saved search as an Atom feed (RFC 4287)."""

from datetime import UTC, datetime, time
from typing import Final
from xml.etree import ElementTree

from records.model import Document
from records.searches import SavedSearch
from search_ui.exports.rows import clean
from search_ui.work.news import News
from search_ui.work.pinning import link_of

ATOM: Final = "http://www.w3.org/2005/Atom"
WINDOW: Final = 5_000
"""Changes of all the records that a feed looks back on."""


def atom(saved: SavedSearch, found: News, home: str) -> bytes:
    """The feed; ``home`` is the app's absolute address, with a slash at its end."""
    ElementTree.register_namespace("", ATOM)
    feed = ElementTree.Element(f"{{{ATOM}}}feed", {"xml:lang": "ko"})
    _add(feed, "id", f"urn:u-council:search:{saved.id}")
    _add(feed, "title", f"{saved.name} · u-council")
    _add(feed, "updated", _moment(saved, found.papers[0] if found.papers else None))
    _link(feed, f"{home}work/feed?token={saved.token}", rel="self")
    _link(feed, f"{home}?{saved.address}")
    _add(ElementTree.SubElement(feed, f"{{{ATOM}}}author"), "name", "u-council")
    for paper in found.papers:
        entry = ElementTree.SubElement(feed, f"{{{ATOM}}}entry")
        _add(entry, "id", f"urn:u-council:{paper.id}:{paper.revision}")
        _add(entry, "title", paper.title)
        _add(entry, "updated", _moment(saved, paper))
        _link(entry, home + link_of(paper.id).removeprefix("./"))
        _add(entry, "summary", summary(paper))
    return bytes(ElementTree.tostring(feed, "utf-8", xml_declaration=True))


def summary(paper: Document) -> str:
    """What identifies a paper beside its title, on one line."""
    day = paper.date.isoformat() if paper.date else ""
    parts = (paper.kind.korean, day, paper.number, paper.committee, paper.agency)
    return " · ".join(part for part in parts if part)


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, f"{{{ATOM}}}{name}").text = clean(text)


def _link(parent: ElementTree.Element, href: str, rel: str = "alternate") -> None:
    ElementTree.SubElement(parent, f"{{{ATOM}}}link", {"rel": rel, "href": href})


def _moment(saved: SavedSearch, paper: Document | None) -> str:
    """The day of a paper as an instant; records keep no instant of their own."""
    if paper is None or paper.date is None:
        return saved.made.astimezone(UTC).isoformat(timespec="seconds")
    return datetime.combine(paper.date, time(), UTC).isoformat()
