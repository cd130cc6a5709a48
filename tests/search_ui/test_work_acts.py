"""Work over HTTP: acts, files and feeds, without a browser; what is refused, and what leaks not."""

import asyncio
import doctest
import importlib
import io
import json
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import Any
from xml.etree import ElementTree

import docx
import httpx
import openpyxl
import pytest
from hwpx import HwpxDocument
from starlette.applications import Starlette
from ui_council import council

from records.model import Document, Kind, Passage, Visibility
from records.viewer import Viewer
from search_ui.desk import Desk, install
from search_ui.work.routes import routes

FORMULA = '=HYPERLINK("http://evil.example","눌러 보세요")'
KEY = "a-browser-of-its-own-1"
ATOM = "{http://www.w3.org/2005/Atom}"


class Client:
    """Asks the routes in this process."""

    def __init__(self) -> None:
        self.cookies = {"u_browser": KEY}
        self._transport = httpx.ASGITransport(Starlette(routes=routes()))

    def get(self, address: str, **more: Any) -> httpx.Response:
        return self._ask("GET", address, **more)

    def post(self, address: str, **more: Any) -> httpx.Response:
        return self._ask("POST", address, **more)

    def _ask(self, method: str, address: str, **more: Any) -> httpx.Response:
        async def ask() -> httpx.Response:
            where = "http://council.example"
            async with httpx.AsyncClient(
                transport=self._transport, base_url=where, cookies=self.cookies
            ) as client:
                return await client.request(method, address, **more)

        with ThreadPoolExecutor(
            1
        ) as beside:  # a browser's tests leave a loop running in this thread
            return beside.submit(lambda: asyncio.run(ask())).result()


@pytest.fixture(scope="module")
def ui_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A council of this file's own: what is done here stays here."""
    with council(tmp_path_factory.mktemp("work")) as desk:
        yield desk


@pytest.fixture
def client(ui_desk: Desk) -> Iterator[Client]:
    desk = replace(
        ui_desk, viewer=Viewer("staff"), mail=True, private=lambda text: "800101-1234560" in text
    )
    install(desk)
    yield Client()
    for one in desk.records.collections("staff"):
        desk.records.drop_collection(one.id, "staff")
    for search in desk.records.saved_searches():
        desk.records.drop_search(search.id, search.owner)
    desk.records.forget_searches(f"staff/{KEY}")


def act(client: Client, what: str, **order: object) -> dict[str, Any]:
    answer = client.post("/work/act", json={"what": what, **order})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def collected(client: Client, *places: dict[str, object]) -> str:
    made = act(client, "collection.make", name="주차장 확충")["shown"]
    name = made["open"]["id"]
    for place in places:
        act(client, "collect", id=name, **place)
    return name


def get(client: Client, name: str, form: str) -> bytes:
    answer = client.get(f"/work/export?id={name}&form={form}")
    assert answer.status_code == 200, answer.text
    assert "filename*=UTF-8''%EC%A3%BC%EC%B0%A8" in answer.headers["content-disposition"]
    return answer.content


def test_what_is_collected_stays_as_it_was(client: Client, ui_desk: Desk) -> None:
    paper = Document(
        "test:kept", Kind.REPORT, "남는 보고", visibility=Visibility.PUBLIC,
        passages=(Passage(0, "처음 글", page=1), Passage(1, "둘째 쪽", page=2)),
    )  # fmt: skip
    ui_desk.records.put([paper])
    name = collected(client, {"document": "test:kept", "page": 1, "note": "첫 판"})
    changed = (Passage(0, "고친 글", page=1), paper.passages[1])
    ui_desk.records.put([replace(paper, passages=changed)])
    shown = act(client, "collection.rename", id=name, name="바꾼 이름")["shown"]
    (item,) = shown["open"]["items"]
    assert (item["text"], item["note"], item["place"]) == ("처음 글", "첫 판", "1쪽")
    assert "담은 때" in item["state"]
    assert "rev=" in item["href"]
    ui_desk.records.withdraw("test:kept")
    (item,) = act(client, "collection.rename", id=name, name="또")["shown"]["open"]["items"]
    assert (item["title"], item["text"], item["href"]) == ("지금 볼 수 없는 자료", "", "")


def test_an_article_is_kept_as_its_version(client: Client) -> None:
    place = {"document": "ordin:700001", "article": "제2조"}
    name = collected(client, place, place | {"day": "2006-03-01"})
    now, then = act(client, "collection.rename", id=name, name="가로등")["shown"]["open"]["items"]
    assert "20룩스" in now["text"]
    assert now.get("state") == ""
    assert "10룩스" in then["text"]
    assert "시행 2005-01-01 ~ 2008-06-30" in " ".join(then["meta"])
    assert "day=2005-01-01" in then["href"]
    assert "지금 시행하는 글은 다릅니다" in then["state"]


def test_originals_too_large_for_one_bundle_are_said_before_they_are_asked_for(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = collected(client, {"document": "test:report"}, {"document": "test:hostile"})
    shown = act(client, "collection.rename", id=name, name="큰 자료")["shown"]["open"]["exports"]
    assert [bool(one["size"]) for one in shown] == [False, False, False, True]
    assert not any(one["why"] for one in shown)
    for module in ("work.leaving", "exports.bundle"):
        monkeypatch.setattr(f"search_ui.{module}.LARGEST", 10)
    shown = act(client, "collection.rename", id=name, name="큰 자료")["shown"]["open"]["exports"]
    assert [one["form"] for one in shown if one["why"]] == ["zip"]
    assert "나누어 담거나" in shown[-1]["why"]
    assert "가장 큰 것은 ‘공영주차장 확충 보고’" in shown[-1]["why"]
    address = f"/work/export?id={name}&form=zip"
    assert client.get(address).json()["advice"].startswith("새 자료집에 나누어 담거나")
    page = client.get(address, headers={"Accept": "text/html,*/*"})
    assert (page.status_code, page.headers["content-type"]) == (422, "text/html; charset=utf-8")
    assert "<h1>원본이" in page.text
    assert "새 자료집에 나누어 담거나" in page.text
    assert "script" not in page.headers["content-security-policy"]


def test_every_file_of_a_collection_opens_and_holds_the_same(client: Client) -> None:
    name = collected(
        client,
        {"document": "test:report", "page": 2, "note": FORMULA},
        {"document": "test:hostile"},
        {"document": "ordin:700001", "article": "제1조"},
    )
    book = openpyxl.load_workbook(io.BytesIO(get(client, name, "xlsx")))
    sheet = book["자료집"]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert sheet["H4"].value == FORMULA
    assert sheet["B5"].value.startswith("<script>")
    assert "http://council.example/reader?doc=test%3Areport&rev=" in sheet["J4"].value
    word = docx.Document(io.BytesIO(get(client, name, "docx")))
    said = "\n".join(paragraph.text for paragraph in word.paragraphs)
    hangul = HwpxDocument.open(io.BytesIO(get(client, name, "hwpx")))
    written = "\n".join(p.text for s in hangul.sections for p in s.paragraphs)
    for text in (said, written):
        assert "1. 공영주차장 확충 보고 (2쪽)" in text
        assert "주차면은 모두 1,204면이다." in text
        assert FORMULA in text
        assert "SHA-256" in text
    with zipfile.ZipFile(io.BytesIO(get(client, name, "zip"))) as bundle:
        names = bundle.namelist()
        assert bundle.testzip() is None
        assert bundle.read("원본/001 공영주차장 확충 보고(2009).pdf").startswith(b"%PDF")
        sums = bundle.read("SHA256SUMS.txt").decode()
    assert not [one for one in names if ".." in one or one.startswith("/") or "<" in one]
    assert all(one in sums for one in names if one != "SHA256SUMS.txt")


def test_a_shared_collection_shows_each_only_what_they_may_read(
    client: Client, ui_desk: Desk
) -> None:
    name = collected(client, {"document": "test:secret"}, {"document": "test:report"})
    shown = act(client, "collection.share", id=name, shared=True)["shown"]
    token = shown["open"]["share"].partition("shared=")[2]
    install(replace(ui_desk, viewer=Viewer("public")))
    answer = client.get(f"/work/export?shared={token}&form=xlsx")
    rows = list(openpyxl.load_workbook(io.BytesIO(answer.content))["자료집"].values)
    assert [row[1] for row in rows[3:]] == ["지금 볼 수 없는 자료", "공영주차장 확충 보고"]
    assert b"test:secret" not in answer.content
    for where in (f"id={name}", "shared=nothing", "form=xlsx", f"shared={token}&form=exe"):
        assert client.get(f"/work/export?form=xlsx&{where}").status_code == 404
    changed = client.post("/work/act", json={"what": "collection.drop", "id": name})
    assert changed.status_code == 422


def test_saved_searches_tell_what_is_new(client: Client, ui_desk: Desk) -> None:
    said = act(
        client, "search.save", address="?q=%EA%B3%B5%EC%98%81%EC%A3%BC%EC%B0%A8%EC%9E%A5&p=3"
    )
    assert "공영주차장" in said["said"]
    (saved,) = ui_desk.records.saved_searches("staff")
    assert "p=" not in saved.address
    ui_desk.records.saw_search(saved.id, "staff", 0)
    shown = act(client, "search.mail", id=saved.id, email="seo@council.example")["shown"]
    (one,) = shown["searches"]
    assert one["count"] == 2  # what staff may read
    assert {paper["title"] for paper in one["new"]} == {"공영주차장 확충 보고", "비공개 요구자료"}
    assert one["email"] == "seo@council.example"
    for wrong in ("a@b", "x", "a@b.example\nBcc: c@d.example", "<a@b.example>"):
        answer = client.post(
            "/work/act", json={"what": "search.mail", "id": saved.id, "email": wrong}
        )
        assert answer.status_code == 422, wrong
    (one,) = act(client, "search.saw", id=saved.id)["shown"]["searches"]
    assert one["count"] == 0


def test_a_feed_is_atom_and_leaks_nothing(client: Client, ui_desk: Desk) -> None:
    act(client, "search.save", address="q=%EC%A0%95%EB%B9%84%EC%95%88", name='<b>"정비"&</b>')
    (saved,) = ui_desk.records.saved_searches("staff")
    answer = client.get(f"/work/feed?token={saved.token}")
    assert answer.headers["content-type"] == "application/atom+xml"
    feed = ElementTree.fromstring(answer.content)
    assert feed.findtext(f"{ATOM}title") == '<b>"정비"&</b> · u-council'
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")]
    assert titles
    assert titles[0].startswith("<script>")
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids)
    act(client, "search.save", address="q=%EA%B0%90%EC%82%AC")
    secret = ui_desk.records.saved_searches("staff")[0]
    install(replace(ui_desk, viewer=Viewer("public")))
    assert "비공개" not in client.get(f"/work/feed?token={secret.token}").text
    assert client.get("/work/feed?token=nothing").status_code == 404


def test_history_and_the_board(client: Client, ui_desk: Desk) -> None:
    records = ui_desk.records
    for _ in range(3):
        act(client, "asked", address="?q=%EC%97%86%EB%8A%94%EB%A7%90", found=0, fresh=True)
        act(client, "asked", address="?q=800101-1234560", found=0, fresh=True)
        act(client, "asked", address="?q=%EB%91%90%EB%B2%88", found=1, fresh=False)
    assert [one.query for one in records.asked_often(date.min, failed=True)] == ["없는말"]
    assert len(records.past_searches(f"staff/{KEY}")) == 3
    act(client, "asked", address="?kind=bill", found=3, fresh=True)
    act(client, "past.forget", past=records.past_searches(f"staff/{KEY}")[0].id)
    assert len(records.past_searches(f"staff/{KEY}")) == 2
    assert act(client, "past.forget")["shown"]["past"] == []


@pytest.mark.parametrize(
    "name",
    ["work.pinning", "work.orders", "admin.acts", "exports.rows", "exports.bundle"],
)
def test_the_examples_are_true(name: str) -> None:
    result = doctest.testmod(importlib.import_module(f"search_ui.{name}"))
    assert result.attempted
    assert not result.failed


def test_each_browser_of_the_public_has_its_own(client: Client, ui_desk: Desk) -> None:
    install(replace(ui_desk, viewer=Viewer("public")))
    name = collected(client, {"document": "test:report"})
    act(client, "asked", address="?q=%EA%B0%80", found=1, fresh=False)
    other = Client()
    other.cookies = {"u_browser": "another-browser-of-its-own"}
    assert act(other, "collection.choices")["choices"] == []
    assert act(other, "past.list")["past"] == []
    assert other.get(f"/work/export?id={name}&form=xlsx").status_code == 404
    spoofed = {"what": "collection.drop", "id": name, "browser": KEY}
    assert other.post("/work/act", json=spoofed).status_code == 422
    for key in ("", "short", "x" * 99, "../../etc/passwd-and-more"):
        other.cookies = {"u_browser": key}
        assert other.post("/work/act", json={"what": "collection.choices"}).status_code == 422
        assert act(other, "past.list", browser=KEY)["past"] == []
    assert len(act(client, "collection.choices")["choices"]) == 1
    act(client, "collection.drop", id=name)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Type": "text/plain"}, 403),
        ({"Content-Type": "application/json", "Sec-Fetch-Site": "cross-site"}, 403),
        ({"Content-Type": "application/json"}, 200),
    ],
)
def test_only_our_own_pages_may_act(client: Client, headers: dict[str, str], status: int) -> None:
    body = json.dumps({"what": "past.forget"})
    assert client.post("/work/act", content=body, headers=headers).status_code == status


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"{", b'{"what": 1}', b'{"what": ["collect"]}', b'{"what": "nothing"}',
     b'{"what": "collect"}', b'{"what": "collect", "document": "no:such"}',
     b'{"what": "collect", "document": "test:report", "id": {"a": 1}, "name": "' + b"x" * 200 + b'"}',
     b'{"what": "item.move", "id": "x", "item": "y", "to": "-1"}', b"[" * 60000,
     b'{"what": "held.release", "document": "test:report", "why": "x"}', b"\xff\xfe"],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_in_words(client: Client, body: bytes) -> None:
    answer = client.post("/work/act", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422
    assert answer.json()["advice"]
    long = client.post("/work/act", json={"what": "collect", "note": "가" * 70_000})
    assert long.status_code == 413
