"""Failed searches are kept once, without personal data, in a form that `evaluate` reads."""

from pathlib import Path

from indexer.search.evaluate import read_queries
from ucouncil.missed import CANDIDATES, Missed


def test_a_failed_search_becomes_a_candidate_that_evaluation_reads(tmp_path: Path) -> None:
    missed = Missed(tmp_path)
    assert missed("주차장  요금 감면", 0)
    assert missed("주차장 요금 감면", 3)
    assert Missed(tmp_path)("의정활동비", 12)
    kept = read_queries(tmp_path / CANDIDATES)
    assert [query for _, query in kept] == ["주차장 요금 감면", "의정활동비"]
    assert len({qid for qid, _ in kept}) == 2


def test_personal_data_is_not_kept(tmp_path: Path) -> None:
    assert not Missed(tmp_path)("홍길동 900101-1234568", 0)
    assert not (tmp_path / CANDIDATES).exists()
