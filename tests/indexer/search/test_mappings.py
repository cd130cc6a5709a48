"""Tuning is data, and broken data is said with its line before anything is searched."""

from pathlib import Path

import pytest

from indexer.search.mappings import folder, parse_synonyms, read_ranking, read_synonyms
from indexer.search.words import parse_laws, read_words
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


def test_the_products_own_words_are_sound_and_have_a_version() -> None:
    words = read_words(folder(None))
    assert any({"산안법", "산업안전보건법"} <= set(group) for group in words.groups)
    assert words.version == read_words(folder(None)).version


def test_groups_of_both_files_that_share_a_name_are_one(tmp_path: Path) -> None:
    (tmp_path / "synonyms.txt").write_text("청탁금지법 = 김영란법\n", "utf-8")
    (tmp_path / "laws.tsv").write_text("부정청탁법\t청탁금지법\n상법\n", "utf-8")
    words = read_words(tmp_path)
    assert [set(group) for group in words.groups] == [{"청탁금지법", "김영란법", "부정청탁법"}]


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["상법\t"], r"laws\.tsv 1행: 이름이 비었습니다"),
        (["# 법", "상법\t법,"], r"laws\.tsv 2행"),
        (["상법", "민법\t상법"], r"laws\.tsv 2행: 1행에 이미"),
        (["상법\t상법"], "이미 있습니다"),
    ],
)
def test_broken_names_of_laws_name_their_line(lines: list[str], reason: str) -> None:
    with pytest.raises(BadSetting, match=reason):
        parse_laws(lines)


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
