"""The citation card: a place in a paper in words that can be checked years on."""

from collections.abc import Mapping
from dataclasses import dataclass

from records.model import Document
from records.pins import Pin
from search_ui.cards import kind_name
from search_ui.desk import Desk
from search_ui.laws import is_law, versions
from search_ui.work.pinning import address_of


@dataclass(frozen=True, slots=True)
class Citation:
    """The card's lines. ``version`` is the article's version of a law, empty elsewhere; ``href``
    is relative to the app."""

    title: str
    facts: str
    place: str
    version: str
    revision: str
    sha256: str
    href: str

    @property
    def text(self) -> str:
        """The card as text, without its address, which depends on how the app is reached."""
        head = ", ".join(part for part in (self.title, self.facts, self.place) if part)
        rows = (head, self.version, self.revision, self.sha256)
        return "\n".join(row for row in rows if row)


def citation(desk: Desk, document: Document, pin: Pin) -> Citation:
    """The card of ``pin`` in ``document`` as it was read."""
    facts = (
        kind_name(document.kind.value),
        document.date.isoformat() if document.date and not is_law(document) else "",
        number_of(document),
    )
    hashed = "원본" if document.attachments else "글"
    return Citation(
        title=f"「{document.title}」" if is_law(document) else document.title,
        facts=", ".join(fact for fact in facts if fact),
        place=place_name(pin),
        version=version_of(desk, document, pin),
        revision=f"u-council {document.id}, {pin.revision}판",
        sha256=f"{hashed} SHA-256 {pin.sha256}" if pin.sha256 else "",
        href=address_of(pin),
    )


def place_name(pin: Pin) -> str:
    """The place in words: 제5조, 3쪽, or nothing for the whole."""
    return pin.article or (f"{pin.page}쪽" if pin.page else "")


def number_of(document: Document) -> str:
    """The paper's number as people write it."""
    number = document.number or ""
    return f"제{number}호" if number.isdecimal() else number


def version_of(desk: Desk, document: Document, pin: Pin) -> str:
    """Of a law the version read: its days in force and its number."""
    if not is_law(document) or pin.day is None:
        return ""
    found: list[Mapping[str, str]] = [
        one for one in versions(desk.records, document, pin.day) if one["shown"]
    ]
    return f"시행 {found[0]['label']} ({found[0]['about']})" if found else ""
