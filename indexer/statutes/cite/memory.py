"""What a reader keeps in mind while it reads: the last law and unit named, where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from indexer.statutes.cite.model import CitationKind, Units, Within
from indexer.statutes.cite.names import Names, base
from indexer.statutes.cite.scopes import Place

MOST_DECLARED = 200
"""Short names that one text may declare."""


@dataclass(slots=True)
class Memory:
    """``own`` is the statute the text belongs to, or quotes just now; ``here`` the place in it.

    ``law`` is the law last named, ``act_law`` the last Act (or its decree); ``unit`` the last
    unit, with ``unit_law`` and ``unit_kind``.
    """

    own: str | None = None
    act: str | None = None
    decree: str | None = None
    here: Units = field(default_factory=Units)
    law: str | None = None
    act_law: str | None = None
    unit: Units | None = None
    unit_law: str | None = None
    unit_kind: CitationKind = CitationKind.LAW
    short: dict[str, str] = field(default_factory=dict)
    local: dict[str, str] = field(default_factory=dict)
    implied: Mapping[str, str] = field(default_factory=dict)
    names: Names = field(default_factory=Names)
    near: Names = field(default_factory=Names)
    """Names declared for this article alone."""
    divided: str | None = None
    """The law whose divisions are being listed."""
    table: Place | None = None
    """The annex last named; ``row`` is its item, when that was named last."""
    row: Place | None = None
    outer: Place | None = None
    """The last unit that was not named aside."""
    applied: str | None = None
    """The law whose words are read as others: ``준용한다. 이 경우 제3조 중 "가"는 "나"로``."""

    @classmethod
    def of(cls, within: Within | None, names: Names) -> "Memory":
        """At the beginning of a text that belongs to ``within``, if to any; its laws are spelled
        as in ``names``."""
        if within is None:
            return cls()
        act, decree = (one and names.title(one) for one in (within.act, within.decree))
        here = Units(article=within.article)
        implied = {name: names.title(title) for name, title in within.implied.items()}
        memory = cls(within.title, act, decree, here, implied=implied)
        for name, title in within.declared.items():
            memory.declare(name, names.title(title))
        return memory

    def declare(self, name: str, title: str, here: bool = False) -> None:
        """From here on ``name`` stands for ``title``, to the end of the article if ``here``."""
        if here:
            self.local[name] = title
            if len(name) > 1 and len(self.local) < MOST_DECLARED:
                self.near.add(name, title)
        elif len(self.short) < MOST_DECLARED:
            self.short[name] = title
            if len(name) > 1 and name != "규칙":
                self.names.add(name, title)

    def quote(self, title: str, units: Units) -> None:
        """The text quotes ``title`` from its heading on."""
        own, self.implied = base(title), {}
        self.own, self.here = title, Units(article=units.article)
        self.act = own if own != title else None
        self.decree = f"{own} 시행령" if title.endswith("시행규칙") else None

    def enter(self, article: str) -> None:
        """A new article begins: nothing named before it is near any more."""
        self.here, self.unit, self.law, self.act_law = Units(article=article), None, None, None
        self.local.clear()
        self.near, self.divided, self.outer, self.applied = Names(), None, None, None
        self.table = self.row = None

    def stand(self, level: str, value: str) -> None:
        """The text goes on in another paragraph, item or subitem of the article."""
        below = {"paragraph": ("item", "subitem"), "item": ("subitem",), "subitem": ()}[level]
        self.here = replace(self.here, **{level: value}, **dict.fromkeys(below))

    def remember(self, place: Place, aside: bool) -> None:
        """A unit was named, perhaps ``aside``: in quotation marks or in a bracket after another."""
        self.row = place if place.kind is CitationKind.ANNEX else None
        if place.units.article or place.units.paragraph:
            self.unit, self.unit_law, self.unit_kind = place.units, place.law, place.kind
            self.outer = self.outer if aside else place

    def short_title(self, word: str) -> str | None:
        """The certain law that ``법`` or ``영`` stands for here: as declared, or by level."""
        for declared in (self.local, self.short):
            if word in declared:
                return declared[word]
        if self.own is None:
            return None
        if word == "법":
            return self.act
        if word in ("영", "시행령") and self.decree:
            return self.decree
        return None

    def instead_of(self, law: str | None) -> str | None:
        """The statute that the text belongs to, if ``law`` is its ``법`` or ``영``: an article in a
        list after one of ``law`` may be its own."""
        above = (self.short_title("법"), self.short_title("영"))
        return self.own if law and law in above else None

    def name(self, law: str | None) -> None:
        """A law was named (``None``: one that is not known)."""
        self.law, self.divided = law, None
        if law is None or base(law).endswith(("법", "법률")):
            self.act_law = law

    def same(self, word: str) -> str | None:
        """What ``같은 법``, ``동 시행령`` mean: the law last named that fits."""
        of_act = "".join(word.split()).startswith(("법", "시행"))
        law = self.act_law if of_act and self.act_law else self.law
        return related(law, word) if law else None

    def beside(self, word: str) -> str | None:
        """The law, decree or rule beside the law last named (or quoted)."""
        return self.same(word) or (related(self.own, word) if self.own else None)


def related(law: str, word: str) -> str | None:
    """What ``같은 법``, ``같은 영``, ``동 시행규칙`` mean after ``law``; None for what fits not.

    >>> related("도로법 시행령", "법"), related("도로법", "시행규칙"), related("도로법", "조례")
    ('도로법', '도로법 시행규칙', None)
    """
    word = "".join(word.split()).removeprefix("법률").removeprefix("법") or "법"
    if word == "법":
        return base(law) if base(law).endswith(("법", "법률", "헌법")) else None
    if word in ("시행령", "시행규칙"):
        return f"{base(law)} {word}" if base(law).endswith(("법", "법률")) else None
    if word in ("영", "령"):
        return law if law.endswith(("령", "규정", "영")) else f"{base(law)} 시행령"
    if word == "규칙":
        return law if law.endswith("규칙") else f"{base(law)} 시행규칙"
    return law if law.endswith(word) else None
