"""One tantivy index in one folder: its schema, its writer, and searchers that see each commit."""

import os
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import tantivy
from tantivy import Document, Index, IndexWriter, Query, Schema, Searcher

from indexer.engines.faults import DamagedIndex, tantivy_faults
from indexer.engines.schema import POSITIONS, TEXTS, IndexName
from indexer.engines.seam import DAYS, EMPTY, KEYWORDS, Unit
from indexer.engines.tantivy_entries import Entries, stored
from indexer.engines.tantivy_query import ASIDE, keyword

WRITER_BYTES: Final = 128_000_000
NO_DAYS: Final = dict.fromkeys(DAYS, 0)
BUSY: Final = "다른 프로그램이 색인을 고치고 있습니다. 그 작업이 끝난 뒤 다시 실행하세요"


def build_schema(name: IndexName) -> Schema:
    """The tantivy schema of one index: streams, keywords, days, and what comes back."""
    builder = tantivy.SchemaBuilder()
    for field in ("id", *KEYWORDS, "entry"):
        builder.add_text_field(
            field, stored=field in ("id", "document"), fast=True,
            tokenizer_name="raw", index_option="basic",
        )  # fmt: skip
    for field in TEXTS[name]:
        option = "position" if field in POSITIONS else "freq"
        builder.add_text_field(field, tokenizer_name="whitespace", index_option=option)
    for field in DAYS:
        builder.add_integer_field(field, indexed=True, fast=True)
    builder.add_integer_field("revision", stored=True, indexed=True, fast=True)
    builder.add_bytes_field("payload", stored=True)
    builder.add_bytes_field("forward", stored=True)
    return builder.build()


class TantivyIndex:
    """Open, write and search one index. Errors are `EngineFault`."""

    def __init__(self, path: Path, name: IndexName, writer: bool) -> None:
        self._path, self._name = path, name
        with tantivy_faults(f"색인을 열 수 없습니다({path})", DamagedIndex):
            self._index = self._open_or_make(writer)
            self._index.config_reader("manual", 0)
        self.schema: Schema = self._index.schema
        self._lock = threading.Lock()
        self._seen: tuple[int, int, int] | None = None
        self._entries: Entries | None = None
        self._writer: IndexWriter | None = None
        if writer:
            with tantivy_faults(BUSY):
                self._writer = self._index.writer(WRITER_BYTES, 1)

    def _open_or_make(self, writer: bool) -> Index:
        """An index that is there opens with the schema it was made with, so that one of an
        older schema can be asked for its versions."""
        if not writer or Index.exists(str(self._path)):
            return Index.open(str(self._path))
        return Index(build_schema(self._name), str(self._path))

    def searcher(self) -> Searcher:
        """The newest commit."""
        return self.entries().searcher

    def entries(self) -> Entries:
        """The newest commit, also another process's: tantivy replaces ``meta.json`` with each."""
        with self._lock, tantivy_faults("색인을 읽을 수 없습니다"):
            stat = os.stat(self._path / "meta.json")  # noqa: PTH116 - once a search, no Path made
            seen = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
            if self._entries is None or seen != self._seen:
                self._index.reload()
                self._seen, self._entries = seen, Entries(self._index.searcher())
            return self._entries

    def replace(self, document: str, units: Iterable[Unit]) -> None:
        """Take out what the index holds of ``document`` and add ``units``."""
        writer = self._writing()
        writer.delete_documents_by_term("document", document)
        for unit in units:
            writer.add_document(self._entry(unit))

    def set_aside(self, document: str, revision: int, payload: str = "") -> None:
        """Keep a note that is no unit, in place of all that ``document`` has.

        It holds the sentinel in every text field, so that field lengths average alike.
        """
        texts = dict.fromkeys(TEXTS[self._name], EMPTY)
        unit = Unit(document, document, revision, texts, {}, {}, payload)
        writer = self._writing()
        writer.delete_documents_by_term("document", document)
        entry = self._entry(unit)
        entry.add_text("entry", ASIDE)
        writer.add_document(entry)

    def commit(self) -> None:
        self._writing().commit()

    def rollback(self) -> None:
        self._writing().rollback()

    def noted(self, document: str) -> tuple[int, str] | None:
        """Revision and payload of whatever the index holds of ``document``."""
        searcher = self.searcher()
        query = keyword(self.schema, "document", document)
        hits = searcher.search(query, 1, count=False).hits
        if not hits:
            return None
        entry = searcher.doc(hits[0][1])
        return stored(entry, "revision"), stored(entry, "payload").decode()

    def of_units(self) -> Query:
        """All units, without the notes set aside."""
        everything, aside = Query.all_query(), keyword(self.schema, "entry", ASIDE)
        return Query.boolean_query(
            [(tantivy.Occur.Must, everything), (tantivy.Occur.MustNot, aside)]
        )

    def close(self) -> None:
        """Give the lock back; wait for merges, so that no thread writes into the folder."""
        writer, self._writer = self._writer, None
        self._entries = None
        if writer is not None:
            with tantivy_faults("색인을 닫을 수 없습니다"):
                writer.wait_merging_threads()

    def _writing(self) -> IndexWriter:
        if self._writer is None:
            raise RuntimeError("읽기 전용으로 연 색인입니다")
        return self._writer

    def _entry(self, unit: Unit) -> Document:
        keywords = {name: list(values) for name, values in unit.keywords.items() if values}
        return Document(
            **unit.texts,
            **{**keywords, "document": [unit.document]},
            **{**NO_DAYS, **unit.days},
            id=unit.id,
            revision=unit.revision,
            payload=unit.payload.encode(),
            forward=unit.forward,
        )
