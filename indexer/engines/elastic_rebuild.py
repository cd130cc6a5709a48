"""A generation of Elasticsearch indexes under construction."""

from collections.abc import Callable, Sequence

from indexer.engines.elastic_faults import elastic_faults
from indexer.engines.elastic_indexes import Names
from indexer.engines.elastic_writer import ElasticWriter
from indexer.engines.seam import DocumentUnits
from records.errors import EngineFault


class ElasticRebuild:
    """See `indexer.engines.seam.Rebuild`. Nobody reads it before `publish`, so that is where it
    is refreshed: once, however many batches there are."""

    def __init__(
        self,
        writer: ElasticWriter,
        names: Names,
        switch: Callable[[Names], None],
        drop: Callable[[Names], None],
    ) -> None:
        self._writer, self._names = writer, names
        self._switch, self._drop = switch, drop
        self._applied = 0
        self._done = False

    def __enter__(self) -> "ElasticRebuild":
        return self

    def __exit__(self, *exc: object) -> None:
        self.discard()

    def apply(self, batch: Sequence[DocumentUnits], upto: int) -> None:
        """Add one batch to the fresh indexes."""
        self._must_be_open()
        with elastic_faults("새 색인에 쓸 수 없습니다"):
            self._writer.write(batch)
        self._applied = max(self._applied, upto)

    def publish(self) -> None:
        """Serve the fresh indexes from now on."""
        self._must_be_open()
        with elastic_faults("새 색인을 게시할 수 없습니다"):
            self._writer.finish(self._applied)
        self._switch(self._names)
        self._done = True

    def discard(self) -> None:
        """Throw the fresh indexes away unless they were published."""
        if not self._done:
            self._drop(self._names)
            self._done = True

    def _must_be_open(self) -> None:
        if self._done:
            raise EngineFault("이미 게시했거나 버린 색인입니다")
