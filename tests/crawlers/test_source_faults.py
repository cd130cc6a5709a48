"""The faults of each source beside the statutes: each has a name, and stores nothing.

CLIK, the council's pages, 열린데이터광장 and delegations are held against descriptions only.
"""

import asyncio
import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from replay.canaries import KEY
from replay.direct import DirectFetch
from replay.law_server import ANTI_BOT, BAD_OC, UNKNOWN_ID, Fault, LawServer, Reply
from replay.site import Town, whole_page
from replay.town import options, town

from crawlers.addresses import address
from crawlers.contract import LOOPBACK, Everything, Job
from crawlers.report import Book, RunReport, account, record
from crawlers.sources import SOURCES
from records.model import Document, Kind, Privacy, RelationKind
from records.store import Records


def text(body: str) -> Reply:
    return Reply(body.encode())


def page(body: str) -> Reply:
    return Reply(whole_page(body).encode())


def cut(body: str) -> str:
    """Two thirds of what was said, without notice."""
    return body[: len(body) * 2 // 3]


def swap(old: str, new: str) -> Callable[[str], str]:
    return lambda body: body.replace(old, new)


def gone(**fields: Any) -> Callable[[str], str]:
    """Set fields of CLIK's first part."""
    return lambda body: json.dumps([json.loads(body)[0] | fields], ensure_ascii=False)


LIST, DETAIL = {"displayType": "list"}, {"displayType": "detail"}
BILLS = {"pIndex": "1", "AGE": "22"}
FAULTS: dict[str, tuple[str, Fault, str]] = {
    "assembly: key": ("assembly", Fault(BILLS, text("<RESULT><CODE>ERROR-290</CODE></RESULT>")), "refused"),
    "assembly: limit": ("assembly", Fault(BILLS, text('{"RESULT":{"CODE":"ERROR-337","MESSAGE":"x"}}')), "refused"),
    "assembly: required": ("assembly", Fault(BILLS, text('{"RESULT":{"CODE":"ERROR-300","MESSAGE":"x"}}')), "wrong_form"),
    "assembly: busy": ("assembly", Fault(BILLS, text('{"RESULT":{"CODE":"ERROR-500","MESSAGE":"x"}}')), "unreachable"),
    "assembly: nothing": ("assembly", Fault(BILLS, text('{"RESULT":{"CODE":"INFO-200","MESSAGE":"x"}}')), "empty_answer"),
    "assembly: more announced": ("assembly", Fault({}, change=swap('"list_total_count": 5', '"list_total_count": 9')), "incomplete"),
    "assembly: fewer announced": ("assembly", Fault({}, change=swap('"list_total_count": 5', '"list_total_count": 3')), "incomplete"),
    "assembly: no total": ("assembly", Fault({}, change=swap('"list_total_count"', '"count"')), "wrong_form"),
    "assembly: no id": ("assembly", Fault({}, change=swap('"BILL_ID"', '"ID"')), "wrong_form"),
    "assembly: HTML": ("assembly", Fault({}, text("<!DOCTYPE html><html></html>")), "wrong_form"),
    "assembly: another service": ("assembly", Fault({}, change=swap("nzmimeepazxkubdpn", "other")), "wrong_form"),
    "assembly: a day": ("assembly", Fault({}, change=swap("2026-03-02", "2026-13-02")), "wrong_form"),
    "members: no code": ("assembly-members", Fault({}, change=swap('"MONA_CD"', '"CODE"')), "wrong_form"),
    "members: 0 bytes": ("assembly-members", Fault({}, Reply(b"")), "empty_answer"),
    "clik: key": ("clik-bill", Fault(LIST, change=gone(RESULT_CODE="ERROR01")), "refused"),
    "clik: daily limit": ("clik-bill", Fault(DETAIL, change=gone(RESULT_CODE="ERROR09")), "refused"),
    "clik: server": ("clik-bill", Fault(LIST, text('[{"RESULT_CODE":"ERROR11"}]')), "unreachable"),
    "clik: keyword": ("clik-bill", Fault(LIST, change=gone(RESULT_CODE="ERROR07")), "wrong_form"),
    "clik: no such paper": ("clik-bill", Fault(DETAIL, change=gone(RESULT_CODE="ERROR08")), "not_found"),
    "clik: nothing": ("clik-bill", Fault(LIST, change=gone(TOTAL_COUNT=0, LIST=[])), "empty_answer"),
    "clik: more announced": ("clik-bill", Fault(LIST, change=gone(TOTAL_COUNT=9)), "incomplete"),
    "clik: no total": ("clik-bill", Fault(LIST, change=swap("TOTAL_COUNT", "COUNT")), "wrong_form"),
    "clik: another council": ("clik-bill", Fault(LIST, change=swap('"002001"', '"041009"')), "wrong_form"),
    "clik: another paper": ("clik-bill", Fault(DETAIL, change=swap("CLIKB", "CLIKX")), "wrong_form"),
    "clik: no code at all": ("clik-bill", Fault(LIST, text("[]")), "wrong_form"),
    "clik: minutes without text": ("clik-minutes", Fault(DETAIL, change=gone(MINTS_HTML="<div></div>")), "incomplete"),
    "schedule: nothing": ("assembly-schedule", Fault({}, text('{"RESULT":{"CODE":"INFO-200","MESSAGE":"x"}}')), "empty_answer"),
    "schedule: more announced": ("assembly-schedule", Fault({}, change=swap('"list_total_count": 4', '"list_total_count": 9')), "incomplete"),
    "schedule: a day": ("assembly-schedule", Fault({}, change=swap("2099-03-02", "2099-13-02")), "wrong_form"),
    "schedule: changed": ("assembly-schedule", Fault({}, change=lambda body: body.replace("SCH_CN", "X").replace("CONF_DIV", "Y")), "wrong_form"),
    "plenary: required": ("assembly-minutes", Fault({}, text('{"RESULT":{"CODE":"ERROR-300","MESSAGE":"x"}}')), "wrong_form"),
    "plenary: nothing": ("assembly-minutes", Fault({}, text('{"RESULT":{"CODE":"INFO-200","MESSAGE":"x"}}')), "empty_answer"),
    "plenary: no title": ("assembly-minutes", Fault({}, change=swap('"TITLE"', '"X"')), "wrong_form"),
    "plenary: no number": ("assembly-minutes", Fault({}, change=swap('CONF', 'C')), "wrong_form"),
    "councillors: nothing": ("clik-members", Fault({}, change=gone(TOTAL_COUNT=0, LIST=[])), "empty_answer"),
    "councillors: none of this council": ("clik-members", Fault({}, change=swap('"002001"', '"041009"')), "not_found"),
    "councillors: no name": ("clik-members", Fault({}, change=swap('"ASEMBY_NM"', '"X"')), "wrong_form"),
    "councillors: more announced": ("clik-members", Fault({}, change=gone(TOTAL_COUNT=9)), "incomplete"),
    "policy: key": ("clik-policy", Fault({}, change=gone(RESULT_CODE="ERROR01")), "refused"),
    "policy: nothing": ("clik-policy", Fault({"region": "002"}, change=gone(TOTAL_COUNT=0, LIST=[])), "empty_answer"),
    "policy: another paper": ("clik-policy", Fault({}, change=lambda body: body.replace("CLIKP", "CLIKX") if "EXTRACTHTML" in body else body), "wrong_form"),
    "policy: no title": ("clik-policy", Fault({}, change=swap('"TITLE"', '"X"')), "wrong_form"),
    "seats: empty": ("smc-members", Fault({}, text("<html><body></body></html>")), "empty_answer"),
    "seats: changed address": ("smc-members", Fault({}, change=swap(",'11')", ")")), "wrong_form"),
    "seats: changed page": ("smc-members", Fault({}, change=swap("mem_name", "who")), "wrong_form"),
    "seats: cut list": ("smc-members", Fault({"menuId": "001002001001"}, change=cut), "wrong_form"),
    "seats: cut page": ("smc-members", Fault({"mno": "1174"}, change=cut), "wrong_form"),
    "videos: cut list": ("smc-video", Fault({}, change=cut), "wrong_form"),
    "opengov: cut list": ("opengov", Fault({"page": "1"}, change=cut), "wrong_form"),
    "opengov: cut paper": ("opengov", Fault({}, change=lambda body: cut(body) if "title-article" in body else body), "wrong_form"),
    "minutes: cut list": ("smc-minutes", Fault({"pageNum": "1"}, change=cut), "wrong_form"),
    "minutes: cut page": ("smc-minutes", Fault({"key": "0123abcd"}, change=cut), "wrong_form"),
    "bill: cut list": ("smc-bill", Fault({"pageIndex": "1"}, change=cut), "wrong_form"),
    "bill: cut page": ("smc-bill", Fault({"billNo": "01667"}, change=cut), "wrong_form"),
    "policy: cut": ("clik-policy", Fault({}, change=cut), "wrong_form"),
    "videos: changed list": ("smc-video", Fault({}, change=swap("normal_list", "new_list")), "wrong_form"),
    "videos: changed columns": ("smc-video", Fault({}, change=swap("2025.08.27", "어제")), "wrong_form"),
    "videos: none": ("smc-video", Fault({"pageNum": "1"}, page("<p>조회된 목록이 없습니다.</p>")), "empty_answer"),
    "links: ignored query": ("law-ordinances", Fault({}, change=swap("가상 주차장 운영", "다른")), "wrong_form"),
    "links: no id": ("ordinance-laws", Fault({}, change=swap("자치법규ID", "ID")), "wrong_form"),
    "links: more announced": ("law-ordinances", Fault({}, change=swap("<totalCnt>2", "<totalCnt>5")), "wrong_form"),
    "links: key": ("delegated-ordinances", Fault({}, text(BAD_OC)), "refused"),
    "links: another root": ("delegated-ordinances", Fault({}, change=swap("lnkDepSearch", "LawSearch")), "wrong_form"),
    "links: total": ("delegated-ordinances", Fault({}, change=swap("<totalCnt>2", "<totalCnt>1")), "incomplete"),
    "seoul: key": ("data-seoul", Fault({}, text("<RESULT><CODE>INFO-100</CODE></RESULT>")), "refused"),
    "seoul: nothing": ("data-seoul", Fault({}, text('{"RESULT":{"CODE":"INFO-200"}}')), "empty_answer"),
    "seoul: no title": ("data-seoul", Fault({}, change=swap('"TTL"', '"X"')), "wrong_form"),
    "opengov: empty list": ("opengov", Fault({"page": "1"}, page('<div class="view-content"><ul></ul></div>')), "empty_answer"),
    "opengov: another page": ("opengov", Fault({"page": "1"}, text("<html><body>개편</body></html>")), "wrong_form"),
    "opengov: barrier": ("opengov", Fault({"page": "1"}, text(ANTI_BOT)), "refused"),
    "opengov: changed paper": ("opengov", Fault({}, change=swap("문서번호", "번호")), "wrong_form"),
    "opengov: changed address": ("opengov", Fault({}, change=swap("/sanction/10", "/sanction/x")), "wrong_form"),
    "opengov: error page": ("opengov", Fault({"page": "1"}, text("error")), "wrong_form"),
    "minutes: changed list": ("smc-minutes", Fault({}, change=swap("normal_list", "new_list")), "wrong_form"),
    "minutes: changed columns": ("smc-minutes", Fault({}, change=swap("key=", "k=")), "wrong_form"),
    "minutes: changed page": ("smc-minutes", Fault({}, change=swap("canvas", "paper")), "wrong_form"),
    "minutes: empty list": ("smc-minutes", Fault({"pageNum": "1"}, page("<table class='normal_list'></table>")), "empty_answer"),
    "bill: changed columns": ("smc-bill", Fault({}, change=swap("goDetail('01',", "goDetail(")), "wrong_form"),
    "bill: no list": ("smc-bill", Fault({"pageIndex": "1"}, page("<div></div>")), "wrong_form"),
    "bill: another bill": ("smc-bill", Fault({"billNo": "01667"}, change=swap("11-1667", "11-1")), "wrong_form"),
    "press: no feed": ("press", Fault({}, text("<x/>")), "wrong_form"),
    "press: empty feed": ("press", Fault({}, text('<rss version="2.0"><channel><title>x</title></channel></rss>')), "empty_answer"),
    "press: HTML": ("press", Fault({}, text("<!DOCTYPE html><html></html>")), "wrong_form"),
    "press: no address": ("press", Fault({}, change=swap("<link>https://news.example.kr/1</link>", "")), "wrong_form"),
    "admrul: key": ("admrul", Fault({}, text(BAD_OC)), "refused"),
    "admrul: ignored query": ("admrul", Fault({}, change=swap("가상 주차 고시", "가상 고시")), "wrong_form"),
    "admrul: another body": ("admrul", Fault({"ID": "2100000267264"}, change=swap("2100000267264", "1")), "wrong_form"),
    "admrul: total": ("admrul", Fault({}, change=swap("<numOfRows>1<", "<numOfRows>2<")), "incomplete"),
    "hierarchy: another law": ("hierarchy", Fault({}, change=swap("900001", "900002")), "wrong_form"),
    "hierarchy: unknown": ("hierarchy", Fault({}, text(UNKNOWN_ID)), "not_found"),
    "three-way: unknown": ("three-way", Fault({}, text("{}")), "not_found"),
    "three-way: another law": ("three-way", Fault({}, change=swap("900001", "900002")), "wrong_form"),
    "amended: half a table": ("amended", Fault({}, change=swap("신조문목록", "신목록")), "wrong_form"),
    "amended: another law": ("amended", Fault({}, change=swap("900001", "900002")), "wrong_form"),
    "changes: total": ("article-changes", Fault({}, change=swap("<totalCnt>1", "<totalCnt>2")), "incomplete"),
    "changes: no id": ("article-changes", Fault({}, change=swap("법령ID", "ID")), "wrong_form"),
    "changes: no count": ("article-changes", Fault({}, change=swap("totalCnt", "count")), "wrong_form"),
    "delegated: unknown": ("delegated", Fault({}, text('{"Law":"일치하는 법령이 없습니다."}')), "not_found"),
    "delegated: nothing": ("delegated", Fault({}, text("{}")), "not_found"),
    "delegated: another law": ("delegated", Fault({}, change=swap("900001", "900002")), "wrong_form"),
    "delegated: changed": ("delegated", Fault({}, change=swap("위임조문정보", "위임")), "wrong_form"),
}  # fmt: skip


@pytest.fixture(scope="module")
def served() -> Town:
    """Never started: the faults are in what is said, not in how it comes."""
    built = town()
    for one in (built, *built.sites.values()):
        one._server.server_close()
    return built


def direct(source: str, served: LawServer, records: Records, **more: Any) -> RunReport:
    known = SOURCES[source]
    chosen = {**known.options, **options("http://replay").get(source, {})}
    if source == "press":
        chosen = {"feeds": "feeds/rss.xml"}
    home = address(known.home, "http://replay").removeprefix("http://replay")
    key = KEY if known.key else ""
    form, keep = known.source.expects, records.originals.put
    fetch = DirectFetch(served, key, home, known.source.parameter, form, keep)
    today = date(2026, 4, 1)
    job = Job(source, "http://replay", key, (), None, today, LOOPBACK, chosen, **more)
    book = Book(records, today, lambda _: Privacy.CLEAR)
    return asyncio.run(account(known.source.crawl(fetch, job), RunReport(source), book))


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named_and_spoils_nothing(name: str, records: Records, served: Town) -> None:
    source, fault, code = FAULTS[name]
    records.put([Document("yesterday:1", Kind.BILL, "어제의 의안")])
    revision = records.last_revision()
    served.faults = [fault]
    report = direct(source, served, records)
    served.faults = []
    assert report.fault == code, report.reason
    assert report.reason
    assert report.advice
    assert records.document("yesterday:1").title == "어제의 의안"
    if "announced" not in name and "total" not in name:
        assert (report.loaded, records.last_revision()) == (0, revision)


def test_a_video_meets_its_minutes_whichever_comes_first(records: Records, served: Town) -> None:
    direct("smc-video", served, records)
    assert records.relations() == []
    direct("smc-minutes", served, records)
    direct("smc-video", served, records)
    (seen,) = records.relations(source="smc-minutes:0123abcd")
    assert seen.kind is RelationKind.RECORDED
    assert seen.target == "https://ms.smc.seoul.kr/kr/cast/player.do?key=77"


def test_events_of_the_past_are_counted_and_not_kept(records: Records, served: Town) -> None:
    report = direct("assembly-schedule", served, records)
    assert (report.fault, report.announced, report.received, report.loaded) == (None, 4, 4, 3)


@pytest.mark.parametrize("unfinished", [False, True])
def test_after_a_run_that_broke_off_the_pages_beyond_are_turned(
    unfinished: bool, records: Records, served: Town
) -> None:
    known = frozenset({"opengov:103", "opengov:102"})  # all of the first page, none of the next
    report = direct("opengov", served, records, known=known, unfinished=unfinished)
    assert (report.fault, report.loaded) == (None, 1 if unfinished else 0)


def test_papers_that_are_known_are_not_asked_for_again(records: Records, served: Town) -> None:
    known = frozenset(f"clik-minutes:CLIKM000{n}" for n in range(1, 6))
    clik = served.sites["/openapi"]
    clik.requests.clear()
    report = direct("clik-minutes", served, records, known=known)
    assert (report.received, report.unchanged, report.loaded) == (5, 5, 0)
    assert [one for one in clik.requests if one["displayType"] == "detail"] == []


def test_what_is_gone_at_the_source_leaves_a_tombstone(records: Records, served: Town) -> None:
    direct("assembly", served, records)
    tables = served.sites["/portal/openapi"].tables  # type: ignore[attr-defined]
    rows = tables["TVBPMBILL11"]
    tables["TVBPMBILL11"] = rows[:-1]
    report = direct("assembly", served, records)
    tables["TVBPMBILL11"] = rows
    assert (report.fault, report.withdrawn) == (None, 1)
    assert records.documents(["assembly22:PRC_0004"]) == {}
    assert [c.withdrawn for c in records.changes(0, 99) if c.document_id.endswith("0004")] == [True]


def test_a_great_part_gone_is_a_fault_of_the_source(records: Records) -> None:
    papers = [Document(f"a:{n}", Kind.BILL, "의안") for n in range(50)]
    records.put(papers)
    left = Everything("a:", frozenset(one.id for one in papers[:30]))
    report = record(left, RunReport("a"), Book(records, date(2026, 4, 1)))
    assert (report.fault, report.withdrawn) == ("vanished", 0)
    assert "--accept-loss" in (report.advice or "")
    assert len(records.documents([one.id for one in papers])) == 50


def test_a_great_part_gone_is_accepted_once_a_person_says_so(records: Records) -> None:
    records.put([Document(f"a:{n}", Kind.BILL, "의안") for n in range(50)])
    left = Everything("a:", frozenset(f"a:{n}" for n in range(30)))
    book = Book(records, date(2026, 4, 1), accept_loss=True)
    report = record(left, RunReport("a"), book)
    assert (report.fault, report.withdrawn) == (None, 20)
    assert record(left, RunReport("a"), Book(records, date(2026, 4, 1))).fault is None


def test_without_a_gate_every_paper_is_held(records: Records, served: Town) -> None:
    known = SOURCES["clik-bill"]
    chosen = options("http://replay")["clik-bill"]
    fetch = DirectFetch(served, KEY, "/openapi", "key", "json")
    job = Job("clik-bill", "http://replay", KEY, (), None, date(2026, 4, 1), LOOPBACK, chosen)
    book = Book(records, job.today)
    asyncio.run(account(known.source.crawl(fetch, job), RunReport("clik-bill"), book))
    assert len(records.held()) == 5
