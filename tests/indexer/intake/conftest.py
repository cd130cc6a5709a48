"""A home and an extractor for intake's tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.extract.service import Extractor
from records.store import Records


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    home = tmp_path / "home"
    home.mkdir()
    with Records.create(f"sqlite:///{home}/records.db", str(home / "originals")) as opened:
        yield opened


@pytest.fixture(scope="session")
def extractor() -> Iterator[Extractor]:
    with Extractor(workers=2) as opened:
        yield opened
