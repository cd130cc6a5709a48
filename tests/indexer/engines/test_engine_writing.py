"""Replacing, withdrawing, repeating, reopening and rebuilding, on both engines."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from engine_examples import EVERYTHING, VERSIONS, Engines, document, found, has, ids, unit

from indexer.engines.plan import Plan
from indexer.engines.seam import DocumentUnits, Engine
from records.errors import EngineFault, IndexOutdated


def test_a_fresh_index_has_applied_nothing(engine: Engine) -> None:
    applied = engine.applied()
    assert applied.revision == 0
    assert applied.versions["analyser"] == VERSIONS["analyser"]
    assert list(engine.revisions()) == []


def test_a_newer_revision_replaces_all_units(engine: Engine) -> None:
    first = DocumentUnits(
        "법",
        1,
        (unit("법#1", 1, "옛 글", document="법"), unit("법#2", 1, "옛 글", document="법")),
        document("법", 1, "옛 글", passages=3).passages,
    )
    second = DocumentUnits(
        "법",
        2,
        (unit("법#1", 2, "새 글", document="법"),),
        document("법", 2, "새 글", passages=1).passages,
    )
    engine.apply([first, document("남", 1, "옛 글")], 1)
    engine.apply([second], 2)
    assert found(engine, has("글")) == {"법#1", "남"}
    assert found(engine, has("옛")) == {"남"}
    assert ids(engine, EVERYTHING, index="passages") == ["법/0"]
    assert list(engine.revisions()) == [("남", 1, 1, 0), ("법", 2, 1, 1)]


def test_an_older_revision_never_overwrites_a_newer(engine: Engine) -> None:
    engine.apply([document("가", 5, "새", passages=1)], 5)
    older = DocumentUnits("가", 4, (unit("가", 4, "옛"), unit("가#2", 4, "옛", document="가")))
    engine.apply([older], 5)
    assert found(engine, EVERYTHING) == {"가"}
    assert found(engine, has("옛")) == set()
    assert list(engine.revisions()) == [("가", 5, 1, 1)]


def test_a_withdrawn_document_is_gone_and_stays_gone(engine: Engine) -> None:
    engine.apply([document("가", 1, "조례", passages=2), document("나", 2, "조례")], 2)
    engine.apply([DocumentUnits("가", 3)], 3)
    engine.apply([document("가", 1, "조례", passages=2)], 3)
    assert found(engine, has("조례")) == {"나"}
    assert ids(engine, EVERYTHING, index="passages") == []
    assert list(engine.revisions()) == [("나", 2, 1, 0)]


def test_a_withdrawn_document_may_come_back(engine: Engine) -> None:
    engine.apply([document("가", 1, "조례")], 1)
    engine.apply([DocumentUnits("가", 2)], 2)
    engine.apply([document("가", 3, "다시", passages=1)], 3)
    assert found(engine, EVERYTHING) == {"가"}
    assert list(engine.revisions()) == [("가", 3, 1, 1)]


def test_repeating_a_batch_changes_nothing(engine: Engine) -> None:
    batch = [document("가", 1, "조례", passages=1), DocumentUnits("나", 2)]
    for _ in range(3):
        engine.apply(batch, 2)
    assert list(engine.revisions()) == [("가", 1, 1, 1)]
    assert engine.search(Plan(has("조례"), {})).total == 1


def test_of_a_document_given_twice_the_newer_stays(engine: Engine) -> None:
    engine.apply([document("가", 2, "새"), document("가", 1, "옛")], 2)
    assert list(engine.revisions()) == [("가", 2, 1, 0)]
    assert found(engine, has("새")) == {"가"}


def test_applied_never_goes_back(engine: Engine) -> None:
    engine.apply([document("가", 8)], 8)
    engine.apply([document("나", 3)], 3)
    assert engine.applied().revision == 8


def test_what_was_applied_is_there_after_reopening(engines: Engines) -> None:
    first = engines.open()
    first.apply([document("가", 3, "조례", passages=1)], 9)
    first.close()
    second = engines.open()
    assert second.applied().revision == 9
    assert found(second, has("조례")) == {"가"}
    assert list(second.revisions()) == [("가", 3, 1, 1)]


def test_a_reader_sees_what_a_writer_applies(engines: Engines) -> None:
    writer = engines.open()
    reader = engines.open(writer=False)
    assert found(reader, EVERYTHING) == set()
    writer.apply([document("가", 1)], 1)
    assert found(reader, EVERYTHING) == {"가"}


def test_closing_twice_is_closing_once(engine: Engine) -> None:
    engine.close()
    engine.close()


def test_a_rebuild_serves_nobody_until_published(engines: Engines) -> None:
    engine, reader = engines.open(), engines.open(writer=False)
    engine.apply([document("옛", 1, "조례")], 1)
    rebuild = engine.rebuild()
    rebuild.apply([document("새", 2, "조례", passages=1)], 2)
    assert found(engine, has("조례")) == found(reader, has("조례")) == {"옛"}
    assert engine.applied().revision == 1
    rebuild.publish()
    assert found(engine, has("조례")) == found(reader, has("조례")) == {"새"}
    assert engine.applied().revision == reader.applied().revision == 2
    engine.apply([document("뒤", 3, "조례")], 3)
    assert found(reader, has("조례")) == {"새", "뒤"}


def test_a_discarded_rebuild_leaves_the_serving_index(engine: Engine) -> None:
    engine.apply([document("옛", 1, "조례")], 1)
    rebuild = engine.rebuild()
    rebuild.apply([document("새", 2, "조례")], 2)
    rebuild.discard()
    rebuild.discard()
    assert found(engine, EVERYTHING) == {"옛"}
    with pytest.raises(EngineFault):
        rebuild.publish()


def test_a_rebuild_purges_tombstones(engine: Engine) -> None:
    engine.apply([DocumentUnits("가", 5)], 5)
    rebuild = engine.rebuild()
    rebuild.apply([document("가", 4, "조례")], 5)
    rebuild.publish()
    assert found(engine, has("조례")) == {"가"}


def test_one_rebuild_after_the_other(engine: Engine) -> None:
    for revision in (1, 2, 3):
        rebuild = engine.rebuild()
        rebuild.apply([document(f"d{revision}", revision)], revision)
        rebuild.publish()
        assert found(engine, EVERYTHING) == {f"d{revision}"}


def test_searching_goes_on_through_rebuilds(engines: Engines) -> None:
    """A reader and the writer itself always find one whole index, the old or the new."""
    engine, reader = engines.open(), engines.open(writer=False)
    engine.apply([document(f"d{n}", n, "조례") for n in range(1, 21)], 20)
    done, seen = Event(), set()

    def ask() -> None:
        while not done.is_set():
            seen.update(one.search(Plan(has("조례"), {})).total for one in (engine, reader))

    with ThreadPoolExecutor(2) as pool:
        asking = [pool.submit(ask) for _ in range(2)]
        for _ in range(3):
            rebuild = engine.rebuild()
            rebuild.apply([document(f"d{n}", n, "조례") for n in range(1, 21)], 20)
            rebuild.publish()
        done.set()
        for one in asking:
            one.result()
    assert seen == {20}


def test_an_index_of_another_analyser_must_be_rebuilt(engines: Engines) -> None:
    old = engines.open()
    old.apply([document("가", 1)], 1)
    old.close()
    new = engines.open(versions={"analyser": "test-2"})
    with pytest.raises(IndexOutdated):
        new.search(Plan(EVERYTHING, {}))
    with pytest.raises(IndexOutdated):
        new.apply([document("나", 2)], 2)
    assert new.applied().revision == 1
    rebuild = new.rebuild()
    rebuild.apply([document("가", 1)], 1)
    rebuild.publish()
    assert found(new, EVERYTHING) == {"가"}


def test_size_grows_from_nothing(engine: Engine) -> None:
    engine.apply([document(f"d{n}", n, "조례") for n in range(1, 50)], 49)
    assert engine.size_bytes() > 0
