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


def test_a_bad_line_is_named_with_its_file_and_number(tmp_path: Path) -> None:
    path = tmp_path / "own.tsv"
    path.write_text("# ours\n따릉이\n누리마루\t누리+마당\n", "utf-8")
    with pytest.raises(BadSetting, match=r"own\.tsv 3행: 누리마루"):
        read_words([path])
    path.write_text("따릉이\n따릉이\n", "utf-8")
    with pytest.raises(BadSetting, match=r"own\.tsv 2행: 따릉이 : 1행에도 있음"):
        read_words([path])


TURNED = [
    ("비공개", "공개"), ("미공개", "공개"), ("미집행", "집행"), ("무허가", "허가"), ("불공정", "공정"),
    ("비정규직", "정규"), ("미이행", "이행"), ("불승인", "승인"), ("미등록", "등록"),
]  # fmt: skip


@pytest.mark.parametrize(("word", "rest"), TURNED)
@pytest.mark.parametrize("after", ["", "을", "도", "으로", "에 관한"])
def test_a_prefix_that_turns_the_meaning_is_kept(word: str, rest: str, after: str) -> None:
    forms = [token.form for token in Analyser().tokens(f"서울시 {word}{after} 감사")]
    assert forms[2:4] == [word[0], rest]


def test_words_that_mean_the_contrary_stay_whole() -> None:
    forms = [[token.form for token in Analyser().tokens(word)] for word in ("불법", "합법")]
    assert forms == [["불법"], ["합법"]]


FIELD = [
    ("서울시 도봉구는", "도봉 구"), ("서울특별시 강서구에서", "강서 구"), ("제213회 의안을", "의안"),
    ("서울시 의정활동비도", "의정 활동 비"), ("서울시의회가 의결", "시 의회"), ("다음 은평구와", "은평 구"),
    ("하반기 의장단이", "의장 단"), ("위원 구성", "위원 구성"), ("회의안건", "회의 안건"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "forms"), FIELD)
def test_words_of_the_field_are_read_as_such(text: str, forms: str) -> None:
    assert forms in " ".join(token.form for token in Analyser().tokens(text))


BUREAUS = [
    "보건 복지 국", "문화 체육 국", "시민 안전 국", "물 순환 안전 국", "균형 발전 국", "재정 국", "건축 국",
    "푸른 도시 국", "기획 조정 실", "법무 과", "공원 녹지 과", "자치 행정 과", "주차 과",
]  # fmt: skip


@pytest.mark.parametrize("bureau", BUREAUS)
@pytest.mark.parametrize("after", ["에서 검토한다", "은 답변", "의 자료", "장 출석"])
def test_a_bureau_is_read_alike_in_every_sentence(bureau: str, after: str) -> None:
    """``균형발전국`` was read 균형/발/전국, ``복지국에서`` 복/지국: nobody found it by 안전 or 복지."""
    written = bureau.replace(" ", "") + after
    read = " ".join(token.form for token in Analyser().tokens(f"서울시 {written}"))
    chief = "장" if after.startswith("장") else ""
    assert f" {bureau}{chief} " in read


SPELLED_ALIKE = [
    ("복지국가의 미래", "복지 국가"), ("균형발전국가", "발전 국가"), ("재정국고보조금", "재정 국고 보조"),
    ("주차과태료를", "주차 과태료"), ("녹지과 하수", "녹지 과 하수"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "forms"), SPELLED_ALIKE)
def test_a_bureau_does_not_eat_a_longer_word(text: str, forms: str) -> None:
    assert forms in " ".join(token.form for token in Analyser().tokens(text))


@pytest.mark.parametrize("line", ["의장단\t의장", "a,b", 'a"b'])
def test_a_word_that_cannot_be_compiled_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "own.tsv"
    path.write_text(line, "utf-8")
    with pytest.raises(BadSetting, match=line[0]):
        read_words([path])
