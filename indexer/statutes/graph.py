"""The graph: which article a paper cites, a bill amends, a decree or an ordinance carries out.

Computed from the records and kept there as relations; brought up to date by revision, like an
index. A citation of a law that is not held is kept as a mention of its name, so that the paper
is read again when the law arrives; so is every paper that rests on a law that changed. What the
texts tell is read in `relating`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Final

from indexer.statutes.relating import Relating
from indexer.statutes.rests import MISSING, NAMED, missing_id, name_id
from records.changes import Change
from records.model import Relation, RelationKind
from records.store import Records

_KINDS: Final = frozenset(
    {
        RelationKind.CITES,
        RelationKind.CITED,
        RelationKind.AMENDS,
        RelationKind.DELEGATES,
        RelationKind.MENTIONS,
    }
)
_BATCH: Final = 200

Progress = Callable[[int, int | None, str], None]


def is_told(relation: Relation) -> bool:
    """Whether a text told ``relation``, so that it is replaced when the text is read anew. What a
    source itself says (위임 of 법제처, papers sent together) has no place in a text and stays.
    """
    if relation.kind not in _KINDS:
        return False
    placed = relation.start is not None or relation.kind is RelationKind.AMENDS
    return placed or relation.target.startswith((NAMED, MISSING))


class Graph:
    """Keeps the relations of ``records`` up to date."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._relating = Relating(records)

    def update(self, progress: Progress | None = None) -> int:
        """Read every paper that is new, changed, or rests on a law that changed; return how
        many that were. A paper whose relations changed after it was indexed gets a new revision.
        """
        self._relating = Relating(self._records)  # the laws may have changed since the last time
        start, end = self._records.graph_revision(), self._records.last_revision()
        done = 0
        for batch in _batches(self._changes(start, end), _BATCH):
            self._read({one.document_id: one.withdrawn for one in batch})
            done += len(batch)
            if progress:
                progress(batch[-1].revision - start, end - start, "인용")
        again = sorted(self._resting_on_changed(start, end))
        known = self._records.documents(again).keys()
        changed = self._read({one: one not in known for one in again})
        self._records.touch(sorted(changed & known))
        self._records.set_graph_revision(end)
        return done + len(again)

    def _changes(self, after: int, end: int) -> Iterator[Change]:
        while changes := self._records.changes(after, _BATCH):
            after = changes[-1].revision
            yield from (change for change in changes if change.revision <= end)

    def _resting_on_changed(self, start: int, end: int) -> set[str]:
        """Papers read before that cite, or name, a law that came or changed since."""
        if start == 0:  # nothing was read before
            return set()
        changes = list(self._changes(start, end))
        asked = (one for change in changes if change.statute for one in self._known_as(change))
        return set(self._records.naming(asked)) - {one.document_id for one in changes}

    def _known_as(self, change: Change) -> Iterator[str]:
        """What a relation to the law may be to: itself, articles it lacks, its names."""
        law = change.document_id
        yield from (law, missing_id(law, None))
        if not change.withdrawn:
            versions = self._records.statute(law, texts=False).versions
            yield from sorted({name_id(version.name) for version in versions})

    def _read(self, papers: Mapping[str, bool]) -> frozenset[str]:
        """Read papers (id → whether it is gone); return those whose relations changed."""
        read = self._relating.of
        found = {one: [] if gone else list(read(one)) for one, gone in papers.items()}
        return self._records.replace_relations(found, is_told)


def _batches(changes: Iterable[Change], size: int) -> Iterator[list[Change]]:
    iterator = iter(changes)
    while batch := list(islice(iterator, size)):
        yield batch
