"""Originals over HTTP: under their own name, only for those who may read them, never run."""

from collections.abc import Iterator
from urllib.parse import quote

import httpx
import pytest
from ui_council import NAME


@pytest.fixture
def client(app: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=app, timeout=60) as client:
        yield client


def test_the_original_comes_under_its_name(client: httpx.Client) -> None:
    answer = client.get("papers/original", params={"doc": "test:report", "n": "0"})
    assert answer.content.startswith(b"%PDF")
    assert quote(NAME, safe="") in answer.headers["content-disposition"]
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_page_is_a_picture_that_cannot_run(client: httpx.Client) -> None:
    answer = client.get("papers/page", params={"doc": "test:report", "page": "2"})
    assert answer.headers["content-type"] == "image/png"
    assert "sandbox" in answer.headers["content-security-policy"]


def test_boxes_stand_where_the_word_is(client: httpx.Client) -> None:
    asked = {"doc": "test:report", "page": "2", "needle": "공영주차장"}
    answer = client.get("papers/boxes", params=asked).json()
    assert answer["pages"] == 3
    assert len(answer["boxes"]) == 2
    assert all(0 <= x0 < x1 <= 1 and 0 <= y0 < y1 <= 1 for x0, y0, x1, y1 in answer["boxes"])


@pytest.mark.parametrize("what", ["original", "page", "boxes"])
@pytest.mark.parametrize("document", ["test:secret", "test:nowhere", ""])
def test_absent_and_forbidden_are_told_alike(
    client: httpx.Client, what: str, document: str
) -> None:
    answer = client.get(f"papers/{what}", params={"doc": document, "needle": "감사"})
    assert answer.status_code == 404
    assert answer.json()["reason"] == f"없는 문서: {document}"


@pytest.mark.parametrize("number", ["1", "-1", "x"])
def test_an_attachment_that_is_not_there(client: httpx.Client, number: str) -> None:
    answer = client.get("papers/original", params={"doc": "test:report", "n": number})
    assert answer.status_code == 404
