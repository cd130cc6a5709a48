"""Members, sessions, meetings, requests, relations; failures and runs."""

from datetime import UTC, date, datetime

import pytest

from records.errors import Misuse
from records.model import (
    DataRequest,
    Meeting,
    Member,
    Relation,
    RelationKind,
    RequestStatus,
    Session,
)


def test_members_of_one_name_are_two(records):
    first = Member("m012", "김의원", hanja="金議員", terms=(7, 8), committees=("교통위원회",))
    second = Member("m013", "김의원")
    records.put_members([second, first])
    records.put_members([first])
    assert records.members() == [first, second]


def test_sessions_and_meetings(records):
    sessions = [
        Session(213, "임시회", date(2009, 2, 16), date(2009, 2, 27)),
        Session(99, "정례회", date(1999, 11, 1), date(1999, 12, 20)),
    ]
    records.put_sessions(sessions)
    assert [one.number for one in records.sessions()] == [99, 213]
    plenary = Meeting("213-1", 213, "본회의", date(2009, 2, 16), ("seoul:bill-1",))
    committee = Meeting("213-t", 213, "교통위원회", date(2009, 2, 17))
    records.put_meetings([committee, plenary])
    assert records.meetings() == [plenary, committee]
    assert records.meetings(date(2009, 2, 17)) == [committee]


def test_a_request_moves_on(records):
    asked = DataRequest(
        "seoul:request-7", "m012", "교통국", date(2009, 2, 1), date(2009, 2, 11), None,
        RequestStatus.ASKED,
    )  # fmt: skip
    answered = DataRequest(
        "seoul:request-7", "m012", "교통국", date(2009, 2, 1), date(2009, 2, 11),
        date(2009, 2, 10), RequestStatus.ANSWERED,
    )  # fmt: skip
    records.put_requests([asked])
    assert records.requests() == [asked]
    records.put_requests([answered])
    assert records.requests() == [answered]


def test_relations_from_and_to(records):
    cites = Relation("a", RelationKind.CITES, "law:001709", 3, 9)
    again = Relation("a", RelationKind.CITES, "law:001709", 30, 39)
    amends = Relation("b", RelationKind.AMENDS, "law:001709")
    records.put_relations([cites, cites, again])
    records.put_relations([amends, cites])
    assert len(records.relations()) == 3
    assert set(records.relations(source="a")) == {cites, again}
    assert records.relations(source="b", target="law:001709") == [amends]
    assert records.relations(target="law:000001") == []


def test_the_latest_failure_of_a_path_stays_until_it_is_loaded(records):
    records.fail("a/의안.hwp", "locked", "비밀번호", "암호를 푸세요")
    records.fail("a/의안.hwp", "broken", "손상", "다시 저장하세요")
    (failure,) = records.failures()
    assert (failure.path, failure.code, failure.reason) == ("a/의안.hwp", "broken", "손상")
    assert failure.when.tzinfo is UTC
    records.resolve_failure("b")
    records.resolve_failure("a/의안.hwp")
    assert records.failures() == []


def test_a_file_name_of_undecodable_bytes_can_fail_and_recover(records):
    name = b"\xc0\xc7\xbe\xc8\x00.hwp".decode("utf-8", "surrogateescape")
    records.fail(name, "empty", "빈 파일", "다시")
    assert records.failures()[0].path.isprintable()
    records.resolve_failure(name)
    assert records.failures() == []


def test_runs_tell_what_came(records):
    first = records.start_run("law")
    second = records.start_run("clik")
    records.finish_run(first, announced=3, received=3, stored=2)
    records.finish_run(second, None, 0, 0, fault_code="refused", reason="인증 실패")
    assert [one.source for one in records.runs()] == ["clik", "law"]
    (run,) = records.runs("law")
    assert (run.announced, run.received, run.stored, run.fault_code) == (3, 3, 2, None)
    assert run.started <= run.finished
    with pytest.raises(Misuse):
        records.finish_run(99, 0, 0, 0)


def test_answers_are_kept_with_their_moment(records):
    when = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    records.archive("law", "https://example.org/list?page=1", "0" * 64, when)
    (kept,) = records.archived("law")
    assert (kept.address, kept.when) == ("https://example.org/list?page=1", when)
    assert records.archived("clik") == []
