"""Each test of the contract runs on both engines."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from engine_examples import Engines

from indexer.engines.seam import Engine


@pytest.fixture(params=["embedded", "elastic"])
def engines(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engines]:
    """A place where engines of one kind can be opened, each test its own."""
    kind: str = request.param
    url = request.getfixturevalue("elasticsearch_url") if kind == "elastic" else None
    opened = Engines(kind, tmp_path, url)
    yield opened
    opened.close()


@pytest.fixture
def engine(engines: Engines) -> Engine:
    """An open, empty engine."""
    return engines.open()
