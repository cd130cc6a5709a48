"""Collections over the API: one's own, shared ones, their files, and what is not told."""

import io
import zipfile
from collections.abc import Iterator

import httpx
import pytest
from api_council import SHARED, api_council, asking, seen_by

from search_ui.api.app import api
from search_ui.desk import Desk, install
from search_ui.exports import sending

PATH = "/api/v1/collections"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with api_council(tmp_path_factory.mktemp("gathered")) as desk:
        install(desk)
        yield desk


@pytest.fixture(scope="module")
def client(desk: Desk) -> Iterator[httpx.Client]:
    with asking(api(desk)) as client:
        yield client


def test_a_shared_one_is_read_with_the_reader_s_rights(client: httpx.Client, desk: Desk) -> None:
    told = client.get(f"{PATH}/{SHARED}").json()
    report, secret = told["items"]
    assert (told["collection"]["name"], told["total"], told["next"]) == ("주차 자료", 2, None)
    assert report["document"] == "test:report"
    assert report["page"] == 2
    assert f"{report['revision']}판" in report["citation"]
    assert report["address"].startswith("/reader?doc=test%3Areport&rev=")
    assert {name for name, value in secret.items() if value is not None} == {"n", "note"}
    with seen_by(desk, "staff"):
        assert client.get(f"{PATH}/{SHARED}").json()["items"][1]["title"] == "비공개 요구자료"
        narrowed = client.get(f"{PATH}/{SHARED}?as=public").json()["items"][1]
        assert narrowed["document"] is None


def test_one_s_own_are_listed_and_paged(client: httpx.Client, desk: Desk) -> None:
    assert client.get(PATH).json() == {"total": 0, "collections": [], "next": None}
    with seen_by(desk, "researcher"):
        (own,) = client.get(PATH).json()["collections"]
        one = client.get(f"{PATH}/{own['id']}?size=1").json()
        assert [item["n"] for item in one["items"]] == [1]
        assert [item["n"] for item in client.get(one["next"]).json()["items"]] == [2]
    refused = client.get(f"{PATH}/{own['id']}")
    assert refused.headers["content-type"] == "application/problem+json"
    assert (refused.status_code, refused.json()["code"]) == (404, "unknown_document")


def test_a_browser_of_the_public_has_its_own(client: httpx.Client, desk: Desk) -> None:
    key = "a-browser-of-its-own-1"
    desk.records.make_collection(f"public/{key}", "내 것")
    told = client.get(PATH, headers={"Cookie": f"u_browser={key}"}).json()
    assert [one["name"] for one in told["collections"]] == ["내 것"]


@pytest.mark.parametrize("form", sending.MEDIA)
def test_it_leaves_as_a_file(client: httpx.Client, form: str) -> None:
    answer = client.get(f"{PATH}/{SHARED}/export?form={form}")
    assert answer.headers["content-type"] == sending.MEDIA[form]
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert "attachment" in answer.headers["content-disposition"]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as opened:
        assert opened.testzip() is None
    if form == "zip":
        names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
        assert [one for one in names if one.startswith("원본/001")]
        assert not [one for one in names if "비공개" in one]


@pytest.mark.parametrize(("asked", "status"), [("form=exe", 422), ("x=1", 422), ("as=staff", 403)])
def test_what_is_refused(client: httpx.Client, asked: str, status: int) -> None:
    answer = client.get(f"{PATH}/{SHARED}/export?{asked}")
    assert answer.status_code == answer.json()["status"] == status


def test_originals_beyond_the_limit_are_a_problem(
    client: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search_ui.exports.bundle.LARGEST", 10)
    answer = client.get(f"{PATH}/{SHARED}/export?form=zip")
    assert answer.status_code == 422
    assert answer.json()["advice"]


def test_a_file_is_sent_in_pieces(client: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "PIECE", 64)
    with client.stream("GET", f"{PATH}/{SHARED}/export?form=zip") as answer:
        assert len(answer.read()) == int(answer.headers["content-length"])
