"""What only Elasticsearch has: shards, concurrent writers, a cluster that may not answer."""

import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch
from engine_examples import EVERYTHING, VERSIONS, Engines, document, found, has, ids, unit

from indexer.engines.elastic import ElasticEngine
from indexer.engines.elastic_indexes import mapping_file
from indexer.engines.plan import FacetRequest, Plan
from indexer.engines.schema import POSITIONS
from indexer.engines.seam import DAYS, DOCUMENT_TEXTS, KEYWORDS, PASSAGE_TEXTS, DocumentUnits
from records.errors import EngineFault


@pytest.fixture
def cluster(elasticsearch_url: str, tmp_path: Path) -> Iterator[Engines]:
    opened = Engines("elastic", tmp_path, elasticsearch_url)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("index", "texts"), [("documents", DOCUMENT_TEXTS), ("passages", PASSAGE_TEXTS)]
)
def test_the_mapping_has_the_fields_of_the_seam(index: str, texts: tuple[str, ...]) -> None:
    mapping = mapping_file()[index]
    fields = mapping["properties"]
    own = {"id", "entry", "revision", "payload"} | ({"forward"} if index == "documents" else set())
    assert fields.keys() == {*texts, *KEYWORDS, *DAYS} | own
    assert mapping["dynamic"] == "strict"
    for name in texts:
        options = "positions" if name in POSITIONS else "freqs"
        assert fields[name] == {
            "type": "text", "analyzer": "whitespace", "index_options": options,
        }  # fmt: skip
    assert {fields[name]["type"] for name in KEYWORDS} == {"keyword"}
    assert {fields[name]["type"] for name in DAYS} == {"integer"}


def test_counts_facets_and_order_are_exact_over_several_shards(cluster: Engines) -> None:
    engine = ElasticEngine(str(cluster.url), cluster.prefix, VERSIONS, shards=3)
    engine.apply(
        [document(f"d{n:03d}", n + 1, "조례", agency=(f"a{n % 90}",)) for n in range(200)], 200
    )
    result = engine.search(Plan(has("조례"), {}, (FacetRequest("agency", size=30),), limit=200))
    assert result.total == 200
    thrice = sorted(f"a{n}" for n in range(20))
    twice = sorted(f"a{n}" for n in range(20, 90))[:10]
    expected = [*((name, 3) for name in thrice), *((name, 2) for name in twice)]
    assert result.facets["agency"] == tuple(expected)
    assert [hit.id for hit in result.hits] == [f"d{n:03d}" for n in range(200)]
    engine.close()


def test_late_and_repeated_writers_leave_the_newest_state(cluster: Engines) -> None:
    """Batches of ever newer revisions, sent by several workers in any order, some twice."""
    batches = []
    for revision in range(1, 13):
        units = tuple(
            unit(f"법#{n}", revision, f"r{revision}", document="법")
            for n in range(revision % 5 + 1)
        )
        batches.append(
            [
                DocumentUnits(
                    "법", revision, units, document("법", revision, passages=revision % 3).passages
                )
            ]
        )
    jobs = batches + batches[::3]
    random.Random(3).shuffle(jobs)
    workers = [cluster.open() for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda job: workers[job[0] % 3].apply(job[1], job[0]), enumerate(jobs)))
    engine = cluster.open()
    assert list(engine.revisions()) == [("법", 12, 3, 0)]
    assert found(engine, has("r12")) == {"법#0", "법#1", "법#2"}
    assert ids(engine, EVERYTHING, index="passages") == []


def test_an_id_longer_than_elasticsearch_takes(cluster: Engines) -> None:
    engine = cluster.open()
    long = "가" * 400
    engine.apply([document(long, 1, "조례", passages=1)], 1)
    engine.apply([document(long, 2, "예산")], 2)
    assert ids(engine, EVERYTHING) == [long]
    assert list(engine.revisions()) == [(long, 2, 1, 0)]


def test_a_cluster_that_does_not_answer_is_a_fault() -> None:
    with pytest.raises(EngineFault, match="검색 엔진에 연결할 수 없습니다"):
        ElasticEngine("http://127.0.0.1:9", "nobody", VERSIONS)


def test_an_index_that_is_gone_is_a_fault(cluster: Engines) -> None:
    engine = cluster.open()
    with Elasticsearch(str(cluster.url)) as client:
        client.indices.delete(index=f"{cluster.prefix}-documents-000001")
    with pytest.raises(EngineFault):
        engine.search(Plan(EVERYTHING, {}))
    with pytest.raises(EngineFault):
        engine.apply([document("가")], 1)
