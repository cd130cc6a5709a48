"""Every address of the API, asked over HTTP as the public and as staff."""

from collections.abc import Iterator
from dataclasses import fields

import httpx
import pytest
from api_council import HIDDEN, api_council, asking, seen_by
from ui_council import NAME

from records.model import Document
from search_ui.api.answers import Paper
from search_ui.api.app import api
from search_ui.desk import Desk, install

PREFIX = "/api/v1"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with api_council(tmp_path_factory.mktemp("api")) as desk:
        install(desk)
        yield desk


@pytest.fixture(scope="module")
def client(desk: Desk) -> Iterator[httpx.Client]:
    with asking(api(desk)) as client:
        client.base_url = client.base_url.join(PREFIX)
        yield client


def test_search_tells_what_the_command_line_tells(client: httpx.Client) -> None:
    answer = client.get("search", params={"q": "도서관", "size": 3, "kind": ["bill", "audit"]})
    found = answer.json()
    assert (found["total"], len(found["hits"])) == (30, 3)
    passage = found["hits"][0]["passages"][0]
    assert {passage["text"][start:end] for start, end in passage["marks"]} == {"도서관"}
    assert found["facets"]["kind"][0] == {"value": "bill", "label": "의안", "count": 20}


def test_following_next_gives_every_paper_once(client: httpx.Client) -> None:
    address, seen = f"{PREFIX}/search?q=도서관&size=7&sort=newest", []
    while address:
        found = client.get(f"http://{client.base_url.netloc.decode()}{address}").json()
        seen += [hit["id"] for hit in found["hits"]]
        address = found["next"]
        assert found["total"] == 30
    assert (len(seen), len(set(seen))) == (30, 30)


def test_narrowing_is_by_day_session_and_the_rest(client: httpx.Client) -> None:
    asked = {"q": "도서관", "from": "2009-01-01", "to": "2009-12-31", "committee": "교통위원회"}
    found = client.get("search", params=asked).json()
    assert found["total"] == 15
    assert client.get("search", params=asked | {"session": 9}).json()["total"] == 0


def test_why_each_hit_is_there_in_the_order_of_the_hits(client: httpx.Client, desk: Desk) -> None:
    asked = {"q": "도서관 예산", "size": 4, "offset": 4}
    hits = client.get("search", params=asked).json()["hits"]
    why = client.get("explain", params=asked).json()["explanations"]
    assert [one["id"] for one in why] == [hit["id"] for hit in hits]
    assert all(one["reasons"][0] == "모든 말이 있습니다" for one in why)
    assert all(one["parts"] == {} for one in why)
    with seen_by(desk, "staff"):
        staff = client.get("explain", params=asked).json()["explanations"]
    assert all(one["parts"]["tokens"] > 0 for one in staff)


def test_related_words_are_a_list(client: httpx.Client) -> None:
    assert client.get("related", params={"q": "도서관"}).json() == {"words": []}
    assert client.get("related", params={"q": ""}).status_code == 422


def test_suggestions(client: httpx.Client) -> None:
    found = client.get("suggest", params={"prefix": "ㄷㅅㄱ", "size": 3}).json()["suggestions"]
    assert len(found) == 3
    assert found[0]["text"].startswith("도")


def test_a_paper_its_pages_and_its_marks(client: httpx.Client) -> None:
    paper = client.get("documents/test:report").json()
    assert (paper["title"], paper["length"]) == ("공영주차장 확충 보고", 9)
    pages = client.get(paper["pages"].removeprefix(f"{PREFIX}/"), params={"size": 2}).json()
    assert (pages["total"], [one["page"] for one in pages["pages"]]) == (3, [1, 2])
    assert pages["next"].endswith("offset=2") or "offset=2&" in pages["next"]
    second = client.get("documents/test:report/pages/2").json()
    assert second == pages["pages"][1]
    marks = client.get("documents/test:report/marks", params={"q": "공영주차장"}).json()
    assert (marks["total"], [one["page"] for one in marks["passages"]]) == (3, [1, 2, 3])


def test_what_a_paper_tells_is_what_records_know_of_it() -> None:
    known = {one.name for one in fields(Document)}
    told = {one.name for one in fields(Paper)} - {"length", "pages", "originals"}
    assert known - told == {"passages", "readers", "privacy"}
    assert told <= known


def test_the_original_comes_as_it_was_received(client: httpx.Client) -> None:
    (address,) = client.get("documents/test:report").json()["originals"]
    answer = client.get(address.removeprefix(f"{PREFIX}/"))
    assert answer.content.startswith(b"%PDF")
    assert (
        httpx.URL(f"http://x/{NAME}").raw_path.decode()[1:9]
        in answer.headers["content-disposition"]
    )
    assert answer.headers["content-type"] == "application/octet-stream"


def test_a_law_as_of_a_day(client: httpx.Client) -> None:
    for day, bright in (("2006-01-01", "10룩스"), ("2009-01-01", "20룩스")):
        asked = {"as_of": day, "article": "제2조"}
        law = client.get("laws/가로등설치조례", params=asked).json()
        assert (law["id"], law["as_of"]) == ("ordin:700001", day)
        assert [one["key"] for one in law["version"]["articles"]] == ["제2조"]
        assert bright in law["version"]["articles"][0]["text"]


@pytest.mark.parametrize("name", ["가로등 설치 조례", "700001", "ordin:700001"])
def test_a_law_by_name_number_or_id(client: httpx.Client, name: str) -> None:
    found = client.get(f"laws/{name}/versions").json()
    states = [(one["mst"], one["state"], one["effective_to"]) for one in found["versions"]]
    assert states == [("2", "현행", None), ("1", "연혁", "2008-07-01")]


def test_two_days_of_a_law(client: httpx.Client) -> None:
    asked = {"from": "2006-01-01", "to": "2009-01-01"}
    found = client.get("laws/가로등 설치 조례/compare", params=asked).json()
    assert (found["before"]["mst"], found["after"]["mst"]) == ("1", "2")
    (change,) = found["changes"]
    assert (change["article"], change["change"]) == ("제2조", "changed")
    assert ("10룩스" in change["before"], "20룩스" in change["after"]) == (True, True)


def test_two_drafts(client: httpx.Client) -> None:
    drafts = {"before": "조례\n제1조(목적) 하나", "after": "조례\n제1조(목적) 둘\n제2조(끝) 셋"}
    found = client.post("compare", json=drafts).json()
    assert [one["change"] for one in found["changes"]] == ["changed", "added"]
    assert (found["before"], found["after"]) == (None, None)


def test_citations_of_a_text(client: httpx.Client) -> None:
    text = "「가로등 설치 조례」 제2조와 제9조에 따른다."
    (second, ninth) = client.post("cite", json={"text": text}).json()["citations"]
    assert text[second["start"] : second["end"]] == second["text"]
    assert (second["document"], second["article"], second["mst"]) == ("ordin:700001", "제2조", "2")
    assert (ninth["resolved"], ninth["reason"]) == (False, "no such article")
    asked = {"text": text, "date": "2006-01-01"}
    assert client.post("cite", json=asked).json()["citations"][0]["mst"] == "1"
    asked = {"text": "제2조에 따른다.", "within": "가로등 설치 조례"}
    (own,) = client.post("cite", json=asked).json()["citations"]
    assert own["document"] == "ordin:700001"


def test_a_forbidden_law_that_is_cited_is_not_held(client: httpx.Client, desk: Desk) -> None:
    asked = {"text": f"「{HIDDEN}」 제1조 및 제9조, 「없는 조례」 제1조"}
    found = client.post("cite", json=asked).json()["citations"]
    assert len(found) == 3
    assert {(one["reason"], one["law_id"], one["document"]) for one in found} == {
        ("not held", None, None)
    }
    with seen_by(desk, "staff"):
        found = client.post("cite", json=asked).json()["citations"]
    assert [one["reason"] for one in found] == [None, "no such article", "not held"]


def test_sources_tell_the_last_success_and_the_last_fault(client: httpx.Client) -> None:
    (law,) = client.get("sources").json()["sources"]
    assert (law["title"], law["fault"], law["reason"]) == ("법령", "incomplete", None)
    assert law["last_success"] <= law["last_visit"]


def test_health(client: httpx.Client) -> None:
    for what in ("live", "ready"):
        assert client.get(f"health/{what}").json() == {"status": "ok"}


def test_what_it_takes_to_run_the_place_is_for_staff(client: httpx.Client, desk: Desk) -> None:
    public = client.get("status").json()
    assert (public["held"], public["failures"], public["revision"]) == (None, None, None)
    with seen_by(desk, "staff"):
        staff = client.get("status").json()
        reason = client.get("sources").json()["sources"][0]["reason"]
        narrowed = client.get("status", params={"as": "public"}).json()
    assert (staff["held"], staff["failures"], reason) == (1, 1, "열에서 셋만 받음")
    assert staff["applied"] == staff["revision"]
    assert staff["total"] == public["total"] + 1
    assert narrowed == public


PAPER = "documents/test:secret"
FORBIDDEN = (PAPER, f"{PAPER}/pages", f"{PAPER}/pages/1", f"{PAPER}/originals/1")
LAW = (
    f"laws/{HIDDEN}",
    f"laws/{HIDDEN}/versions",
    f"laws/{HIDDEN}/resting",
    f"laws/{HIDDEN}/compare?from=2009-01-01&to=2010-01-01",
)


@pytest.mark.parametrize("address", [*FORBIDDEN, f"{PAPER}/marks?q=감사", *LAW])
def test_forbidden_is_told_as_absent(client: httpx.Client, address: str) -> None:
    forbidden = client.get(address)
    absent = client.get(address.replace("secret", "nowhere").replace(HIDDEN, "없는 조례"))
    assert (forbidden.status_code, absent.status_code) == (404, 404)
    told = forbidden.text.replace("secret", "nowhere").replace(HIDDEN, "없는 조례")
    assert told == absent.text


@pytest.mark.parametrize("address", [PAPER, f"{PAPER}/pages", f"{PAPER}/marks?q=감사", LAW[0]])
def test_staff_see_it_and_not_as_the_public(client: httpx.Client, desk: Desk, address: str) -> None:
    with seen_by(desk, "staff"):
        assert client.get(address).status_code == 200
        assert (
            client.get(address, params={**httpx.URL(address).params, "as": "public"}).status_code
            == 404
        )


def test_a_held_paper_is_shown_to_nobody(client: httpx.Client, desk: Desk) -> None:
    with seen_by(desk, "operator"):
        assert client.get("documents/test:held").status_code == 404


def test_counts_and_suggestions_tell_nothing_of_a_forbidden_paper(
    client: httpx.Client, desk: Desk
) -> None:
    asked = {"q": "비공개 요구자료"}
    found = client.get("search", params=asked).json()
    assert found["total"] == 0
    assert all(count["value"] != "request" for count in found["facets"]["kind"])
    assert client.get("suggest", params={"prefix": "비공"}).json() == {"suggestions": []}
    assert "request" not in client.get("status").json()["kinds"]
    with seen_by(desk, "operator"):
        assert client.get("search", params=asked).json()["total"] == 1
        narrowed = client.get("search", params=asked | {"as": "public"}).json()
    assert (narrowed["total"], narrowed["facets"]) == (0, found["facets"])


def test_nobody_looks_as_someone_who_sees_more(client: httpx.Client, desk: Desk) -> None:
    for own, asked in (
        ("public", "operator"),
        ("public", "member:m1"),
        ("member:m1", "member:m2"),
        ("member:m1", "committee"),
        ("researcher", "staff"),
        ("staff", "operator"),
    ):
        with seen_by(desk, own):
            answer = client.get("status", params={"as": asked})
            if (own, asked) == ("member:m1", "committee"):
                assert answer.status_code == 200  # what every member sees, and no more
            else:
                assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
