"""The one Elasticsearch node of a test run."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from elasticsearch_node import elasticsearch_node


@pytest.fixture(scope="session")
def elasticsearch_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a real node, shared among the workers of this run. Use an index prefix of your
    own (e.g. from ``uuid4``), as others write to it too."""
    base: Path = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    with elasticsearch_node(shared / "elasticsearch") as url:
        yield url
