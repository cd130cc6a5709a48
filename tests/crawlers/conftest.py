"""Fixtures of the crawlers: fresh records, and a loopback 법제처 with small synthetic statutes."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from replay.law_server import LawServer
from replay.statutes import DECREE, STAGED

from records.store import Records

KEY = "council-key-0001"


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database to copy: migrating takes longer than most tests."""
    folder = tmp_path_factory.mktemp("empty")
    Records.create(f"sqlite:///{folder}/records.db", f"{folder}/originals").close()
    return folder / "records.db"


@pytest.fixture
def records(tmp_path: Path, empty_database: Path) -> Iterator[Records]:
    shutil.copy(empty_database, tmp_path / "records.db")
    with Records.open(f"sqlite:///{tmp_path}/records.db", f"{tmp_path}/originals") as opened:
        yield opened


@pytest.fixture
def server() -> Iterator[LawServer]:
    with LawServer(STAGED + DECREE, key=KEY) as running:
        yield running
