"""The API as HTTP: problems, limits, HEAD, entity tags, headers, and what is thrown at it."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx
import pytest
from api_council import api_council, asking
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from records.errors import EngineFault
from records.viewer import ROLES, Viewer
from search_ui.api.app import api, beside
from search_ui.api.asking import sees_no_more
from search_ui.api.doors import LARGEST, Crowd
from search_ui.desk import Desk, install

PREFIX = "/api/v1"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with api_council(tmp_path_factory.mktemp("http")) as desk:
        install(desk)
        yield desk


@pytest.fixture(scope="module")
def client(desk: Desk) -> Iterator[httpx.Client]:
    with asking(api(desk)) as client:
        client.base_url = client.base_url.join(PREFIX)
        yield client


def problem(answer: httpx.Response) -> dict[str, Any]:
    """The problem told, checked to be whole and to hold no trace."""
    told: dict[str, Any] = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert told["status"] == answer.status_code
    assert told["type"] == f"urn:u-council:problem:{told['code']}"
    assert told["title"]
    assert told["detail"]
    assert told["advice"]
    assert "Traceback" not in answer.text
    assert ".py" not in answer.text
    return told


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("documents/test:nowhere", 404, "unknown_document"),
        ("documents/test:report/pages/9", 404, "unknown_document"),
        ("documents/test:report/originals/2", 404, "unknown_document"),
        ("laws/없는법", 404, "unknown_document"),
        ("laws/가로등설치조례?article=제99조", 404, "unknown_document"),
        ("laws/가로등설치조례?as_of=1999-01-01", 404, "unknown_document"),
        ("nowhere", 404, "not_found"),
        ("search?q=a&as=operator", 403, "not_allowed"),
        ("search", 422, "invalid_request"),
        ("laws/가로등설치조례/compare", 422, "invalid_request"),
    ],
)
def test_errors_are_problems(client: httpx.Client, address: str, status: int, code: str) -> None:
    told = problem(client.get(address))
    assert (told["status"], told["code"]) == (status, code)


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ({"size": "101"}, "100 이하여야 합니다"),
        ({"size": "0"}, "1 이상이어야 합니다"),
        ({"size": "많이"}, "정수여야 합니다"),
        ({"size": "9" * 5000}, "너무 큰 수입니다"),
        ({"offset": "9901"}, "9900 이하여야 합니다"),
        ({"q": "가" * 501}, "500자 이하여야 합니다"),
        ({"q": "가\0나"}, "쓸 수 없는 모양입니다"),
        ({"from": "1235"}, "날짜는 2009-02-24처럼 씁니다"),
        ({"as_of": "2009-02-30"}, "날짜는 2009-02-24처럼 씁니다"),
        ({"history": "yes"}, "true나 false여야 합니다"),
        ({"sort": "random"}, "쓸 수 있는 값: 'relevance', 'newest' or 'oldest'"),
        ({"as": "king"}, "쓸 수 없는 모양입니다"),
        ({"sizee": "3"}, "없는 항목입니다"),
    ],
)
def test_every_wrong_value_is_named(
    client: httpx.Client, asked: dict[str, str], reason: str
) -> None:
    told = problem(client.get("search", params={"q": "도서관"} | asked))
    (name,) = asked
    assert told["errors"] == [{"where": f"query.{name}", "reason": reason}]


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b'{"before": "a", "after"', "application/json", 422),
        (b"Q\xff", "application/json", 400),
        (b'{"before": "\\ud800", "after": ""}', "application/json", 422),
        (b'{"before": 1, "after": ""}', "application/json", 422),
        (b"[" * 100_000, "application/json", 400),
        (b'{"before": "x", "after": "y"}', "application/json", 422),
        (b'{"before": "x", "after": "y"}', "text/plain", 422),
        (b"x" * (LARGEST + 1), "application/json", 413),
    ],
)
def test_bodies_that_are_refused(client: httpx.Client, body: bytes, kind: str, status: int) -> None:
    answer = client.post("compare", content=body, headers={"Content-Type": kind})
    assert problem(answer)["status"] == status


def test_a_body_without_a_length_is_counted_as_it_comes(client: httpx.Client) -> None:
    parts = (b"x" * 65_536 for _ in range(LARGEST // 65_536 + 2))
    answer = client.post("compare", content=parts, headers={"Content-Type": "application/json"})
    assert problem(answer)["code"] == "body_too_large"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_other_methods_are_told_what_there_is(client: httpx.Client, method: str) -> None:
    answer = client.request(method, "search")
    assert problem(answer)["code"] == "method_not_allowed"
    assert answer.headers["allow"] == "GET, HEAD"


def test_an_engine_that_fails_is_told_with_what_to_do(
    client: httpx.Client, monkeypatch: pytest.MonkeyPatch, desk: Desk
) -> None:
    class Broken:
        def search(self, *_: object) -> None:
            raise EngineFault("색인을 읽을 수 없습니다")

    install(replace(desk, searcher=Broken()))  # type: ignore[arg-type]
    try:
        for address in ("search?q=a", "health/ready"):
            told = problem(client.get(address))
            assert (told["status"], told["code"]) == (503, "engine_fault")
            assert told["advice"] == EngineFault.advice
        assert client.get("health/live").status_code == 200
    finally:
        install(desk)


def test_what_nobody_foresaw_shows_no_trace(client: httpx.Client, desk: Desk) -> None:
    class Broken:
        def search(self, *_: object) -> None:
            raise RuntimeError("canary-4711")

    install(replace(desk, searcher=Broken()))  # type: ignore[arg-type]
    try:
        answer = client.get("search?q=a")
    finally:
        install(desk)
    assert problem(answer)["code"] == "internal_error"
    assert "canary" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "address",
    [
        "search?q=도서관",
        "documents/test:report",
        "documents/test:report/originals/1",
        "openapi.json",
    ],
)
def test_head_is_get_without_the_body(client: httpx.Client, address: str) -> None:
    got, head = client.get(address), client.head(address)
    assert (head.status_code, head.content) == (200, b"")
    same = {"content-type", "etag", "content-disposition", "cache-control"}
    assert {k: v for k, v in head.headers.items() if k in same} == {
        k: v for k, v in got.headers.items() if k in same
    }


@pytest.mark.parametrize(
    "address",
    [
        "documents/test:report",
        "documents/ordin:700001?as_of=2009-01-01",
        "documents/test:report/pages?size=1",
        "documents/test:report/pages/2",
        "documents/test:report/originals/1",
    ],
)
def test_what_is_held_is_not_sent_again(client: httpx.Client, address: str) -> None:
    tag = client.get(address).headers["etag"]
    for held in (tag, f'"x", W/{tag}', "*"):
        answer = client.get(address, headers={"If-None-Match": held})
        assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", tag)
    assert client.get(address, headers={"If-None-Match": '"x"'}).status_code == 200


def test_another_revision_has_another_tag(client: httpx.Client, desk: Desk) -> None:
    before = client.get("documents/test:emoji")
    desk.records.put([replace(desk.records.document("test:emoji"), title="새 제목")])
    held = {"If-None-Match": before.headers["etag"]}
    after = client.get("documents/test:emoji", headers=held)
    assert (after.status_code, after.json()["title"]) == (200, "새 제목")
    assert after.json()["revision"] > before.json()["revision"]


@pytest.mark.parametrize("address", ["search?q=도서관", "nowhere", "openapi.json", ""])
def test_no_page_elsewhere_reads_an_answer_or_shows_it(client: httpx.Client, address: str) -> None:
    answer = client.get(address, headers={"Origin": "https://example.org"})
    assert "access-control-allow-origin" not in answer.headers
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"


def test_too_many_at_once_are_asked_to_come_again() -> None:
    inside, leave = threading.Barrier(3), threading.Event()
    app = FastAPI()

    @app.get("/slow")
    def slow() -> None:
        inside.wait(30)
        leave.wait(30)

    with asking(Crowd(app, most=2)) as client:
        threads = [threading.Thread(target=client.get, args=("/slow",)) for _ in range(2)]
        for thread in threads:
            thread.start()
        inside.wait(30)
        refused = client.get("/slow")
        leave.set()
        for thread in threads:
            thread.join()
    assert (problem(refused)["code"], refused.headers["retry-after"]) == ("too_busy", "1")


def test_the_page_for_people_needs_nothing_from_elsewhere(client: httpx.Client) -> None:
    for address in (PREFIX, f"{PREFIX}/"):
        answer = client.get(httpx.URL(f"http://{client.base_url.netloc.decode()}{address}"))
        assert answer.headers["content-type"].startswith("text/html")
        assert "신구조문대비" in answer.text
        assert "<script" not in answer.text
        assert "://" not in answer.text


def test_the_document_is_openapi_3_1_and_every_problem_has_its_form(client: httpx.Client) -> None:
    document = client.get("openapi.json").json()
    assert document["openapi"].startswith("3.1")
    for path, methods in document["paths"].items():
        for said in methods.values():
            assert said["summary"], path
            for status, answer in said["responses"].items():
                problems = int(status) >= 400
                assert ("application/problem+json" in answer.get("content", {})) is problems


def test_the_pages_keep_every_other_address() -> None:
    def named(name: str) -> FastAPI:
        app = FastAPI(openapi_url=None)
        app.get("/{path:path}")(lambda: name)
        return app

    with asking(beside(named("pages"), named("api"))) as client:
        for path, name in (
            ("/", "pages"),
            ("/api/v1", "api"),
            ("/api/v1/search", "api"),
            ("/api/v10", "pages"),
            ("/api/approval/packs", "pages"),
        ):
            assert client.get(path).json() == name


def test_the_app_serves_both(app: str) -> None:
    with httpx.Client(base_url=app, trust_env=False, timeout=60) as both:
        assert both.get("api/v1/health/ready").json() == {"status": "ok"}
        assert both.get("api/v1/search", params={"q": "도서관"}).json()["total"] == 30
        assert "streamlit" in both.get("").text.lower()


HOSTILE = [
    "../../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%00", "test:report%00", "%ed%a0%80", "%ff",
    "' OR 1=1 --", "<script>alert(1)</script>", "test:report/../secret", "a" * 299, "a" * 3000, "%",
    "test%3Areport%2Fpages%2F1%2F..", "\N{RIGHT-TO-LEFT OVERRIDE}", "{document_id}", "//", ".", "%2e%2e",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    "where", ["documents/{}", "documents/{}/pages", "laws/{}", "search?q={}", "suggest?prefix={}"]
)
def test_hostile_addresses_are_answered(client: httpx.Client, where: str, text: str) -> None:
    answer = client.get(where.format(text.replace("#", "%23").replace("?", "%3F")))
    assert answer.status_code in (200, 404, 422)
    if answer.status_code != 200:
        problem(answer)
    assert "root:" not in answer.text


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_text_is_an_answerable_query(client: httpx.Client, text: str) -> None:
    answer = client.get("search", params={"q": text})
    assert answer.status_code == (422 if "\0" in text else 200)


_VIEWERS = [Viewer(role) for role in ROLES] + [
    Viewer("member", "m1"), Viewer("member", "m2"), Viewer("committee", "교통위원회"),
]  # fmt: skip


@given(st.data())
def test_a_narrowed_viewer_reads_no_paper_that_the_own_may_not(data: st.DataObject) -> None:
    from records.model import Document, Kind, Visibility
    from records.visibility import may_read

    own, asked = data.draw(st.sampled_from(_VIEWERS)), data.draw(st.sampled_from(_VIEWERS))
    readers = data.draw(
        st.lists(st.sampled_from(["member:m1", "member:m2", "committee:교통위원회"]))
    )
    visibility = data.draw(st.sampled_from(Visibility))
    paper = Document("a:1", Kind.BILL, "x", visibility=visibility, readers=tuple(readers))
    if sees_no_more(asked, own) and may_read(asked, paper):
        assert may_read(own, paper)
