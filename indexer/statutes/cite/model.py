"""What a citation is, and what the reader of a text may know beforehand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class CitationKind(StrEnum):
    """What is cited. ``DRAFT`` is an article of a bill's own draft, never the law in force."""

    LAW = "law"
    DRAFT = "draft"
    ANNEX = "annex"
    FORM = "form"
    ADDENDA = "addenda"


class Unresolved(StrEnum):
    """Why a citation leads nowhere; `korean` is shown."""

    DRAFT = "draft"
    NOT_HELD = "not held"
    NO_SUCH_ARTICLE = "no such article"
    NO_ANTECEDENT = "no antecedent"
    AMBIGUOUS = "ambiguous"
    NOT_IN_FORCE = "not in force"

    @property
    def korean(self) -> str:
        return _KOREAN[self]


_KOREAN = {
    Unresolved.DRAFT: "개정안의 조문",
    Unresolved.NOT_HELD: "기록에 없는 법령",
    Unresolved.NO_SUCH_ARTICLE: "그날 시행 중인 글에 없는 조문",
    Unresolved.NO_ANTECEDENT: "어느 법인지 글에 없음",
    Unresolved.AMBIGUOUS: "이름이 같은 법령이 여럿",
    Unresolved.NOT_IN_FORCE: "그날 시행 중이 아닌 법령",
}


@dataclass(frozen=True, slots=True)
class Units:
    """A place in a law, as far down as it is said: ``제5조의2`` · ``1`` · ``3의2`` · ``가``."""

    article: str | None = None
    paragraph: str | None = None
    item: str | None = None
    subitem: str | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """``text`` stands at ``start``:``end`` (code points) of what was read.

    ``to`` is the last unit of a range. ``number`` is that of an annex, a form, or the
    promulgation whose addenda are cited. ``law`` is the title as the text means it,
    ``document`` its id in the records. ``otherwise`` is the statute that the text belongs to, when
    a list only left ``law`` to be understood: it is meant where ``law`` has no such place.
    """

    text: str
    start: int
    end: int
    kind: CitationKind
    law: str | None
    units: Units = Units()
    to: Units | None = None
    number: str | None = None
    law_id: str | None = None
    mst: str | None = None
    document: str | None = None
    resolved: bool = False
    reason: Unresolved | None = None
    otherwise: str | None = None

    def as_json(self) -> dict[str, object]:
        """The line that ``ucouncil cite`` prints."""
        units, to = self.units, self.to or Units()
        return {
            "text": self.text,
            "start": self.start,
            "end": self.end,
            "kind": self.kind.value,
            "law": self.law,
            "law_id": self.law_id,
            "mst": self.mst,
            "article": units.article,
            "paragraph": units.paragraph,
            "item": units.item,
            "subitem": units.subitem,
            "part": units.part,
            "article_to": to.article,
            "paragraph_to": to.paragraph,
            "item_to": to.item,
            "subitem_to": to.subitem,
            "number": self.number,
            "resolved": self.resolved,
            "reason": self.reason.value if self.reason else None,
        }


@dataclass(frozen=True, slots=True)
class Within:
    """The statute that a text belongs to: its title, the Act and the decree above it, the short
    names it declares, those that it leaves to be understood (``법``, ``영`` before a unit), and the
    article the text begins in."""

    title: str
    act: str | None = None
    decree: str | None = None
    declared: Mapping[str, str] = field(default_factory=dict)
    article: str | None = None
    implied: Mapping[str, str] = field(default_factory=dict)
