"""The labels lie where they say: same texts, spans inside them, none over another."""

from collections import Counter
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from citation_papers import labels, papers, texts

both = pytest.mark.parametrize("folder", [".", "second"])


@both
def test_texts_are_the_ones_that_were_labelled(samples: Path, folder: str) -> None:
    found = texts(samples, folder)
    for paper in papers(folder):
        text = found[paper["paper"]]
        assert sha256(text.encode()).hexdigest() == paper["sha256"], paper["paper"]
    lengths = {name: len(text) for name, text in found.items()}
    assert all(0 <= row["start"] < row["end"] <= lengths[row["paper"]] for row in labels(folder))


@both
def test_labels_of_a_paper_stand_in_order_and_apart(folder: str) -> None:
    for before, after in pairwise(labels(folder)):
        if before["paper"] == after["paper"]:
            assert before["end"] <= after["start"], after


@both
def test_there_are_enough_of_each(folder: str) -> None:
    rows = labels(folder)
    held = [row for row in rows if row["paper"].startswith("law:") and row["resolved"]]
    assert len(rows) >= 1_000
    assert sum(1 for row in held if row["kind"] == "law" and row["article"]) >= 400
    assert set(Counter(row["kind"] for row in rows)) == {"law", "draft", "annex", "form", "addenda"}


def test_no_paper_is_in_both_sets() -> None:
    assert not {row["paper"] for row in papers()} & {row["paper"] for row in papers("second")}


@both
def test_a_draft_is_never_resolved_and_what_is_unresolved_says_why(folder: str) -> None:
    for row in labels(folder):
        assert not (row["kind"] == "draft" and (row["resolved"] or row["law"]))
        assert row["resolved"] == bool(row["law_id"])
        assert row["resolved"] or row["reason"]
