"""Files that papers link to: kept as they came, read into the paper, and each fault named."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from replay.attached import small_pdf
from replay.canaries import KEY
from replay.law_server import MAINTENANCE, Fault, Reply
from replay.site import Town
from replay.town import options, town

from crawlers.contract import LOOPBACK
from crawlers.enclosed import Reading
from crawlers.run import RunReport, crawl
from crawlers.sources import SOURCES
from crawlers.status import Chosen, source_rows
from records.errors import Broken
from records.model import Document, Passage, Privacy
from records.store import Records

FILE = {"rid": "F103"}
PAPER = "opengov:103"
PLACE = f"{PAPER}!/현황.pdf"
FAULTS = {
    "404": (Fault(FILE, Reply(b"", 404)), "not_found"),
    "500 that stays": (Fault(FILE, Reply(b"", 500)), "unreachable"),
    "403": (Fault(FILE, Reply(b"", 403)), "refused"),
    "0 bytes": (Fault(FILE, Reply(b"")), "empty_answer"),
    "HTML in place of a PDF": (Fault(FILE, Reply(MAINTENANCE.encode())), "wrong_form"),
    "the connection is cut each time": (
        Fault(FILE, Reply(small_pdf("x") * 9, cut=True)),
        "unreachable",
    ),
    "cut without notice": (Fault(FILE, Reply(small_pdf("x")[:200])), "wrong_form"),
    "the word error with 200": (Fault(FILE, Reply(b"error")), "not_found"),
    "too large": (Fault(FILE, Reply(b"%PDF-" + b"x" * 200_000 + b"%%EOF")), "too_large"),
    "a program": (Fault(FILE, Reply(b"MZ\x90\x00")), "unsupported"),
}


@pytest.fixture
def served() -> Iterator[Town]:
    with town() as running:
        yield running


def read(name: str, content: bytes) -> Reading:
    """Stands for the extractor, which is not of this room."""
    if b"broken" in content:
        raise Broken("형식이 깨진 파일")
    text = content.partition(b"Td (")[2].partition(b")")[0].decode()
    return Reading("application/pdf", (Passage(0, text, page=1), Passage(1, "끝", page=2)))


def run(records: Records, served: Town, source: str = "opengov", **more: str) -> RunReport:
    known = SOURCES[source]
    chosen = {**options(served.url).get(source, {}), "file_megabytes": "0.1", **more}
    pace = replace(LOOPBACK, tries=2)
    key = KEY if known.key else None
    return crawl(
        source, records, served.url, key=key, options=chosen, gate=clear, read=read, pace=pace
    )


def clear(paper: Document) -> Privacy:
    return Privacy.HELD if "900101-" in paper.text else Privacy.CLEAR


def asked_files(served: Town) -> list[str]:
    return [one["rid"] for one in served.sites["/"].requests if "rid" in one]


def test_a_file_is_kept_as_it_came_and_found_with_its_pages(records: Records, served: Town) -> None:
    assert run(records, served).fault is None
    paper = records.document(PAPER)
    (attachment,) = paper.attachments
    assert (attachment.name, attachment.media_type) == ("현황.pdf", "application/pdf")
    assert records.originals.get(attachment.sha256) == small_pdf("Parking 103", "Lots on page two")
    assert [(p.text, p.page) for p in paper.passages[-3:]] == [
        ("현황.pdf", None),
        ("Parking 103", 1),
        ("끝", 2),
    ]
    assert sorted(asked_files(served)) == ["F101", "F102", "F103"]


@pytest.mark.parametrize("source", ["admrul", "smc-bill", "smc-minutes"])
def test_every_source_that_lists_files_brings_them(
    source: str, records: Records, served: Town
) -> None:
    assert run(records, served, source).fault is None
    ids = [one for one, _, _ in records.revisions()]
    (paper,) = records.documents(ids).values()
    names = {
        "admrul": ["별표.pdf"],
        "smc-bill": ["의안원문.pdf", "검토보고서.pdf"],
        "smc-minutes": ["검토보고서"],
    }
    assert [one.name for one in paper.attachments] == names[source]
    assert records.failures() == []
    before = len(served.requests)
    assert run(records, served, source).loaded == 0
    again = [one for one in served.requests[before:] if "flSeq" in one or "download" in one]
    assert again == []


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_a_file_is_named_and_spoils_that_file_only(
    name: str, records: Records, served: Town
) -> None:
    fault, code = FAULTS[name]
    served.faults = [fault]
    report = run(records, served)
    assert (report.fault, report.loaded) == (None, 3)
    failures = {one.path: one for one in records.failures()}
    assert failures[PLACE].code == code
    assert failures[PLACE].advice
    paper = records.document(PAPER)
    assert paper.attachments == ()
    assert any("붙임을 받지 못했습니다: 현황.pdf" in note for note in paper.notes)
    rows = source_rows(records, {"opengov": Chosen(on=True)}, datetime.now(UTC))
    state = next(one for one in rows if one.source == "opengov")
    assert PLACE in [one.path for one in state.failures]


def test_what_may_pass_is_asked_for_again_and_only_that(records: Records, served: Town) -> None:
    served.faults = [Fault(FILE, Reply(b"", 500))]
    run(records, served)
    served.faults = []
    served.sites["/"].requests.clear()
    report = run(records, served)
    assert (report.fault, report.loaded) == (None, 1)
    assert asked_files(served) == ["F103"]
    assert len(records.document(PAPER).attachments) == 1
    assert records.failures() == []
    served.sites["/"].requests.clear()
    run(records, served)
    assert asked_files(served) == []


def test_what_will_not_pass_is_not_asked_for_again(records: Records, served: Town) -> None:
    served.faults = [Fault(FILE, Reply(b"MZ\x90\x00"))]
    run(records, served)
    served.sites["/"].requests.clear()
    run(records, served)
    assert asked_files(served) == []
    assert [one.path for one in records.failures()] == [PLACE]


def test_after_a_refusal_no_more_files_are_asked_for(records: Records, served: Town) -> None:
    served.faults = [Fault(FILE, Reply(b"", 403))]
    report = run(records, served)
    assert (report.fault, report.loaded) == (None, 3)
    assert asked_files(served) == []
    assert {one.code for one in records.failures()} == {"refused"}
    assert len(records.failures()) == 3


def test_a_file_that_was_kept_stays_when_it_fails_later(records: Records, served: Town) -> None:
    run(records, served)
    served.faults = [Fault(FILE, Reply(b"", 500))]
    chosen = {"pages": "3", "file_megabytes": "0.1"}
    pace = replace(LOOPBACK, tries=1)
    crawl(
        "opengov", records, served.url, options=chosen, gate=clear, read=read, anew=True, pace=pace
    )
    assert len(records.document(PAPER).attachments) == 1
    assert [one.path for one in records.failures()] == [PLACE]


def test_a_file_that_cannot_be_read_is_kept_and_said(records: Records, served: Town) -> None:
    served.faults = [Fault(FILE, Reply(small_pdf("broken")))]
    run(records, served)
    paper = records.document(PAPER)
    assert len(paper.attachments) == 1
    assert any("붙임을 읽지 못했습니다" in note for note in paper.notes)
    assert [(one.path, one.code) for one in records.failures()] == [(PLACE, "broken")]


def test_personal_data_in_a_file_holds_the_paper(records: Records, served: Town) -> None:
    served.faults = [Fault(FILE, Reply(small_pdf("900101-1234568")))]
    run(records, served)
    assert [one.id for one in records.held()] == [PAPER]
    served.sites["/"].requests.clear()
    run(records, served)
    assert asked_files(served) == []


def test_a_file_elsewhere_is_not_fetched(records: Records, served: Town) -> None:
    elsewhere = 'href="http://169.254.169.254/latest/x.pdf"'
    served.faults = [Fault({}, change=lambda body: body.replace('href="/f/1"', elsewhere))]
    run(records, served, "smc-bill")
    assert [(f.path, f.code) for f in records.failures()] == [
        ("smc-bill:11-1667!/의안원문.pdf", "wrong_form")
    ]


def test_a_key_inside_a_file_is_never_kept(records: Records, served: Town) -> None:
    served.faults = [Fault({"flSeq": "77"}, Reply(small_pdf(f"OC={KEY}")))]
    run(records, served, "admrul")
    (failure,) = records.failures()
    assert "인증 키가 들어" in failure.reason
    kept = [records.originals.get(one.sha256) for one in records.archived("admrul")]
    assert all(KEY.encode() not in one for one in kept)


def test_files_can_be_turned_off(records: Records, served: Town) -> None:
    assert run(records, served, files="no").fault is None
    assert asked_files(served) == []
