"""An article named in words is looked up, and never guessed."""

from collections.abc import Iterator
from datetime import date

import pytest
from search_examples import fill, law, law_units

from indexer.engines.embedded import EmbeddedEngine
from indexer.korean.analyser import Analyser
from indexer.search.articles import Articles
from indexer.search.senses import Senses
from records.model import FOREVER
from records.viewer import Viewer

TEXTS = [(date(2000, 1, 1), FOREVER, "제41조(요구) 요구한다.")]
NAMED = [
    ("지방자치법제41조", ("000001:제41조",)),
    ("지방자치법 제41조제1항", ("000001:제41조",)),
    ("지방자치법시행령제41조", ("000002:제41조",)),
    ("지방자치법 시행령 제41조", ("000002:제41조",)),
    ("시행령 제41조", ("000002:제41조",)),
    ("지방자치 제41조", ()),
    ("지방자치법 제42조", ()),
    ("없는법 제41조", ()),
    ("제41조", ()),
    ("없는법 별표 1", ()),
]


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Articles]:
    analyser = Analyser()
    engine = EmbeddedEngine(tmp_path_factory.mktemp("i") / "i", {"analyser": analyser.version})
    laws = [law("지방자치법", TEXTS, "000001"), law("지방자치법 시행령", TEXTS, "000002")]
    fill(engine, analyser, [law_units(one, analyser) for one in laws])
    yield Articles(engine, Senses(analyser, (), 1.0, 1.0))
    engine.close()


@pytest.mark.parametrize(("typed", "keys"), NAMED)
def test_articles_by_name(articles: Articles, typed: str, keys: tuple[str, ...]) -> None:
    assert articles.keys(typed, Viewer.parse("public")) == keys
