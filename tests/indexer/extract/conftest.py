"""One extractor for all the tests of a session: its workers must outlive every file."""

from collections.abc import Iterator

import pytest

from indexer.extract.model import Limits
from indexer.extract.service import Extractor

LIMITS = Limits(seconds=30, members=50, member_bytes=20_000_000, input_bytes=50_000_000)


@pytest.fixture(scope="session")
def extractor() -> Iterator[Extractor]:
    with Extractor(LIMITS, workers=1) as one:
        yield one
