"""The labels lie where they say: same texts, spans inside them, none over another."""

from collections import Counter
from hashlib import sha256
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from citation_papers import labels, papers, texts

SETS = (".", "second", "third", "fourth", "fifth")
each = pytest.mark.parametrize("folder", SETS)


@each
def test_texts_are_the_ones_that_were_labelled(samples: Path, folder: str) -> None:
    found = texts(samples, folder)
    for paper in papers(folder):
        text = found[paper["paper"]]
        assert sha256(text.encode()).hexdigest() == paper["sha256"], paper["paper"]
    lengths = {name: len(text) for name, text in found.items()}
    assert all(0 <= row["start"] < row["end"] <= lengths[row["paper"]] for row in labels(folder))


@each
def test_labels_of_a_paper_stand_in_order_and_apart(folder: str) -> None:
    for before, after in pairwise(labels(folder)):
        if before["paper"] == after["paper"]:
            assert before["end"] <= after["start"], after


@pytest.mark.parametrize(
    ("folder", "all_of", "of_held"),
    [
        (".", 1_000, 400),
        ("second", 1_000, 400),
        ("third", 250, 40),
        ("fourth", 1_000, 400),
        ("fifth", 1_000, 400),
    ],
)
def test_there_are_enough_of_each(folder: str, all_of: int, of_held: int) -> None:
    rows = labels(folder)
    held = [row for row in rows if row["paper"].startswith("law:") and row["resolved"]]
    assert len(rows) >= all_of
    assert sum(1 for row in held if row["kind"] == "law" and row["article"]) >= of_held
    kinds = {"law", "draft", "annex", "form", "addenda"}
    assert set(Counter(row["kind"] for row in rows)) | {"addenda"} == kinds


def test_no_paper_is_in_two_sets() -> None:
    for one, other in combinations(SETS, 2):
        assert not {row["paper"] for row in papers(one)} & {row["paper"] for row in papers(other)}


@each
def test_a_draft_is_never_resolved_and_what_is_unresolved_says_why(folder: str) -> None:
    for row in labels(folder):
        assert not (row["kind"] == "draft" and (row["resolved"] or row["law"]))
        assert row["resolved"] == bool(row["law_id"])
        assert row["resolved"] or row["reason"]
