"""A generation of the embedded engine under construction."""

from collections.abc import Callable, Sequence

from indexer.engines.faults import tantivy_faults
from indexer.engines.generation import Generation
from indexer.engines.schema import check_batch
from indexer.engines.seam import DocumentUnits
from records.errors import EngineFault


class EmbeddedRebuild:
    """See `indexer.engines.seam.Rebuild`. Nobody reads it before `publish`, so that is where it
    is committed: once, however many batches there are."""

    def __init__(
        self,
        fresh: Generation,
        switch: Callable[[Generation], None],
        drop: Callable[[Generation], None],
    ) -> None:
        self._fresh: Generation | None = fresh
        self._switch, self._drop = switch, drop
        self._revisions: dict[str, int] = {}
        self._applied = 0

    def __enter__(self) -> "EmbeddedRebuild":
        return self

    def __exit__(self, *exc: object) -> None:
        self.discard()

    def apply(self, batch: Sequence[DocumentUnits], upto: int) -> None:
        """Add one batch to the fresh index."""
        fresh = self._open()
        due = [item for item in check_batch(batch) if self._is_due(item)]
        with tantivy_faults("새 색인에 쓸 수 없습니다"):
            fresh.stage(due)
        self._revisions.update((item.document, item.revision) for item in due)
        self._applied = max(self._applied, upto)

    def publish(self) -> None:
        """Serve the fresh index from now on."""
        fresh = self._open()
        with tantivy_faults("새 색인을 게시할 수 없습니다"):
            fresh.commit(self._applied)
        self._switch(fresh)
        self._fresh = None

    def discard(self) -> None:
        """Throw the fresh index away unless it was published."""
        fresh, self._fresh = self._fresh, None
        if fresh is not None:
            self._drop(fresh)

    def _is_due(self, item: DocumentUnits) -> bool:
        return self._revisions.get(item.document, 0) <= item.revision

    def _open(self) -> Generation:
        if self._fresh is None:
            raise EngineFault("이미 게시했거나 버린 색인입니다")
        return self._fresh
