"""What the desk may be given to watch laws: which citing texts an amendment left behind.

The tool itself lives where statutes are understood; `ucouncil serve` puts it on the desk.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from records.model import Kind
from records.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Citing:
    """Where an article is cited. ``written`` is the day since which the citing text is in force,
    or a pending bill's own day; ``role`` is cites, delegated or amends. ``text`` stands at
    ``start``:``end`` of the citing article (of the bill); a delegation that only its source
    tells of has neither."""

    document: str
    title: str
    kind: Kind
    article: str | None
    written: datetime.date
    role: str
    text: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Step:
    """What happened on ``day`` to ``article``, which is ``now`` from then on (None: gone)."""

    day: datetime.date
    change: str
    article: str
    now: str | None


@dataclass(frozen=True, slots=True)
class Alert:
    """``article`` of ``law`` (a document id) is no longer what it was when it was cited.

    ``change`` is changed, deleted, moved or renumbered, all ``steps`` taken together; ``since``
    is the day of the first of them, ``last`` of the last; ``upcoming`` when none of them is in
    force yet. ``foreseen`` says that the citing text was written when the amendment had been
    promulgated, and may mean the article as it was going to be.
    """

    law: str
    name: str
    article: str
    change: str
    now: str | None
    since: datetime.date
    last: datetime.date
    upcoming: bool
    before: str
    after: str
    steps: tuple[Step, ...]
    citing: Citing
    foreseen: bool = False


@dataclass(frozen=True, slots=True)
class Repair:
    """A citation that leads nowhere today, or elsewhere. ``problem`` is deleted, renumbered,
    repealed or absent; ``proposed`` the number the article has now, where that is certain."""

    law: str
    name: str
    article: str | None
    problem: str
    proposed: str | None
    since: datetime.date | None
    evidence: str
    before: str
    after: str
    citing: Citing


class Watch(Protocol):
    """Looks which texts in force, and which pending bills, rest on articles that changed."""

    def alerts(
        self, law: str | None, since: datetime.date | None, viewer: Viewer, /
    ) -> Sequence[Alert]:
        """Of one law (document id) or all; of changes that take effect from ``since`` on. What
        ``viewer`` may not read is left out."""

    def repairs(self, law: str | None, viewer: Viewer, /) -> Sequence[Repair]:
        """Citations to be repaired today."""
