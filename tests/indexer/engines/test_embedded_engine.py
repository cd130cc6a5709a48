"""What only the embedded engine has: a lock, generations in folders, panics."""

import shutil
from pathlib import Path

import pytest
import tantivy
from engine_examples import EVERYTHING, VERSIONS, document, found
from tantivy import Query

from indexer.engines.embedded import EmbeddedEngine
from indexer.engines.faults import tantivy_faults
from indexer.engines.generation import STATE
from indexer.engines.plan import Phrase, Plan, Term
from indexer.engines.tantivy_index import build_schema
from records.errors import EngineFault, IndexOutdated


def test_a_second_writer_is_refused_in_words(tmp_path: Path) -> None:
    first = EmbeddedEngine(tmp_path, VERSIONS)
    with pytest.raises(EngineFault, match="다른 프로그램이 색인을 고치고 있습니다"):
        EmbeddedEngine(tmp_path, VERSIONS)
    first.close()
    EmbeddedEngine(tmp_path, VERSIONS).close()


def test_a_reader_needs_an_index_and_may_not_write(tmp_path: Path) -> None:
    with pytest.raises(EngineFault, match="색인이 아직 없습니다"):
        EmbeddedEngine(tmp_path, VERSIONS, writer=False)
    EmbeddedEngine(tmp_path, VERSIONS).close()
    reader = EmbeddedEngine(tmp_path, VERSIONS, writer=False)
    with pytest.raises(EngineFault, match="읽기 전용"):
        reader.apply([document("가")], 1)
    with pytest.raises(EngineFault, match="읽기 전용"):
        reader.rebuild()


def test_a_panic_inside_tantivy_is_a_fault() -> None:
    schema = build_schema("documents")
    with pytest.raises(EngineFault, match="멈추었습니다"), tantivy_faults("검색하지 못했습니다"):
        Query.phrase_query(schema, "text", ["하나"])


def test_an_interrupt_is_no_fault() -> None:
    with pytest.raises(KeyboardInterrupt), tantivy_faults("검색하지 못했습니다"):
        raise KeyboardInterrupt


def test_what_the_index_cannot_answer_is_a_fault(tmp_path: Path) -> None:
    engine = EmbeddedEngine(tmp_path, VERSIONS)
    for node in (Phrase("text_bigrams", ("가나", "나다")), Term("no such field", "가")):
        with pytest.raises(EngineFault, match="검색하지 못했습니다"):
            engine.search(Plan(node, {}))
    engine.close()


def test_only_the_serving_generation_is_kept(tmp_path: Path) -> None:
    engine = EmbeddedEngine(tmp_path, VERSIONS)
    rebuild = engine.rebuild()
    rebuild.apply([document("가")], 1)
    rebuild.publish()
    unfinished = engine.rebuild()
    unfinished.apply([document("나")], 2)
    del unfinished
    engine.close()
    engine = EmbeddedEngine(tmp_path, VERSIONS)
    assert found(engine, EVERYTHING) == {"가"}
    assert [folder.name for folder in tmp_path.glob("g*")] == ["g000002"]
    engine.close()


def test_a_generation_removed_while_it_is_asked_gives_way_to_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reader looks up what serves; before it asks that, another is published."""
    engine = EmbeddedEngine(tmp_path, VERSIONS)
    rebuild_with_one(engine)
    reader = EmbeddedEngine(tmp_path, VERSIONS, writer=False)
    late, looked_up = [reader._usable()], reader._usable
    rebuild_with_one(engine)
    monkeypatch.setattr(reader, "_usable", lambda: late.pop() if late else looked_up())
    assert reader.search(Plan(EVERYTHING, {})).total == 1
    engine.close()


def test_an_index_of_another_schema_opens_to_be_rebuilt(tmp_path: Path) -> None:
    EmbeddedEngine(tmp_path, VERSIONS).close()
    documents = tmp_path / "g000001/documents"
    shutil.rmtree(documents)
    documents.mkdir()
    builder = tantivy.SchemaBuilder()
    for field in ("document", "entry"):
        builder.add_text_field(field, stored=True, tokenizer_name="raw")
    builder.add_integer_field("revision", stored=True)
    builder.add_bytes_field("payload", stored=True)
    writer = tantivy.Index(builder.build(), str(documents)).writer(15_000_000, 1)
    writer.add_document(
        tantivy.Document(document=STATE, entry="aside", revision=3, payload=b'{"schema": "0"}')
    )
    writer.commit()
    writer.wait_merging_threads()
    engine = EmbeddedEngine(tmp_path, VERSIONS)
    with pytest.raises(IndexOutdated):
        engine.search(Plan(EVERYTHING, {}))
    rebuild_with_one(engine)
    engine.close()


def test_a_damaged_index_opens_to_be_rebuilt(tmp_path: Path) -> None:
    EmbeddedEngine(tmp_path, VERSIONS).close()
    (tmp_path / "g000001/documents/meta.json").write_text("{")
    with pytest.raises(EngineFault, match="열 수 없습니다"):
        EmbeddedEngine(tmp_path, VERSIONS, writer=False)
    engine = EmbeddedEngine(tmp_path, VERSIONS)
    with pytest.raises(EngineFault, match="열 수 없습니다"):
        engine.search(Plan(EVERYTHING, {}))
    rebuild_with_one(engine)
    engine.close()


def rebuild_with_one(engine: EmbeddedEngine) -> None:
    rebuild = engine.rebuild()
    rebuild.apply([document("가")], 1)
    rebuild.publish()
    assert found(engine, EVERYTHING) == {"가"}
