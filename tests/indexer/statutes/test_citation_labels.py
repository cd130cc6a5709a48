"""The labels lie where they say: same texts, spans inside them, none over another."""

from collections import Counter
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from citation_papers import labels, papers, texts


def test_texts_are_the_ones_that_were_labelled(samples: Path) -> None:
    found = texts(samples)
    for paper in papers():
        text = found[paper["paper"]]
        assert sha256(text.encode()).hexdigest() == paper["sha256"], paper["paper"]
    lengths = {name: len(text) for name, text in found.items()}
    assert all(0 <= row["start"] < row["end"] <= lengths[row["paper"]] for row in labels())


def test_labels_of_a_paper_stand_in_order_and_apart() -> None:
    for before, after in pairwise(labels()):
        if before["paper"] == after["paper"]:
            assert before["end"] <= after["start"], after


def test_there_are_enough_of_each() -> None:
    rows = labels()
    held = [row for row in rows if row["paper"].startswith("law:") and row["resolved"]]
    assert len(rows) >= 1_000
    assert sum(1 for row in held if row["kind"] == "law" and row["article"]) >= 400
    assert set(Counter(row["kind"] for row in rows)) == {"law", "draft", "annex", "form", "addenda"}


def test_a_draft_is_never_resolved_and_what_is_unresolved_says_why() -> None:
    for row in labels():
        assert not (row["kind"] == "draft" and (row["resolved"] or row["law"]))
        assert row["resolved"] == bool(row["law_id"])
        assert row["resolved"] or row["reason"]
