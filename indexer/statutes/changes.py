"""What differs between two versions of a law: values only, made by `compare`."""

from dataclasses import dataclass, field
from enum import StrEnum

from records.model import Article, Version


class ChangeKind(StrEnum):
    """What happened to an article; the value is in JSON, `korean` is shown."""

    ADDED = "added"
    DELETED = "deleted"
    CHANGED = "changed"
    MOVED = "moved"
    RENUMBERED = "renumbered"

    @property
    def korean(self) -> str:
        return _KOREAN[self]


_KOREAN = {
    ChangeKind.ADDED: "신설",
    ChangeKind.DELETED: "삭제",
    ChangeKind.CHANGED: "개정",
    ChangeKind.MOVED: "자리 이동",
    ChangeKind.RENUMBERED: "조 이동",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One article that is not what it was.

    ``old`` and ``new`` are the article in each version, None where it has none. ``old_place``
    counts the articles before it in the old version. ``place`` is its place in the new version
    when it does not simply stay where it stood among its neighbours.
    """

    kind: ChangeKind
    old: Article | None
    new: Article | None
    old_place: int | None = None
    place: int | None = None

    @property
    def article(self) -> str:
        """The name to look it up by: the new one, or the old one of what is gone."""
        known = self.new or self.old
        return known.key if known else ""

    @property
    def before(self) -> str:
        return self.old.text if self.old else ""

    @property
    def after(self) -> str:
        return self.new.text if self.new else ""

    def as_json(self) -> dict[str, str]:
        """``{"article", "change", "before", "after"}``; a text that is not there is empty."""
        texts = {"before": self.before, "after": self.after}
        return {"article": self.article, "change": self.kind.value, **texts}


@dataclass(frozen=True, slots=True)
class PartChange:
    """A part outside the articles that differs: 제명, 전문, 편제, 부칙 or 별표."""

    part: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs from ``before`` to ``after``: `apply` turns one into the other."""

    before: Version = field(repr=False)
    after: Version = field(repr=False)
    changes: tuple[Change, ...] = ()
    parts: tuple[PartChange, ...] = ()
    outline: tuple[tuple[int, str], ...] | None = None
    """The headings of the new version with their places, where they differ."""
