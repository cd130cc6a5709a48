"""Fixtures of the crawlers: fresh records, and a loopback 법제처 with small synthetic statutes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from replay.law_server import LawServer
from replay.statutes import DECREE, STAGED

from records.store import Records

KEY = "council-key-0001"


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    with Records.create(f"sqlite:///{tmp_path}/records.db", f"{tmp_path}/originals") as opened:
        yield opened


@pytest.fixture
def server() -> Iterator[LawServer]:
    with LawServer(STAGED + DECREE, key=KEY) as running:
        yield running
