"""A seeded tenth of `make soak`: kills during load, index and rebuild lose and double nothing."""

import pytest

from benchmarks.soak import soak


@pytest.mark.timeout(600)
def test_a_killed_run_is_made_good_by_the_next() -> None:
    rounds = soak(moments=6, seed=213)
    assert [r.wrong for r in rounds] == [None] * 6
    assert {r.phase for r in rounds} == {"load", "index", "rebuild"}
