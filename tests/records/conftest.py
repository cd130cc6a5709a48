"""Records on each database, and the papers the tests speak of."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from records.model import Article, Document, Kind, Passage, Version, Visibility
from records.store import Records


@pytest.fixture
def records(database_url: str, tmp_path: Path) -> Iterator[Records]:
    with Records.create(database_url, str(tmp_path / "originals")) as store:
        yield store


@pytest.fixture
def paper() -> Callable[..., Document]:
    """Make a bill; name what matters."""

    def make(number: int = 1, text: str = "제1조(목적) 이 조례는", **more: object) -> Document:
        given: dict[str, object] = {
            "id": f"seoul:bill-{number}",
            "kind": Kind.BILL,
            "title": f"의안 {number}",
            "visibility": Visibility.PUBLIC,
            "passages": (Passage(0, text, page=1),),
        }
        return Document(**(given | more))  # type: ignore[arg-type]

    return make


@pytest.fixture
def version() -> Callable[..., Version]:
    """Make a version of 지방자치법: its MST, first day, and articles as key=text."""

    def make(mst: str, effective: str, texts: dict[str, str], **more: object) -> Version:
        given: dict[str, object] = {
            "law_id": "001709",
            "mst": mst,
            "effective": date.fromisoformat(effective),
            "name": "지방자치법",
            "kind": "법률",
            "articles": tuple(Article(key, None, text) for key, text in texts.items()),
        }
        return Version(**(given | more))  # type: ignore[arg-type]

    return make
