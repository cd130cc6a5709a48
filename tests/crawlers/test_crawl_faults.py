"""Every fault 법제처 is known for: it has a name, and the records stay as they were."""

import asyncio
import re
from collections.abc import Callable
from datetime import date

import pytest
from replay.direct import DirectFetch
from replay.law_server import (
    ANTI_BOT,
    BAD_OC,
    MAINTENANCE,
    MISSING_PARAMETER,
    NOT_APPLIED,
    UNKNOWN_ID,
    Fault,
    LawServer,
    Reply,
)
from replay.statutes import PARKING, STAGED

from crawlers.contract import LOOPBACK, Job
from crawlers.law import EFLAW
from crawlers.report import Book, RunReport, account
from crawlers.run import crawl
from records.model import Statute
from records.store import Records

KEY = "council-key-0001"
LIST = {"LID": "900001"}
SEARCH = {"query": PARKING}
BODY = {"MST": "100002", "efYd": "20240627"}


def run(records: Records, server: LawServer, source: str = "eflaw") -> RunReport:
    return crawl(source, records, base_url=server.url, key=KEY, laws=[PARKING])


def swap(old: str, new: str) -> Callable[[str], str]:
    """Change the right answer: every ``old`` (a pattern) becomes ``new``."""
    return lambda body: re.sub(old, new, body)


def text(body: str) -> Reply:
    return Reply(body.encode())


def zero_hits(body: str) -> str:
    return re.sub("(?s)<totalCnt>.*", "", body) + (
        "<totalCnt>0</totalCnt><page>1</page><numOfRows>0</numOfRows>"
        "<resultCode>00</resultCode><resultMsg>success</resultMsg></LawSearch>"
    )


OVER_THE_WIRE = {
    "the key or address is not registered": (Fault(SEARCH, text(BAD_OC)), "refused"),
    "the target was not applied for": (Fault(SEARCH, text(NOT_APPLIED)), "refused"),
    "an anti-bot page": (Fault(LIST, text(ANTI_BOT)), "refused"),
    "404 that stays": (Fault(BODY, Reply(b"", 404)), "not_found"),
    "an unknown target: nothing": (Fault(SEARCH, Reply(b"")), "empty_answer"),
    "HTML in place of a body": (Fault(BODY, text(MAINTENANCE)), "wrong_form"),
    "500 that stays": (Fault(BODY, Reply(b"", 500)), "unreachable"),
    "busy for ever": (Fault(LIST, Reply(b"", 429)), "unreachable"),
    "the connection is cut each time": (
        Fault(BODY, Reply(b"<x>" * 900, cut=True)),
        "unreachable",
    ),
    "the total is more than comes": (
        Fault(LIST, change=swap("<totalCnt>4", "<totalCnt>9")),
        "incomplete",
    ),
}

IN_THE_CONTENT = {
    "HTTP 403": (Fault(LIST, Reply(b"", 403)), "refused"),
    "an unknown id": (Fault(BODY, text(UNKNOWN_ID)), "not_found"),
    "a parameter is missing": (Fault(LIST, text(MISSING_PARAMETER)), "wrong_form"),
    "JSON in place of a body": (Fault(BODY, text('{"법령":{}}')), "wrong_form"),
    "another root": (Fault(BODY, text("<법령체계도/>")), "wrong_form"),
    "a body cut without notice": (
        Fault(BODY, change=lambda body: body[: len(body) // 2]),
        "wrong_form",
    ),
    "the total is less than comes": (
        Fault(LIST, change=swap("<totalCnt>4", "<totalCnt>3")),
        "incomplete",
    ),
    "the page is shorter than it says": (
        Fault(LIST, change=swap("<numOfRows>4", "<numOfRows>5")),
        "incomplete",
    ),
    "no total": (Fault(LIST, change=swap("<totalCnt>4</totalCnt>", "")), "wrong_form"),
    "another result code": (Fault(LIST, change=swap("Code>00<", "Code>99<")), "wrong_form"),
    "the query is ignored": (
        Fault(SEARCH, change=swap("가상 주차장", "가상 도서관")),
        "wrong_form",
    ),
    "the id in the query is ignored": (Fault(LIST, change=swap("900001", "900002")), "wrong_form"),
    "zero hits": (Fault(SEARCH, change=zero_hits), "not_found"),
    "another law's body": (Fault(BODY, change=swap("900001", "900002")), "wrong_form"),
    "another day's body": (Fault(BODY, change=swap("20240627", "20240719")), "wrong_form"),
    "another amendment's body": (Fault(BODY, change=swap(">20400<", ">20401<")), "wrong_form"),
    "a body without articles": (
        Fault(BODY, change=swap("(?s)<조문>.*</조문>", "<조문/>")),
        "incomplete",
    ),
    "a day that is none": (Fault(LIST, change=swap(">20240627<", ">20240231<")), "wrong_form"),
    "an entity bomb": (
        Fault(BODY, text('<!DOCTYPE x [<!ENTITY a "aa">]><법령>&a;</법령>')),
        "wrong_form",
    ),
}


@pytest.fixture
def yesterday(records: Records) -> tuple[Statute, int]:
    """What the records hold before the fault: the law as it was enacted."""
    records.put_versions(STAGED[:1])
    return records.statute("900001"), records.last_revision()


@pytest.mark.parametrize("name", OVER_THE_WIRE)
def test_a_fault_is_named_and_spoils_nothing(
    name: str,
    records: Records,
    server: LawServer,
    yesterday: tuple[Statute, int],
    capfd: pytest.CaptureFixture[str],
) -> None:
    fault, code = OVER_THE_WIRE[name]
    server.faults = [fault]

    report = run(records, server)

    assert report.fault == code, report.reason
    assert report.reason
    assert report.advice
    assert (report.loaded, report.received) == (0, 0)
    assert (records.statute("900001"), records.last_revision()) == yesterday
    assert records.runs("eflaw")[0].fault_code == code
    assert KEY not in repr(report) + "".join(capfd.readouterr())


@pytest.mark.parametrize("name", IN_THE_CONTENT)
def test_a_wrong_answer_is_named_and_spoils_nothing(
    name: str, records: Records, server: LawServer, yesterday: tuple[Statute, int]
) -> None:
    fault, code = IN_THE_CONTENT[name]
    server.faults = [fault]
    job = Job("eflaw", server.url, KEY, (PARKING,), None, date.today(), LOOPBACK)
    outcomes = EFLAW.crawl(DirectFetch(server, KEY), job)

    report = asyncio.run(account(outcomes, RunReport("eflaw"), Book(records, job.today)))

    assert report.fault == code, report.reason
    assert (report.loaded, report.received) == (0, 0)
    assert (records.statute("900001"), records.last_revision()) == yesterday


def version_asked(number: int) -> dict[str, str]:
    return {"MST": STAGED[number].mst, "efYd": f"{STAGED[number].effective:%Y%m%d}"}


def test_what_passes_leaves_the_records_of_a_clean_crawl(
    records: Records, server: LawServer
) -> None:
    busy = {"Retry-After": "0"}
    server.faults = [
        Fault(SEARCH, Reply(b"", 504), times=1),
        Fault(LIST, Reply(b"", 503), times=2),
        Fault(LIST, Reply(b""), times=1),
        Fault(version_asked(0), Reply(b"", 500), times=1),
        Fault(version_asked(0), Reply(b"", 429, headers=busy), times=1),
        Fault(version_asked(1), Reply(b"", 404), times=2),
        Fault(version_asked(2), Reply(MAINTENANCE.encode()), times=2),
        Fault(version_asked(3), Reply(b"<x>" * 900, cut=True), times=1),
        Fault(version_asked(3), change=lambda body: body[:900], times=1),
    ]
    report = run(records, server)
    assert report.fault is None, report.reason
    assert [fault.times for fault in server.faults] == [0] * len(server.faults)
    assert sorted(records.statute("900001").versions, key=lambda v: v.effective) == list(STAGED)


def test_a_repeated_page_is_not_the_next_page(records: Records, server: LawServer) -> None:
    server.largest = 2
    server.faults = [Fault({**LIST, "page": "2"}, change=lambda _: page_one)]
    page_one = server.answer("/DRF/lawSearch.do", asked(server, "1")).body.decode()
    page_one = page_one.replace("<page>1</page>", "<page>2</page>")
    report = run(records, server)
    assert report.fault == "incomplete"
    assert "되풀이" in (report.reason or "")


def test_another_page_than_the_one_asked_for(records: Records, server: LawServer) -> None:
    server.largest = 2
    server.faults = [Fault({**LIST, "page": "2"}, change=swap("<page>2", "<page>1"))]
    assert run(records, server).fault == "wrong_form"


def asked(server: LawServer, page: str) -> dict[str, str]:
    return {"OC": KEY, "target": "eflaw", "display": "100", "page": page, **LIST}


def test_one_lost_law_does_not_take_the_others_with_it(records: Records, server: LawServer) -> None:
    server.faults = [Fault(BODY, Reply(b"", 500))]
    report = crawl("eflaw", records, base_url=server.url, key=KEY)
    assert report.fault == "unreachable"
    assert [name for name, _ in report.lost] == ["900001"]
    assert [v.mst for v in records.statute("900002").versions] == ["100010"]


def test_a_refusal_ends_the_run_at_once(records: Records, server: LawServer) -> None:
    server.faults = [Fault(LIST, Reply(ANTI_BOT.encode()))]
    report = crawl("eflaw", records, base_url=server.url, key=KEY)
    assert report.fault == "refused"
    assert [p for p in server.requests if p.get("LID") == "900002"] == []


def test_no_server_at_all(records: Records, server: LawServer) -> None:
    report = crawl("eflaw", records, base_url="http://127.0.0.1:9", key=KEY, laws=["900001"])
    assert (report.fault, report.reason) == ("unreachable", "출처가 연결을 받지 않습니다")


def test_the_echoed_query_may_break_the_xml(records: Records, server: LawServer) -> None:
    server.faults = [Fault(SEARCH, change=swap("<키워드>", "<키워드>시&middot;도 "))]
    assert run(records, server).fault is None
