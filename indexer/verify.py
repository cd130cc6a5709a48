"""Proof that an index holds what the records hold, document by document."""

from collections.abc import Mapping
from dataclasses import dataclass

from indexer.engines.seam import Engine
from records.store import Records


@dataclass(frozen=True, slots=True)
class Report:
    """Ids of documents that the index lacks, has in another revision, or must not have; and
    ``counts`` of ``documents`` to be served, and of ``indexed`` documents, ``units`` and
    ``passages`` in the index."""

    missing: tuple[str, ...]
    stale: tuple[str, ...]
    extra: tuple[str, ...]
    counts: Mapping[str, int]

    @property
    def sound(self) -> bool:
        """Whether the index holds exactly what the records say."""
        return not (self.missing or self.stale or self.extra)

    @property
    def sentence(self) -> str:
        """The report for people."""
        counts = self.counts
        held = f"문서 {counts['documents']:,}건, 구절 {counts['passages']:,}개"
        if self.sound:
            return f"기록과 색인이 같습니다: {held}"
        wrong = f"빠짐 {len(self.missing)} · 낡음 {len(self.stale)} · 남음 {len(self.extra)}"
        return f"기록과 색인이 다릅니다: {wrong} ({held})"

    def as_json(self) -> dict[str, object]:
        """The report as the command line prints it."""
        return {
            "sound": self.sound,
            "missing": list(self.missing),
            "stale": list(self.stale),
            "extra": list(self.extra),
            "counts": dict(self.counts),
        }


def verify(records: Records, engine: Engine) -> Report:
    """Compare every document of ``records`` with its state in ``engine``."""
    indexed = {row[0]: row[1:] for row in engine.revisions()}
    present = {name for name, (_, units, passages) in indexed.items() if units or passages}
    served = {name: revision for name, revision, servable in records.revisions() if servable}
    return Report(
        missing=tuple(sorted(name for name in served if not _units(indexed, name))),
        stale=tuple(sorted(n for n in served.keys() & present if indexed[n][0] != served[n])),
        extra=tuple(sorted(present - served.keys())),
        counts={
            "documents": len(served),
            "indexed": len(present),
            "units": sum(units for _, units, _ in indexed.values()),
            "passages": sum(passages for _, _, passages in indexed.values()),
        },
    )


def _units(indexed: Mapping[str, tuple[int, ...]], name: str) -> int:
    """Units of a document in the index; every document that is served has one or more."""
    return indexed[name][1] if name in indexed else 0
