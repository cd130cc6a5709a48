"""A searcher over the papers of the test's own module, once with each engine."""

from collections.abc import Iterator

import pytest
from engine_examples import Engines
from search_examples import fill

from indexer.korean.analyser import Analyser
from indexer.search.searcher import Searcher


@pytest.fixture(scope="module", params=["embedded", "elastic"])
def searcher(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Searcher]:
    """Searches ``PAPERS`` of the module that asks."""
    url = request.getfixturevalue("elasticsearch_url") if request.param == "elastic" else None
    engines = Engines(request.param, tmp_path_factory.mktemp("index"), url)
    engine, analyser = engines.open(), Analyser()
    fill(engine, analyser, request.module.PAPERS)
    yield Searcher(engine, analyser)
    engines.close()
