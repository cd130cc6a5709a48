"""A real Tika server in place of the Tika compiled in."""

from collections.abc import Iterator

import pytest
from hostile import slides, word
from support import SAMPLES, require

from indexer.extract import media
from indexer.extract.model import Extracted, Limits
from indexer.extract.service import Extractor
from indexer.extract.tika_server import server
from records.errors import Unreadable

pytestmark = pytest.mark.xdist_group("tika")


@pytest.fixture(scope="module")
def served(tika_url: str) -> Iterator[Extractor]:
    with Extractor(tika_url=tika_url, workers=1) as one:
        yield one


def read(extractor: Extractor, content: bytes) -> Extracted:
    result = extractor.extract_bytes("a", content)
    assert isinstance(result, Extracted)
    return result


@pytest.mark.parametrize("content", [word("지방자치법 제41조에 따라"), slides()])
def test_server_and_compiled_in_say_the_same(
    served: Extractor, extractor: Extractor, content: bytes
) -> None:
    assert read(served, content).blocks == read(extractor, content).blocks


def test_an_hwp_is_cross_checked_by_the_server(served: Extractor, extractor: Extractor) -> None:
    require(SAMPLES.is_dir(), "no samples")
    content = next((SAMPLES / "docs").glob("*통합재정통계(2014*")).read_bytes()
    result = read(served, content)
    assert result.media_type == media.HWP
    assert result.text == read(extractor, content).text


def test_the_server_itself_was_asked(tika_url: str) -> None:
    answer = server(tika_url, Limits()).xhtml(word("서버에 물음"))
    assert "서버에 물음" in answer.text
    assert answer.metadata["Content-Type"] == media.DOCX


def test_an_exception_behind_a_good_status_is_a_fault(tika_url: str) -> None:
    with pytest.raises(Unreadable):
        server(tika_url, Limits()).xhtml(word("가")[:2_000])


def test_without_the_server_nothing_is_lost() -> None:
    with Extractor(tika_url="http://127.0.0.1:9", workers=1) as extractor:
        assert "서버 없이" in read(extractor, word("서버 없이")).text
