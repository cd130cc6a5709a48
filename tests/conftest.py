"""Fixtures of all rooms; the larger ones have a file each, listed here."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from support import FORMATS, SAMPLES, require

pytest_plugins: list[str] = ["fixtures_elasticsearch", "fixtures_postgres", "fixtures_tika"]


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of real papers and statutes that may lie beside the project."""
    require(SAMPLES.is_dir(), "no ../shared/samples beside the project")
    return SAMPLES


@pytest.fixture(scope="session")
def formats() -> Path:
    """The folder of recorded answers of official sources."""
    require(FORMATS.is_dir(), "no ../shared/formats beside the project")
    return FORMATS
