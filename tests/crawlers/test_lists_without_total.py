"""Lists that announce no total: how far they were turned is said, and what a whole one proves.

All pages are drawn (synthetic).
"""

import asyncio
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest
from replay.canaries import KEY
from replay.direct import DirectFetch
from replay.every import clear, read
from replay.law_server import LawServer
from replay.site import ClikServer, PagesServer, whole_page
from replay.town import options
from replay.town_clik import clik
from replay.town_pages import council_pages, opened_line, opened_page

from crawlers.orders import Order, make_job
from crawlers.reparse import reparse
from crawlers.report import Book, RunReport, account
from crawlers.sources import SOURCES
from crawlers.status import Chosen, SourceState, source_rows
from records.model import Document, Kind
from records.store import Records

ALL = tuple(range(110, 100, -1))
"""The papers of 정보소통광장, the newest first, two a page."""


@pytest.fixture
def pages() -> PagesServer:
    """Never started: what is told is in the pages."""
    built = PagesServer(council_pages())
    built._server.server_close()
    return built


def lay(pages: PagesServer, nids: tuple[int, ...], *, repeats: bool = False) -> None:
    """Put the lists of these papers up, and an empty one behind (or the last again)."""
    leaves = [nids[at : at + 2] for at in range(0, len(nids), 2)]
    leaves += [leaves[-1] if repeats else ()]
    pages.pages.clear()
    for number, leaf in enumerate(leaves, 1):
        lines = "".join(map(opened_line, leaf))
        listed = f'<div class="view-content"><ul>{lines}</ul></div>'
        pages.pages[f"/sanction/list?page={number}"] = listed
    for nid in nids:
        pages.pages[f"/sanction/{nid}"] = opened_page(nid)


def visit(
    records: Records,
    served: LawServer,
    source: str = "opengov",
    *,
    anew: bool = False,
    loss: bool = False,
    **chosen: str,
) -> RunReport:
    """One run, noted as `crawl` does, without the network."""
    known, set_here = SOURCES[source], {"files": "no", **options("http://replay").get(source, {})}
    key = KEY if known.key else None
    job = make_job(known, records, Order(key=key, options=set_here | chosen, anew=anew))
    home = urlsplit(job.base_url).path.rstrip("/")
    fetch = DirectFetch(served, key or "", home, known.source.parameter, known.source.expects)
    book, run = Book(records, job.today, clear, read, loss), records.start_run(source)
    report = asyncio.run(account(known.source.crawl(fetch, job), RunReport(source), book))
    counts = (report.announced, report.received, report.stored)
    records.finish_run(run, *counts, report.fault, report.reason, report.loaded)
    return report


def state(records: Records, source: str = "opengov") -> SourceState:
    rows = source_rows(records, {source: Chosen(on=True)}, datetime.now(UTC))
    return next(one for one in rows if one.source == source)


def test_a_list_left_at_the_limit_is_incomplete_until_more_pages_are_turned(
    records: Records, pages: PagesServer
) -> None:
    lay(pages, ALL)
    report = visit(records, pages, pages="2")
    assert (report.fault, report.loaded) == (None, 4)
    assert [place for place, _ in report.lost] == ["목록 2쪽 다음"]
    left = state(records).beyond
    assert (state(records).complete, state(records).fault) == (False, None)
    assert left
    assert "2쪽까지만" in left.reason
    assert "pages를 2보다 크게 적고 다시 모으세요: `ucouncil crawl opengov`" in left.advice

    assert visit(records, pages, pages="2").loaded == 0
    assert state(records).complete is False

    report = visit(records, pages, pages="20")
    assert (report.fault, report.loaded, report.lost) == (None, 6, ())
    assert (state(records).complete, state(records).beyond) == (None, None)
    assert visit(records, pages, pages="20").received == 0
    assert (state(records).announced, state(records).held) == (None, 10)


@pytest.mark.parametrize("repeats", [False, True])
def test_only_a_whole_list_proves_that_something_is_gone(
    repeats: bool, records: Records, pages: PagesServer
) -> None:
    lay(pages, ALL, repeats=repeats)
    assert visit(records, pages, pages="20").lost == ()
    lay(pages, ALL[:5] + ALL[6:], repeats=repeats)
    assert visit(records, pages, pages="20").withdrawn == 0
    assert visit(records, pages, pages="2", anew=True).withdrawn == 0
    report = visit(records, pages, pages="20", anew=True)
    assert (report.fault, report.withdrawn) == (None, 1)
    assert records.documents(["opengov:105"]) == {}


def test_lines_that_move_while_pages_are_turned_prove_nothing(
    records: Records, pages: PagesServer
) -> None:
    lay(pages, ALL)
    records.put([Document("opengov:99", Kind.OTHER, "옛 문서")])
    leaf = str(pages.pages["/sanction/list?page=2"])
    pages.pages["/sanction/list?page=2"] = leaf.replace("</ul>", f"{opened_line(109)}</ul>")
    report = visit(records, pages, pages="20")
    assert (report.fault, report.withdrawn, report.lost) == (None, 0, ())
    assert records.documents(["opengov:99"])


def test_a_great_part_gone_waits_for_a_person(records: Records, pages: PagesServer) -> None:
    lay(pages, ALL)
    records.put([Document(f"opengov:{n}", Kind.OTHER, "옛 문서") for n in range(50)])
    report = visit(records, pages, pages="20")
    assert (report.fault, report.withdrawn) == ("vanished", 0)
    report = visit(records, pages, pages="20", loss=True, anew=True)
    assert (report.fault, report.withdrawn) == (None, 50)


def test_bills_of_another_term_are_not_on_the_list(records: Records, pages: PagesServer) -> None:
    bills = [Document(f"smc-bill:{n}", Kind.BILL, "의안") for n in ("10-1", "11-1", "1-1")]
    records.put(bills)
    report = visit(records, pages, "smc-bill")
    assert (report.fault, report.withdrawn) == (None, 1)
    assert set(records.documents([one.id for one in bills])) == {"smc-bill:10-1", "smc-bill:1-1"}


def test_a_list_of_what_is_recent_proves_no_absence(records: Records, pages: PagesServer) -> None:
    records.put([Document("smc-minutes:old", Kind.MINUTES, "옛 회의록")])
    report = visit(records, pages, "smc-minutes")
    assert (report.fault, report.loaded, report.withdrawn) == (None, 1, 0)
    assert records.documents(["smc-minutes:old"])


def test_videos_beyond_the_limit_are_said_and_later_only_the_recent_are_asked_for(
    records: Records, pages: PagesServer
) -> None:
    first = str(pages.pages["/kr/cast/vod.do?pageNum=1"])
    for number in range(2, 6):
        other = first.replace("key=77", f"key={number}")
        pages.pages[f"/kr/cast/vod.do?pageNum={number}"] = other
    pages.pages["/kr/cast/vod.do?pageNum=6"] = "<div>조회된 목록이 없습니다.</div>"
    report = visit(records, pages, "smc-video")
    assert [place for place, _ in report.lost] == ["목록 3쪽 다음"]
    assert state(records, "smc-video").complete is False
    report = visit(records, pages, "smc-video", pages="9")
    assert (report.received, report.lost) == (5, ())
    assert state(records, "smc-video").complete is True
    assert visit(records, pages, "smc-video", pages="9").received == 3
    assert state(records, "smc-video").complete is True


def test_a_study_that_is_no_longer_listed_leaves_a_tombstone(records: Records) -> None:
    served: ClikServer = clik()
    served._server.server_close()
    assert visit(records, served, "clik-policy").loaded == 2
    served.papers["policyinfo"] = served.papers["policyinfo"][1:]
    report = visit(records, served, "clik-policy")
    assert (report.fault, report.withdrawn) == (None, 1)
    assert len(records.documents(["clik-policy:CLIKP0001", "clik-policy:CLIKP0002"])) == 1


def test_pages_kept_on_different_days_prove_nothing_when_read_again(
    records: Records, pages: PagesServer
) -> None:
    lay(pages, ALL)
    visit(records, pages, pages="20")
    kept = {f"list?page={n}": pages.pages[f"/sanction/list?page={n}"] for n in (3, 4, 5, 6)}
    kept |= {
        "list?page=1": pages.pages["/sanction/list?page=1"],
        "list?page=2": kept["list?page=3"],
    }
    kept |= {f"list?page={n}": kept[f"list?page={n + 1}"] for n in (3, 4, 5)}
    kept |= {f"{nid}": opened_page(nid) for nid in ALL}
    for path, page in kept.items():
        body = whole_page(str(page)).encode()
        address = f"https://opengov.seoul.go.kr/sanction/{path}"
        records.archive("opengov", address, records.originals.put(body), datetime.now(UTC))
    reparse("opengov", records, options={"pages": "20", "files": "no"}, gate=clear, read=read)
    assert len(records.documents([f"opengov:{nid}" for nid in ALL])) == len(ALL)
