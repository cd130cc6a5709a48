"""One generation of the embedded engine: its two indexes, written together, passages first."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final

from indexer.engines.faults import tantivy_faults
from indexer.engines.plan import Plan, Term
from indexer.engines.schema import check_batch
from indexer.engines.seam import EMPTY, Applied, DocumentUnits, Found, Frequencies
from indexer.engines.tantivy_entries import stored
from indexer.engines.tantivy_index import TantivyIndex
from indexer.engines.tantivy_search import TantivySearch

STATE: Final = EMPTY
"""The id under which the documents index keeps how far it is; no document is called so."""


class Generation:
    """Both indexes in one folder."""

    def __init__(self, path: Path, versions: Mapping[str, str], writer: bool) -> None:
        self.path = path
        self._versions = dict(versions)
        if writer:
            for part in ("documents", "passages"):
                (path / part).mkdir(parents=True, exist_ok=True)
        # The lock of the documents index is taken first: it stands for both.
        self.documents = TantivyIndex(path / "documents", "documents", writer)
        self.passages = TantivyIndex(path / "passages", "passages", writer)

    def applied(self) -> Applied:
        """How far this generation is; its own versions before the first commit."""
        with tantivy_faults("색인 상태를 읽을 수 없습니다"):
            state = self.documents.noted(STATE)
        if state is None:
            return Applied(0, self._versions)
        return Applied(state[0], json.loads(state[1]))

    def apply(self, batch: Sequence[DocumentUnits], upto: int) -> None:
        """Write ``batch`` and how far the index is then; on a fault nothing of it stays."""
        items = check_batch(batch)
        with tantivy_faults("색인에 쓸 수 없습니다"):
            try:
                self.stage([item for item in items if self._is_due(item)])
                self.commit(max(upto, self.applied().revision))
            except BaseException:
                self._roll_back()
                raise

    def stage(self, items: Sequence[DocumentUnits]) -> None:
        """Write ``items`` without making them visible or safe."""
        for item in items:
            self.passages.replace(item.document, item.passages)
            if item.units:
                self.documents.replace(item.document, item.units)
            else:
                self.documents.set_aside(item.document, item.revision)

    def commit(self, applied: int) -> None:
        """Make all that was staged visible and safe: passages first, and in one commit with the
        documents how far the index is."""
        self.passages.commit()
        self.documents.set_aside(STATE, applied, json.dumps(self._versions))
        self.documents.commit()

    def search(self, plan: Plan) -> Found:
        """Run a plan on the index it names."""
        index = self.documents if plan.index == "documents" else self.passages
        with tantivy_faults("검색하지 못했습니다"):
            return TantivySearch(index, plan).found()

    def frequencies(self, terms: Sequence[Term]) -> Frequencies:
        """How rare ``terms`` are, from the index's own dictionary."""
        with tantivy_faults("검색하지 못했습니다"):
            searcher = self.documents.searcher()
            counts = {term: searcher.doc_freq(term.field, term.value) for term in terms}
        return Frequencies(searcher.num_docs, counts)

    def revisions(self) -> Iterator[tuple[str, int, int, int]]:
        """Every document with units: (id, revision, units, passages), sorted by id."""
        with tantivy_faults("색인을 읽을 수 없습니다"):
            passages = {name: count for name, _, count in _tally(self.passages)}
            rows = [(*row, passages.get(row[0], 0)) for row in _tally(self.documents)]
        yield from rows

    def size_bytes(self) -> int:
        """Bytes of both indexes."""
        return sum(file.stat().st_size for file in self.path.rglob("*") if file.is_file())

    def close(self) -> None:
        self.passages.close()
        self.documents.close()

    def _is_due(self, item: DocumentUnits) -> bool:
        known = self.documents.noted(item.document)
        return known is None or known[0] <= item.revision

    def _roll_back(self) -> None:
        self.passages.rollback()
        self.documents.rollback()


def _tally(index: TantivyIndex) -> Iterator[tuple[str, int, int]]:
    """(document, highest revision, units) of one index, sorted by document."""
    searcher = index.searcher()
    hits = searcher.search(index.of_units(), max(searcher.num_docs, 1), count=False).hits
    places = [place for _, place in hits]
    entries = map(searcher.doc, places)
    rows = sorted((stored(entry, "document"), stored(entry, "revision")) for entry in entries)
    for name, group in groupby(rows, key=lambda row: row[0]):
        held = list(group)
        yield name, held[-1][1], len(held)
