"""JSONL: documents and National Assembly bills; a bad line is a failure by its number."""

import json
from datetime import date
from pathlib import Path

import pytest

from indexer.extract.service import Extractor
from indexer.intake import load_paths
from records.model import Kind, Visibility
from records.store import Records


def write(path: Path, *lines: object) -> Path:
    texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return path


def test_every_bill_of_the_national_assembly(
    samples: Path, records: Records, extractor: Extractor
) -> None:
    path = samples / "bills.jsonl"
    first = load_paths(records, extractor, [path], Kind.OTHER)
    assert first.as_json() == {"loaded": 1904, "unchanged": 0, "held": 0, "failed": []} or (
        first.loaded + first.held == 1904 and not first.failed
    )
    again = load_paths(records, extractor, [path], Kind.OTHER)
    assert (again.loaded, again.unchanged, again.held, again.failed) == (0, 1904, 0, ())


def test_a_bill_keeps_what_its_line_says(
    samples: Path, tmp_path: Path, records: Records, extractor: Extractor
) -> None:
    with (samples / "bills.jsonl").open(encoding="utf-8") as lines:
        path = write(tmp_path / "one.jsonl", next(lines).rstrip("\n"))
    load_paths(records, extractor, [path], Kind.OTHER)
    bill = records.document("assembly:2000039")
    assert (bill.kind, bill.number, bill.date) == (Kind.BILL, "2000039", date(2016, 5, 30))
    assert (bill.committee, bill.session, bill.members) == ("환경노동위원회", 342, ("노웅래",))
    assert bill.visibility is Visibility.PUBLIC
    assert bill.title.endswith("(노웅래의원등11인, 의안번호 2000039)")
    assert not bill.title.startswith(("■", "제안이유"))
    assert "청년 미취업자 고용 의무 부담금" in bill.text
    assert "처리일 2018-12-27, 처리결과 대안반영폐기" in bill.text


def test_a_document_keeps_its_id_its_pages_and_its_fields(
    tmp_path: Path, records: Records, extractor: Extractor
) -> None:
    path = write(
        tmp_path / "a.jsonl",
        {"id": "한빛:요구-1", "title": "가", "date": "2009. 2. 24.", "pages": ["하나\n둘", "셋"]},
        {"id": "2", "text": "첫 줄\n둘째 줄", "kind": "의안", "disclosure": "공개", "쪽": 3},
        {"id": 3, "title": "말", "passages": [{"text": "네", "speaker": "김한결 의원"}]},
    )
    report = load_paths(records, extractor, [path], Kind.REQUEST)
    assert (report.loaded, report.failed) == (3, ())
    one, two, three = (records.document(key) for key in ("한빛:요구-1", "2", "3"))
    assert (one.kind, one.date, one.source) == (Kind.REQUEST, date(2009, 2, 24), "한빛")
    assert [(p.text, p.page) for p in one.passages] == [("하나", 1), ("둘", 1), ("셋", 2)]
    assert (two.title, two.kind, two.visibility) == ("첫 줄", Kind.BILL, Visibility.PUBLIC)
    assert two.notes == ("들이지 않은 항목: 쪽",)
    assert three.passages[0].speaker == "김한결 의원"
    assert one.visibility is Visibility.STAFF


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "JSON이 아닌 줄"),
        ("[" * 100_000, "JSON이 아닌 줄"),
        ("[]", "JSON 객체"),
        ("9" * 5000, "JSON"),
        ({"title": "id 없음", "text": "가"}, "id와 제목"),
        ({"id": "x"}, "id와 제목"),
        ({"id": "", "title": "가"}, "id 값이 비어"),
        ({"id": "x", "title": ["가"]}, "title 값"),
        ({"id": "x", "title": "가", "date": "어제"}, "날짜가 아님"),
        ({"id": "x", "title": "가", "kind": "소설"}, "모르는 종류"),
        ({"id": "x", "title": "가", "visibility": "모두"}, "모르는 공개 범위"),
        ({"id": "x", "title": "가", "text": 1}, "text 값"),
        ({"id": "x", "passages": [{"page": 1}]}, "text가 없음"),
        ({"id": "x", "passages": [{"text": "가", "page": "1"}]}, "page 값"),
        ({"id": "law:1\u0000", "title": "가"}, "제어 문자"),
        ({"id": "good", "title": "또"}, "같은 id가 두 번"),
    ],
)
def test_a_bad_line_stops_nothing(
    tmp_path: Path, records: Records, extractor: Extractor, line: object, reason: str
) -> None:
    path = write(
        tmp_path / "a.jsonl", {"id": "good", "title": "가"}, line, {"id": "y", "text": "나"}
    )
    report = load_paths(records, extractor, [path], Kind.OTHER)
    assert report.loaded == 2
    [fault] = report.failed
    assert fault.path == f"{path}:2"
    assert reason in fault.reason
    assert [f.path for f in records.failures()] == [fault.path]
    write(
        path, {"id": "good", "title": "가"}, {"id": "z", "title": "다"}, {"id": "y", "text": "나"}
    )
    again = load_paths(records, extractor, [path], Kind.OTHER)
    assert (again.loaded, again.unchanged, again.failed) == (1, 2, ())
    assert records.failures() == []


def test_broken_bytes_and_surrogates(
    tmp_path: Path, records: Records, extractor: Extractor
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        b'\xef\xbb\xbf{"id":"a","title":"\\ud800\\u0000x","text":"\\u1112\\u1161\\u11ab"}\r\n'
        b'\n{"id":"\xff"}\n{"id":"b","title":"y"}'
    )
    report = load_paths(records, extractor, [path], Kind.OTHER)
    assert report.loaded == 2
    assert [fault.path for fault in report.failed] == [f"{path}:3"]
    assert records.document("a").text == "한"


def test_an_empty_file_of_lines_is_said(
    tmp_path: Path, records: Records, extractor: Extractor
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n \n")
    [fault] = load_paths(records, extractor, [path], Kind.OTHER).failed
    assert (fault.path, fault.code) == (str(path), "empty")
