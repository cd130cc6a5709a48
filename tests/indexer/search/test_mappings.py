"""Tuning is data, and broken data is said with its line before anything is searched."""

from pathlib import Path

import pytest

from indexer.search.mappings import folder, parse_synonyms, read_ranking, read_synonyms
from records.errors import BadSetting


def test_the_products_own_mappings_are_sound() -> None:
    assert read_ranking(folder(None)).title > 0
    assert ("행감", "행정사무감사") in read_synonyms(folder(None))


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["행감"], "1행"),
        (["# 말", "행감 ="], "2행"),
        (["가 = 나", "나 = 다"], "2행: 1행에 이미"),
        (["가 = 가"], "이미 있습니다"),
    ],
)
def test_broken_synonyms_name_their_line(lines: list[str], reason: str) -> None:
    with pytest.raises(BadSetting, match=reason):
        parse_synonyms(lines)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[weights]\ntitle = 1", "항목이 다릅니다"),
        ("weights", "읽지 못했습니다"),
        (
            "[weights]\ntitle=1\nbigrams=1\npairs=1\nletters=1\nsynonym=-1\ndirect=1",
            "0 이상",
        ),
    ],
)
def test_broken_weights_are_refused(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "ranking.toml").write_text(text, "utf-8")
    with pytest.raises(BadSetting, match=reason):
        read_ranking(tmp_path)
