"""The tools behind the admin page: loading by hand, repairing, hiding what is secret."""

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from records.errors import Broken, Misuse
from records.model import Kind, Visibility
from records.store import Records
from records.viewer import Viewer
from ucouncil.council import Council
from ucouncil.settings import Settings, read_settings
from ucouncil.steward import Steward, described

OPERATOR = Viewer("operator")
FIELDS = {"kind": "audit", "title": "감사 자료", "visibility": "public"}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = read_settings(tmp_path / "home")
    made.home.mkdir()
    Records.create(made.database, made.originals).close()
    with Council(made, writer=True) as council:
        council.engine.applied()
    return made


@pytest.fixture
def council(settings: Settings) -> Iterator[Council]:
    with Council(settings) as opened:
        yield opened


@pytest.fixture
def steward(council: Council) -> Steward:
    return Steward(council)


def text(name: str, content: str) -> tuple[str, bytes]:
    return name, content.encode()


def test_what_is_uploaded_can_be_found_at_once(council: Council, steward: Steward) -> None:
    done = steward.load([text("가.txt", "도서관 예산"), text("나.txt", "도서관 예산")], FIELDS)
    assert (done.loaded, done.failed, done.indexed) == (2, (), True)
    found = council.searcher.search("도서관", OPERATOR)
    assert (found.total, found.hits[0].title, found.hits[0].kind) == (2, "감사 자료", "audit")
    assert steward.load([text("가.txt", "도서관 예산")], FIELDS).unchanged == 1
    assert steward.index().behind == 0
    assert steward.verify()[0]


def test_a_failure_ends_with_a_good_file_only(council: Council, steward: Steward) -> None:
    steward.load([text("깨진.pdf", "%PDF-1.7 broken")], FIELDS)
    (failure,) = council.records.failures()
    assert steward.kind_of(failure.path) == "audit"
    assert len(steward.retry(failure.path, None).failed) == 1
    again = steward.load([text("또.pdf", "%PDF-1.7")], FIELDS, repairs=failure.path)
    assert failure.path in {one.path for one in council.records.failures()}
    assert len(again.failed) == 1
    assert steward.load([text("됨.txt", "글")], FIELDS, repairs=failure.path).loaded == 1
    assert failure.path not in {one.path for one in council.records.failures()}


@pytest.mark.parametrize("path", ["/no/such/file.pdf", "law:001709", "relative.pdf", ""])
def test_what_is_gone_is_not_tried_again(steward: Steward, path: str) -> None:
    with pytest.raises(Misuse, match="바른 파일"):
        steward.retry(path, "audit")


def test_while_another_writes_the_index_papers_are_kept(
    settings: Settings, council: Council, steward: Steward
) -> None:
    with Council(settings, writer=True) as other:
        other.engine.applied()
        done = steward.load([text("가.txt", "도서관")], FIELDS)
    assert (done.loaded, done.indexed, steward.index().behind) == (1, False, 1)
    assert steward.catch_up() == 1
    assert council.searcher.search("도서관", OPERATOR).total == 1


def test_a_pack_and_lines_leave_no_failure_of_ours(council: Council, steward: Steward) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as pack:
        pack.writestr("안/1.txt", "첫째 글")
        pack.writestr("../2.txt", "둘째 글")
    line = json.dumps({"id": "a:1", "title": "줄", "text": "셋째 글"}, ensure_ascii=False)
    done = steward.load([("묶음.zip", packed.getvalue()), text("줄.jsonl", line)], FIELDS)
    assert (done.loaded, done.failed) == (3, ())
    assert council.records.failures() == []
    inside = [one for one in council.searcher.search("글", OPERATOR).hits if one.id != "a:1"]
    assert {council.records.document(one.id).visibility for one in inside} == {Visibility.STAFF}


def test_names_of_files_lead_nowhere(settings: Settings, steward: Steward) -> None:
    names = ["../../옆.txt", "/etc/passwd", "a\0b.txt", "..", "", "x" * 300 + ".txt", "CON|?.txt"]
    done = steward.load([text(name, f"글 {n}") for n, name in enumerate(names)], FIELDS)
    assert done.loaded == len(names)
    kept = [one for one in settings.home.parent.rglob("*") if one.is_file() and "글 " in _text(one)]
    assert len([one for one in kept if one.is_relative_to(settings.home / "uploads")]) >= len(names)
    assert all(one.is_relative_to(settings.home) for one in kept)


def _text(file: Path) -> str:
    return file.read_bytes()[:40].decode("utf-8", "replace")


def test_wrong_fields_are_told_before_anything_is_written(
    settings: Settings, steward: Steward
) -> None:
    with pytest.raises(Broken):
        steward.load([text("가.txt", "글")], FIELDS | {"date": "어제"})
    assert not (settings.home / "uploads").exists()


def test_personal_data_is_named_and_hidden(council: Council, steward: Steward) -> None:
    done = steward.load(
        [text("명단.txt", "홍길동 800101-1234560 입니다")], {"kind": Kind.OTHER.value}
    )
    assert done.held == 1
    (held,) = council.records.held()
    (why,) = steward.why_held(held.id)
    assert (why.kind, why.count) == ("주민등록번호", 1)
    assert "800101" not in why.around
    assert "1234560" not in steward.hidden("번호 800101-1234560")


def test_no_secret_is_shown(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "LAW_KEY": "s3cret",
        "SMTP_URL": "smtps://name:s3cret@host",
        "TIKA_URL": "http://name:s3cret@tika:9998",
        "ORIGINALS_URL": "s3://key:s3cret@bucket/originals",
        "SOURCES": '{"opengov": {"every_hours": 6, "token": "s3cret"}}',
    }.items():
        monkeypatch.setenv(f"UCOUNCIL_{name}", value)
    shown = {one.name: one.value for one in described(read_settings(settings.home))}
    assert "s3cret" not in " ".join(shown.values())
    assert shown["UCOUNCIL_LAW_KEY"] == "●●●● (설정됨)"
    assert shown["UCOUNCIL_SOURCES"] == "opengov (6시간마다)"
    assert shown["UCOUNCIL_TIKA_URL"] == "http://●●●●@tika:9998"
    assert shown["UCOUNCIL_CLIK_KEY"] == "없음"
