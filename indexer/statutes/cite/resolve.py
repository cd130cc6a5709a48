"""From what a citation says to the law, the version and the article that it means, or why not.

A target is given only when it is certain: one law of that title, in force on the day, with the
article. Everything else stays unresolved with its reason.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Protocol

from indexer.statutes.cite.model import Citation, CitationKind, Units, Unresolved
from indexer.statutes.likeness import is_stub
from records.model import Version
from records.names import fold

_SIGN: Final = re.compile("[①-⑳㉑-㉟㊱-㊿]")


@dataclass(frozen=True, slots=True)
class Target:
    """A law as it was on the day asked about. ``articles`` are those that were not deleted, with
    the number of their paragraphs (0 when they are not numbered); None when the text of that
    day is not held, but the law is. ``document`` is its id in the records, ``deleted`` are the
    articles of which only the number is left."""

    law_id: str
    mst: str | None
    articles: Mapping[str, int] | None
    document: str | None = None
    deleted: frozenset[str] = frozenset()

    def has(self, units: Units) -> bool:
        """Whether the text has the article and the paragraph of ``units``."""
        count = (self.articles or {}).get(units.article or "")
        return count is not None and int(units.paragraph or 1) <= max(count, 1)


class Laws(Protocol):
    """Where laws are looked up."""

    def find(self, title: str, day: date | None) -> Target | Unresolved:
        """The one law of that title on ``day``, or why there is none."""
        ...


def target_of(law_id: str, version: Version, document: str | None = None) -> Target:
    """``version`` as a target: its articles without those deleted."""
    alive = {
        one.key: len(set(_SIGN.findall(one.text))) for one in version.articles if not is_stub(one)
    }
    gone = frozenset(one.key for one in version.articles) - alive.keys()
    return Target(law_id, version.mst, alive, document, gone)


def resolve(found: Iterable[Citation], laws: Laws, day: date | None = None) -> list[Citation]:
    """``found`` with ids of laws and versions where they are certain, reasons elsewhere."""
    return [_resolved(_meant(citation, laws, day), laws, day) for citation in found]


def _meant(citation: Citation, laws: Laws, day: date | None) -> Citation:
    """``법 제17조제3항 또는 제20조제2항`` where the Act has no 제20조제2항, but the statute that
    says so has one: its own is meant."""
    if citation.otherwise in (None, citation.law):
        return citation
    target, own = (laws.find(title or "", day) for title in (citation.law, citation.otherwise))
    if isinstance(target, Unresolved) or isinstance(own, Unresolved) or not target.articles:
        return citation
    known = citation.units.article in target.deleted
    lost = not known and not target.has(citation.units) and own.has(citation.units)
    return replace(citation, law=citation.otherwise) if lost else citation


def _resolved(citation: Citation, laws: Laws, day: date | None) -> Citation:
    if citation.law is None or citation.kind is CitationKind.DRAFT:
        return citation
    target = laws.find(citation.law, day)
    if isinstance(target, Unresolved):
        return replace(citation, reason=target)
    units = (citation.units, citation.to) if citation.to else (citation.units,)
    asked = [unit.article for unit in units if unit.article]
    known = target.articles if citation.kind is not CitationKind.ADDENDA else None
    if known is not None and any(article not in known for article in asked):
        return replace(citation, reason=Unresolved.NO_SUCH_ARTICLE)
    return replace(
        citation,
        law_id=target.law_id,
        mst=target.mst,
        document=target.document,
        resolved=True,
        reason=None,
    )


class OwnFirst:
    """``laws`` as the text of the statute ``own`` means them: its title is itself, also where a
    newer law bears the same."""

    def __init__(self, laws: Laws, own: Version, document: str | None = None) -> None:
        self._laws, self._title = laws, fold(own.name)
        self._own = target_of(own.law_id, own, document)

    def find(self, title: str, day: date | None) -> Target | Unresolved:
        """The statute itself by its title, any other as `Laws` finds it."""
        return self._own if fold(title) == self._title else self._laws.find(title, day)


class HeldLaws:
    """Versions at hand, by title. With ``dated`` false their texts are of another day than the
    papers': then a law is known, its version and articles are not."""

    def __init__(self, versions: Iterable[Version], dated: bool = True) -> None:
        self._dated = dated
        self._targets: dict[tuple[str, str], Target] = {}
        self._known: dict[str, list[Version]] = {}
        for version in versions:
            self._known.setdefault(fold(version.name), []).append(version)

    def find(self, title: str, day: date | None) -> Target | Unresolved:
        """The newest law of that title: a title is given anew only when its bearer is gone."""
        versions = self._known.get(fold(title), [])
        if not versions:
            return Unresolved.NOT_HELD
        newest = max(versions, key=lambda version: version.effective)
        laws = {one.law_id for one in versions if one.effective == newest.effective}
        if len(laws) > 1:
            return Unresolved.AMBIGUOUS
        if not self._dated:
            return Target(newest.law_id, None, None)
        key = (newest.law_id, newest.mst)
        if key not in self._targets:
            self._targets[key] = target_of(newest.law_id, newest)
        return self._targets[key]
