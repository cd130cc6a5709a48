"""From a place that someone reads to a pin, and from a pin back to what was read."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from urllib.parse import urlencode

from records.errors import UCouncilError
from records.model import Document
from records.pins import Pin
from records.timeline import today
from search_ui.desk import Desk
from search_ui.laws import is_law, versions
from search_ui.work.orders import Order, day, number, word, words

Read = Callable[[str, date | None], Document]
"""Reads a document by id, as the law stood on a day, as the desk's viewer."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A pin with the document as it was then. ``changed`` says that the paper reads otherwise
    today; ``now`` is its revision today."""

    pin: Pin
    document: Document
    now: int
    changed: bool


def read_at(desk: Desk, document_id: str, revision: int | None, on: date | None) -> Document:
    """The document, as ``revision`` had it where that is kept, else as it is now.

    Raises `UnknownDocument` as records do.
    """
    document = desk.records.read(document_id, desk.viewer, as_of=on)
    if revision is None or revision == document.revision or is_law(document):
        return document
    try:
        return desk.records.read_revision(document_id, revision, desk.viewer)
    except UCouncilError:
        return document


def pin_of(desk: Desk, order: Order) -> Pin:
    """The pin for a place that the viewer reads; its text is kept from now on."""
    document_id, on = word(order, "document"), day(order, "day")
    document = read_at(desk, document_id, number(order, "rev"), on)
    desk.records.keep_revision(document_id, desk.viewer)
    return place_of(desk, document, number(order, "page"), words(order, "article") or None, on)


def place_of(
    desk: Desk, document: Document, page: int | None, article: str | None, on: date | None
) -> Pin:
    """The pin of a place in ``document``; a law's carries the first day of the version read."""
    if is_law(document):
        shown = [one for one in versions(desk.records, document, on or today()) if one["shown"]]
        on = date.fromisoformat(shown[0]["day"]) if shown else on
    else:
        on = None
    bare = Pin(document.id, document.revision, None, page, article, on)
    return Pin(document.id, document.revision, _sha256(document, bare), page, article, on)


def remembering(desk: Desk) -> Read:
    """Reads each document but once, for as long as one answer is made."""
    return cache(lambda name, on: desk.records.read(name, desk.viewer, as_of=on))


def kept(desk: Desk, pin: Pin, read: Read) -> Kept | None:
    """What ``pin`` holds; None when the viewer may not read it, or not any more."""
    try:
        now = read(pin.document, None)
        document = read(pin.document, pin.day) if is_law(now) else _then(desk, pin, now)
    except UCouncilError:
        return None
    changed = text_at(now, pin) != text_at(document, pin)
    if not is_law(document) and pin.revision not in (document.revision, now.revision):
        changed = True  # that revision was not kept
    return Kept(pin, document, now.revision, changed)


def _then(desk: Desk, pin: Pin, now: Document) -> Document:
    """The paper at the pinned revision where that is kept, else as it is ``now``."""
    if pin.revision == now.revision:
        return now
    try:
        return desk.records.read_revision(pin.document, pin.revision, desk.viewer)
    except UCouncilError:
        return now


def text_at(document: Document, pin: Pin) -> str:
    """The text of the pinned article, or page, or of the whole.

    >>> from records.model import Kind, Passage
    >>> pages = (Passage(0, "첫째", page=1), Passage(1, "둘째", page=2))
    >>> text_at(Document("a:1", Kind.REPORT, "보고", passages=pages), Pin("a:1", 1, page=2))
    '둘째'
    """
    passages = document.passages
    if pin.article:
        own = [one for one in passages if one.article == pin.article]
        return "\n".join(one.text for one in own)
    if pin.page:
        own = [one for one in passages if one.page == pin.page]
        if own:
            return "\n".join(one.text for one in own)
    return document.text


def address_of(pin: Pin) -> str:
    """The reader's address of ``pin``, which shows that revision years on.

    >>> address_of(Pin("a:1", 7, page=3))
    './reader?doc=a%3A1&rev=7&page=3'
    """
    at = {"rev": pin.revision, "page": pin.page, "article": pin.article, "day": pin.day}
    given = {name: str(value) for name, value in at.items() if value is not None}
    return f"./reader?{urlencode({'doc': pin.document, **given})}"


def link_of(document_id: str) -> str:
    """The reader's address of a document as it is now."""
    return f"./reader?{urlencode({'doc': document_id})}"


def bar(shown: Mapping[str, Any], revision: int | None, on: date | None) -> dict[str, Any]:
    """What stands over the paper that the reader has ``shown``: its place to collect and to cite,
    and the way to the present text where an earlier ``revision`` was asked for."""
    place = {
        "document": shown["document"],
        "rev": revision,
        "page": shown["leaf"] if shown["leafName"] == "쪽" else None,
        "article": shown["article"],
        "day": on.isoformat() if on else None,
    }
    now = link_of(shown["document"]) if revision is not None else None
    return {"place": place, "title": shown["title"], "now": now}


def note_on(desk: Desk, document: Document, revision: int | None) -> tuple[str, ...]:
    """What the reader must be told where ``revision`` was asked for and ``document`` is shown."""
    if revision is None or is_law(document):
        return ()
    now = desk.records.heads([document.id])[document.id].revision
    if document.revision == now:
        lost = f"{revision}판의 글은 남아 있지 않아 지금({now}판)의 글을 보입니다."
        return () if revision == now else (lost,)
    return (f"인용하거나 담은 때({document.revision}판)의 글입니다. 지금은 {now}판입니다.",)


def _sha256(document: Document, pin: Pin) -> str:
    """Of the first original; of the text where there is none."""
    if document.attachments:
        return document.attachments[0].sha256
    return hashlib.sha256(text_at(document, pin).encode("utf-8", "surrogatepass")).hexdigest()
