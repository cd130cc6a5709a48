"""The guide to the API is true: every example in it is asked, and every address is in it."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from api_council import api_council, asking

from search_ui.api.app import api
from search_ui.api.asking import DEEPEST, LONGEST_QUERY, LONGEST_TEXT, MOST
from search_ui.api.doors import CROWD, LARGEST
from search_ui.desk import install

GUIDE = (Path(__file__).parents[2] / "docs" / "guide-api.md").read_text(encoding="utf-8")
CALLS = re.findall(r"^curl (.*)$", GUIDE, re.M)
HOST = "http://127.0.0.1:8501"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    with api_council(tmp_path_factory.mktemp("guide")) as desk:
        install(desk)
        with asking(api(desk)) as client:
            yield client


def request(call: str) -> httpx.Request:
    """What curl would send."""
    words = iter(shlex.split(call))
    address, asked, body = "", {}, None
    for word in words:
        if word in ("-d", "--data-urlencode"):
            name, _, value = next(words).partition("=")
            asked[name] = value
        elif word == "--json":
            body = json.loads(next(words))
        elif not word.startswith("-"):
            address = word.removeprefix(HOST)
    url = httpx.URL(f"http://x{address}")
    return httpx.Request("POST" if body else "GET", url.copy_merge_params(asked), json=body)


@pytest.mark.parametrize("call", CALLS)
def test_an_example_works(client: httpx.Client, call: str) -> None:
    made = request(call)
    content, kind = made.content, made.headers.get("content-type", "")
    target = made.url.raw_path.decode()
    answer = client.request(made.method, target, content=content, headers={"Content-Type": kind})
    assert answer.status_code == 200, answer.text
    assert answer.content not in (b"", b"[]", b"{}")


def test_every_address_has_an_example(client: httpx.Client) -> None:
    asked = [request(call) for call in CALLS]
    for path, methods in client.get("/api/v1/openapi.json").json()["paths"].items():
        form = re.compile(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path)))
        for method in methods:
            known = [one for one in asked if one.method == method.upper()]
            wanted = any(form.fullmatch(one.url.path) for one in known)
            assert wanted, f"{method} {path}"


def test_limits_are_as_the_guide_says() -> None:
    for limit in (f"{MOST}까지", f"{DEEPEST:,}까지", f"{LONGEST_QUERY}자", f"{LONGEST_TEXT:,}자"):
        assert limit in GUIDE
    assert f"{LARGEST // 1024**2} MiB" in GUIDE
    assert f"{CROWD}건" in GUIDE
    assert len(json.dumps({"before": "😀", "after": "😀"})) + 24 * (LONGEST_TEXT - 1) <= LARGEST
