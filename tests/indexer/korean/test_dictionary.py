"""The council's own words: read, compiled once, and heard by the tagger."""

from pathlib import Path

import pytest

from indexer.korean.analyser import OWN_WORDS, Analyser
from indexer.korean.dictionary import compiled, read_words
from records.errors import BadSetting


def test_own_words_are_read_and_compiled_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    words = read_words([OWN_WORDS])
    assert words["의장단"] == ("의장", "단")
    first = compiled(words)
    made = first.stat().st_mtime_ns
    assert compiled(words) == first
    assert first.stat().st_mtime_ns == made
    assert [path.name for path in first.parent.iterdir()] == [first.name]


def test_a_word_of_the_council_is_kept_and_shows_in_the_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "with space"))
    own = tmp_path / "own.tsv"
    own.write_text("# ours\n누리마루다올\n따릉이\t따릉이\n", "utf-8")
    analyser = Analyser(own)
    assert [t.form for t in analyser.tokens("누리마루다올에서 따릉이를")] == [
        "누리마루다올",
        "따릉이",
    ]
    assert analyser.version != Analyser().version


@pytest.mark.parametrize("line", ["의장단\t의장", "a,b", 'a"b'])
def test_a_word_that_cannot_be_compiled_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "own.tsv"
    path.write_text(line, "utf-8")
    with pytest.raises(BadSetting, match=line[0]):
        read_words([path])
