"""Measures against rankings worked out by hand, and through the real search path."""

from collections.abc import Iterator
from math import log2
from pathlib import Path

import pytest
from search_examples import fill, paper

from indexer.engines.embedded import EmbeddedEngine
from indexer.korean.analyser import Analyser
from indexer.search.evaluate import evaluate, measures, read_qrels
from indexer.search.searcher import Searcher
from records.errors import Misuse
from records.viewer import Viewer

OPERATOR = Viewer.parse("operator")


@pytest.fixture
def searcher(tmp_path: Path) -> Iterator[Searcher]:
    analyser = Analyser()
    engine = EmbeddedEngine(tmp_path / "i", {"analyser": analyser.version})
    fill(engine, analyser, [paper("1", "공영주차장 요금"), paper("2", "의정활동비 지급 기준")])
    yield Searcher(engine, analyser)
    engine.close()


def test_measures_by_hand() -> None:
    found = measures(["", "b", "", "a"], {"a": 2, "b": 1})
    assert found["MRR@10"] == 0.5
    assert found["Recall@1"] == 0.0
    assert found["Recall@10"] == 1.0
    best = 3 / log2(2) + 1 / log2(3)
    assert found["nDCG@10"] == pytest.approx((1 / log2(3) + 3 / log2(5)) / best)


@pytest.mark.parametrize("qrels", ["q1\t1\t1\nq2\tt:2\t1\n", "q1\t0\tt:1\t1\nq2\t0\t2\t2\n"])
def test_through_the_real_path(searcher: Searcher, tmp_path: Path, qrels: str) -> None:
    (tmp_path / "q.tsv").write_text("qid\tquery\nq1\t주차장 요금\nq2\t활동비\n", "utf-8")
    (tmp_path / "r.tsv").write_text(qrels, "utf-8")
    figures = evaluate(searcher, tmp_path / "q.tsv", tmp_path / "r.tsv", OPERATOR)
    assert figures["MRR@10"] == figures["Recall@1"] == figures["nDCG@10"] == 1.0
    assert figures["queries"] == 2


def test_a_broken_line_is_refused(tmp_path: Path) -> None:
    (tmp_path / "r.tsv").write_text("q1\t1\n", "utf-8")
    with pytest.raises(Misuse, match="등급"):
        read_qrels(tmp_path / "r.tsv")


def test_nothing_to_measure_is_refused(searcher: Searcher, tmp_path: Path) -> None:
    (tmp_path / "q.tsv").write_text("q1\t주차장\n", "utf-8")
    (tmp_path / "r.tsv").write_text("q9\t1\t1\n", "utf-8")
    with pytest.raises(Misuse, match="평가할"):
        evaluate(searcher, tmp_path / "q.tsv", tmp_path / "r.tsv", OPERATOR)
