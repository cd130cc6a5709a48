"""A collection as rows: what every file of it says of each item. Only what the viewer may read."""

import re
from dataclasses import dataclass
from typing import Final

from records.collections import Collection, Item
from records.model import Attachment
from search_ui.cards import kind_name
from search_ui.desk import Desk
from search_ui.work.citation import citation, number_of, place_name, version_of
from search_ui.work.collecting import GONE, state
from search_ui.work.pinning import Read, kept, remembering, text_at

LONGEST: Final = 4_000
"""Letters of an item's text in a file; the bundle has the original."""
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Row:
    """One item. ``whole`` is the text without a limit, ``link`` the absolute address that shows
    the revision collected."""

    n: int
    title: str
    kind: str = ""
    day: str = ""
    number: str = ""
    place: str = ""
    version: str = ""
    revision: int = 0
    sha256: str = ""
    state: str = ""
    note: str = ""
    link: str = ""
    card: str = ""
    whole: str = ""
    attachments: tuple[Attachment, ...] = ()

    @property
    def text(self) -> str:
        """The text, cut where it is long."""
        return clean(self.whole[:LONGEST] + (" …(줄임)" if len(self.whole) > LONGEST else ""))


@dataclass(frozen=True, slots=True)
class Sheaf:
    """A collection with its rows; ``made`` is when, in words."""

    name: str
    made: str
    rows: tuple[Row, ...]


def sheaf(desk: Desk, one: Collection, home: str, made: str) -> Sheaf:
    """The rows of a collection for the desk's viewer; ``home`` is the app's absolute address."""
    read = remembering(desk)
    rows = tuple(_row(desk, read, n, item, home) for n, item in enumerate(one.items, 1))
    return Sheaf(clean(one.name), made, rows)


def _row(desk: Desk, read: Read, n: int, item: Item, home: str) -> Row:
    found = kept(desk, item.pin, read)
    if found is None:
        return Row(n, GONE, note=clean(item.note))
    document, pin = found.document, item.pin
    version = version_of(desk, document, pin)
    card = citation(desk, document, pin)
    link = home + card.href.removeprefix("./")
    return Row(
        n,
        title=clean(document.title),
        kind=kind_name(document.kind.value),
        day=document.date.isoformat() if document.date and not version else "",
        number=clean(number_of(document)),
        place=clean(place_name(pin)),
        version=clean(version),
        revision=pin.revision,
        sha256=pin.sha256 or "",
        state=state(found),
        note=clean(item.note),
        link=link,
        card=clean(f"{card.text}\n{link}"),
        whole=text_at(document, pin),
        attachments=document.attachments,
    )


def clean(text: str) -> str:
    """``text`` without code points that no file format takes.

    >>> clean("가\\x0b나")
    '가�나'
    """
    return _CONTROL.sub("\ufffd", text)
