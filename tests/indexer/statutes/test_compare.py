"""Comparison: right about every real amendment, exact when applied, never slow."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.statutes.alignment import align, rising
from indexer.statutes.changes import ChangeKind, Comparison
from indexer.statutes.compare import apply, compare
from indexer.statutes.likeness import is_stub
from indexer.statutes.markdown import read_markdown, write_text
from indexer.statutes.outline import heading_paths
from indexer.statutes.words import changed_words
from records.model import Article, Version

KINDS = ("changed", "added", "deleted", "moved", "renumbered")


def read(path: Path) -> Version:
    return read_markdown(path.read_text(encoding="utf-8"))


def version(*articles: tuple[str, str], **parts: object) -> Version:
    """A version of (``제1조(제목)``, text) pairs."""
    made = []
    for head, text in articles:
        key, _, title = head.partition("(")
        made.append(Article(key, title.rstrip(")") or None, f"{head} {text}".strip()))
    return Version("1", "1", date(2009, 2, 24), "시연법", "법률", articles=tuple(made), **parts)  # type: ignore[arg-type]


def kinds(found: Comparison) -> list[tuple[str, str]]:
    return [(change.article, change.kind.value) for change in found.changes]


def assert_exact(before: Version, after: Version) -> None:
    made = apply(compare(before, after), before)
    assert write_text(made) == write_text(after)
    assert [(a.key, a.title, a.text) for a in made.articles] == [
        (a.key, a.title, a.text) for a in after.articles
    ]


def neighbours(folder: Path) -> Iterator[tuple[Version, Version]]:
    versions = sorted(map(read, folder.glob("*.md")), key=lambda v: (v.effective, v.number or ""))
    return pairwise(versions)


def test_applying_the_changes_of_every_pair_gives_the_new_text(samples: Path) -> None:
    pairs = sorted((samples / "law-pairs").iterdir())
    assert len(pairs) > 80
    for pair in pairs:
        before, after = read(pair / "before.md"), read(pair / "after.md")
        assert_exact(before, after)
        assert_exact(after, before)


def test_applying_the_changes_between_neighbours_of_a_history_gives_the_new_text(
    samples: Path,
) -> None:
    for folder in sorted((samples / "law-history").glob("*/*")):
        for before, after in neighbours(folder):
            assert_exact(before, after)
            paths = [article.heading for article in apply(compare(before, after), before).articles]
            assert paths == [article.heading for article in after.articles]


def test_every_pair_agrees_with_its_list_or_the_difference_is_explained(samples: Path) -> None:
    """The lists came from a splitter that knows no renumbering, takes ``제5조 삭제`` for a change
    and a heading for part of the article above it."""
    for pair in sorted((samples / "law-pairs").iterdir()):
        before, after = read(pair / "before.md"), read(pair / "after.md")
        given = json.loads((pair / "meta.json").read_text(encoding="utf-8"))
        found = compare(before, after)
        ours = {(c.article, c.kind.value) for c in found.changes}
        theirs = {(key, kind) for kind in KINDS for key in given.get(f"articles_{kind}", ())}
        old = {a.key: a for a in before.articles}
        new = {a.key: a for a in after.articles}
        touched = {c.old.key for c in found.changes if c.kind is ChangeKind.RENUMBERED and c.old}
        touched |= {c.article for c in found.changes if c.kind is ChangeKind.RENUMBERED}
        for key, _ in ours ^ theirs:
            same_text = key in old and key in new and old[key].text == new[key].text
            stub = any(is_stub(known[key]) for known in (old, new) if key in known)
            assert same_text or stub or key in touched, (pair.name, key)


def test_an_amendment_with_its_renumbering(samples: Path) -> None:
    pair = samples / "law-pairs" / "0313"
    found = compare(read(pair / "before.md"), read(pair / "after.md"))
    assert kinds(found) == [
        ("제3조", "added"),
        ("제4조", "renumbered"),
        ("제5조", "added"),
        ("제6조", "added"),
        ("제7조", "renumbered"),
    ]
    assert [part.part for part in found.parts] == ["부칙"]


def test_the_act_rewritten_as_a_whole_is_followed_from_article_to_article(samples: Path) -> None:
    folder = samples / "law-history" / "지방자치법" / "법률"
    before, after = read(folder / "20080229-8852.md"), read(sorted(folder.glob("*.md"))[-1])
    became = {c.old.key: c.new.key for c in compare(before, after).changes if c.old and c.new}
    assert (became["제41조"], became["제22조"], became["제11조"]) == ("제49조", "제28조", "제15조")


def test_each_kind_of_change() -> None:
    words = "지방의회는 조례로 정하는 바에 따라 위원회를 둘 수 있다"
    before = version(
        ("제1조(목적)", "이 조례는 목적을 정한다"),
        ("제2조(위원회)", words),
        ("제3조(수당)", "수당을 준다"),
        ("제4조(위임)", "규칙으로 정한다"),
        ("제5조", "삭제 <2001.1.1>"),
    )
    after = version(
        ("제1조(목적)", "이 조례는 그 목적을 정한다"),
        ("제2조(정의)", "뜻은 다음과 같다"),
        ("제3조(위원회)", words),
        ("제4조", "삭제 <2009.2.24>"),
        ("제5조(수당 등)", "새로 정한 바에 따른다"),
    )
    found = compare(before, after)
    assert sorted(kinds(found)) == [
        ("제1조", "changed"),
        ("제2조", "added"),
        ("제3조", "deleted"),
        ("제3조", "renumbered"),
        ("제4조", "deleted"),
        ("제5조", "added"),
    ]
    assert_exact(before, after)


def test_an_article_that_only_changes_its_place_has_moved() -> None:
    before = version(("제1조", "가"), ("제2조", "나"), ("제3조", "다"))
    after = version(("제1조", "가"), ("제3조", "다"), ("제2조", "나"))
    assert [kind for _, kind in kinds(compare(before, after))] == ["moved"]
    assert_exact(before, after)


def test_the_note_of_the_law_itself_says_what_was_renumbered() -> None:
    before = version(("제5조(가)", "옛 글"), ("제6조(나)", "다른 글"))
    after = version(
        ("제5조(나)", "아주 새로운 글"), ("제7조(다)", "전혀 새 말 [제5조에서 이동 <2009.2.24>]")
    )
    assert ("제7조", "renumbered") in kinds(compare(before, after))


def test_json_is_what_the_command_promises() -> None:
    found = compare(version(("제1조", "가")), version(("제1조", "가"), ("제2조", "나")))
    assert [change.as_json() for change in found.changes] == [
        {"article": "제2조", "change": "added", "before": "", "after": "제2조 나"}
    ]


def test_only_the_changed_words_are_marked() -> None:
    before, after = "행정자치부장관의 승인을 받아", "행정안전부장관의 승인을 미리 받아"
    old, new = changed_words(before, after)
    assert [before[i:j] for i, j in old] == ["행정자치부장관의"]
    assert [after[i:j].strip() for i, j in new] == ["행정안전부장관의", "미리"]


ARTICLES = st.lists(
    st.tuples(st.integers(1, 8), st.text("가나 다①1.\n<>삭제", max_size=12)), max_size=8
)


@given(ARTICLES, ARTICLES, st.text("가나\n", max_size=5), st.booleans())
def test_applying_is_exact_whatever_the_texts(
    old: list[tuple[int, str]], new: list[tuple[int, str]], addenda: str, headed: bool
) -> None:
    outline = ((0, "제1장 총칙"), (1, "제2장 보칙")) if headed else ()
    before = version(*((f"제{n}조", text) for n, text in old), addenda="부칙")
    after = version(*((f"제{n}조", text) for n, text in new), addenda=addenda, outline=outline)
    paths = heading_paths(outline, len(after.articles))
    headed_articles = tuple(
        replace(a, heading=path) for a, path in zip(after.articles, paths, strict=True)
    )
    assert_exact(before, replace(after, articles=headed_articles))


@given(st.lists(st.integers(0, 4), max_size=30), st.lists(st.integers(0, 4), max_size=30))
def test_an_alignment_rises_and_joins_only_equals(a: list[int], b: list[int]) -> None:
    pairs = align(a, b)
    assert all(a[i] == b[j] for i, j in pairs)
    assert all(x[0] < y[0] and x[1] < y[1] for x, y in pairwise(pairs))


@given(st.lists(st.integers(0, 9), unique=True))
def test_rising_is_a_longest_rising_run(values: list[int]) -> None:
    chain = [values[at] for at in rising(values)]
    assert chain == sorted(chain)


class Counted(str):
    """A word that counts how often it is compared."""

    asked = 0
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        Counted.asked += 1
        return str.__eq__(self, other)  # type: ignore[arg-type]


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 4), st.integers(0, 3), st.sampled_from(["repeat", "shuffle", "swap"]))
def test_no_input_makes_alignment_slow(letters: int, seed: int, how: str) -> None:
    """Work grows with the length, not with its square: at most a few hundred looks a word."""
    size = 4000
    a = [Counted(str((at * (seed + 1)) % letters)) for at in range(size)]
    b = {
        "repeat": [Counted(str((at * 3 + 1) % (letters + 1))) for at in range(size)],
        "shuffle": [Counted(str((at * at + seed) % letters)) for at in range(size)],
        "swap": a[::-1],
    }[how]
    Counted.asked = 0
    align(a, b)
    assert Counted.asked < 400 * size


@pytest.mark.parametrize(
    "text", ["제5조 삭제 <2008.1.1>", "제5조(가) 삭제", "제5조의2 삭 제 [2001]"]
)
def test_what_is_only_a_stub(text: str) -> None:
    assert is_stub(Article("제5조", None, text))


@pytest.mark.parametrize("text", ["제5조(삭제) 삭제할 수 있다", "제5조 삭제된 것은", "제5조"])
def test_what_is_no_stub(text: str) -> None:
    assert not is_stub(Article("제5조", None, text))
