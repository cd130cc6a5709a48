"""Files and folders: every one is loaded, unchanged, held or failed with its reason."""

import os
import zipfile
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from indexer.extract.service import Extractor
from indexer.intake import LoadReport, load_paths
from indexer.intake.papers import file_id
from indexer.intake.speeches import speaker_of
from records.model import Kind, Visibility
from records.store import Records

STATUTE = "---\n법령ID: '000001'\n법령MST: 1\n제목: 시연법\n시행일자: 2009-02-24\n---\n##### 제1조 (목적)\n\n가\n"


def counts(report: LoadReport) -> tuple[int, int, int]:
    return report.loaded, report.unchanged, len(report.failed)


def test_a_tax_reply_says_its_own_title_number_and_day(
    samples: Path, records: Records, extractor: Extractor
) -> None:
    path = samples / "nts-hwp" / "010000000000001075.hwp"
    assert counts(load_paths(records, extractor, [path], Kind.RESEARCH)) == (1, 0, 0)
    paper = records.document(file_id(str(path.resolve())))
    assert paper.title == "법인세 과세표준에 신고된 이자소득의 지급조서 미제출가산세 적용여부"
    assert (paper.number, paper.date) == ("법인46012-1195", date(1995, 5, 2))
    [attachment] = paper.attachments
    assert records.originals.get(attachment.sha256) == path.read_bytes()
    assert counts(load_paths(records, extractor, [path], Kind.RESEARCH)) == (0, 1, 0)
    assert counts(load_paths(records, extractor, [path], Kind.REPORT)) == (1, 0, 0)


def test_real_papers_of_every_format(samples: Path, records: Records, extractor: Extractor) -> None:
    folder = samples / "docs"
    names = sorted(
        path for path in folder.iterdir() if "36dfda" in path.name or "5d7b" in path.name
    )
    assert len(names) == 2
    report = load_paths(records, extractor, names, Kind.REPORT)
    assert counts(report) == (2, 0, 0)


def test_a_file_read_better_than_before_is_read_again_when_asked(
    tmp_path: Path, records: Records, extractor: Extractor
) -> None:
    path = tmp_path / "예산.txt"
    path.write_text("제설 장비 1,200", "utf-8")
    load_paths(records, extractor, [path], Kind.BUDGET)
    paper = records.document(file_id(str(path.resolve())))
    records.put([replace(paper, passages=(replace(paper.passages[0], text="제설"),))])
    assert counts(load_paths(records, extractor, [path], Kind.BUDGET)) == (0, 1, 0)
    assert counts(load_paths(records, extractor, [path], Kind.BUDGET, again=True)) == (1, 0, 0)
    assert records.document(paper.id).passages == paper.passages
    assert counts(load_paths(records, extractor, [path], Kind.BUDGET, again=True)) == (0, 1, 0)


def test_everything_in_a_folder_is_accounted_for(
    tmp_path: Path, records: Records, extractor: Extractor
) -> None:
    folder = tmp_path / "자료"
    (folder / "안").mkdir(parents=True)
    (folder / "안" / "가.txt").write_text("제목: 교통 대책\n시행일자: 2009. 2. 24.\n본문", "utf-8")
    (folder / ".숨은.txt").write_text("숨은 글", "utf-8")
    (folder / "법.md").write_text(STATUTE, "utf-8")
    (folder / "빈.txt").touch()
    (folder / "깨진.pdf").write_bytes(b"%PDF-1.7 nothing")
    (tmp_path / "밖.txt").write_text("밖의 글", "utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "밖.txt")
    (folder / "same.txt").symlink_to(folder / ".숨은.txt")
    (folder / "gone.txt").symlink_to(folder / "없음")
    os.mkfifo(folder / "pipe")
    report = load_paths(records, extractor, [folder], Kind.REPORT)
    assert counts(report) == (3, 1, 5)
    assert report.total == 9
    assert {Path(fault.path).name for fault in report.failed} == {
        "빈.txt", "깨진.pdf", "link.txt", "gone.txt", "pipe",
    }  # fmt: skip
    paper = records.document(file_id(str(folder / "안" / "가.txt")))
    assert (paper.title, paper.date) == ("교통 대책", date(2009, 2, 24))
    assert records.document("law:000001").title == "시연법"
    again = load_paths(records, extractor, [folder], Kind.REPORT)
    assert counts(again) == (0, 4, 5)


def test_a_path_that_is_not_there_is_a_failure(
    tmp_path: Path, records: Records, extractor: Extractor
) -> None:
    [fault] = load_paths(records, extractor, [tmp_path / "없음.hwp"], Kind.REPORT).failed
    assert fault.path == str(tmp_path / "없음.hwp")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(
    tmp_path: Path, records: Records, extractor: Extractor
) -> None:
    path = tmp_path / "가.txt"
    path.write_text("글")
    path.chmod(0)
    [fault] = load_paths(records, extractor, [path], Kind.REPORT).failed
    assert "열 수 없음" in fault.reason


def test_members_of_a_container_are_documents_of_their_own(
    tmp_path: Path, records: Records, extractor: Extractor
) -> None:
    path = tmp_path / "묶음.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("안/하나.txt", "하나의 글")
        archive.writestr("깨진.pdf", b"%PDF-1.7 nothing")
        archive.writestr("법.md", STATUTE)
        archive.writestr("줄.jsonl", '{"id":"z:1","title":"줄"}\n{}\n')
    report = load_paths(records, extractor, [path], Kind.REPORT)
    assert counts(report) == (3, 0, 2)
    assert {fault.path for fault in report.failed} == {
        f"{path}!/깨진.pdf", f"{path}!/줄.jsonl:2",
    }  # fmt: skip
    assert records.document(file_id(f"{path}!/안/하나.txt")).text == "하나의 글"
    assert counts(load_paths(records, extractor, [path], Kind.REPORT)) == (0, 3, 2)


def test_a_mail_and_what_is_attached(
    tmp_path: Path, records: Records, extractor: Extractor
) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@example.org", "b@example.org", "자료 제출"
    mail["Date"] = "Tue, 24 Feb 2009 10:00:00 +0900"
    mail.set_content("붙임과 같이 제출합니다.")
    mail.add_attachment("주차장 현황", filename="현황.txt")
    path = tmp_path / "편지.eml"
    path.write_bytes(mail.as_bytes())
    assert counts(load_paths(records, extractor, [path], Kind.REQUEST)) == (2, 0, 0)
    assert "제출합니다" in records.document(file_id(str(path))).text
    assert counts(load_paths(records, extractor, [path], Kind.REQUEST)) == (0, 2, 0)


def test_metadata_says_what_the_file_does_not(
    tmp_path: Path, records: Records, extractor: Extractor
) -> None:
    folder = tmp_path / "자료"
    folder.mkdir()
    (folder / "가.txt").write_text("본문", "utf-8")
    known = folder / "항목.jsonl"
    known.write_text(
        '{"path":"가.txt","id":"한빛:1","title":"새 제목","kind":"audit","visibility":"council"}\n'
        '{"path":"없는.txt","title":"x"}\n{"path":"나.txt","제목":"x"}\n',
        "utf-8",
    )
    report = load_paths(records, extractor, [folder], Kind.REPORT, known)
    assert counts(report) == (1, 0, 2)
    paper = records.document("한빛:1")
    assert (paper.title, paper.kind) == ("새 제목", Kind.AUDIT)
    assert paper.visibility is Visibility.COUNCIL
    assert counts(load_paths(records, extractor, [folder], Kind.REPORT, known)) == (0, 1, 2)


def test_a_changed_file_is_loaded_again_and_a_mended_one_is_no_failure(
    tmp_path: Path, records: Records, extractor: Extractor
) -> None:
    path = tmp_path / "가.txt"
    path.touch()
    assert counts(load_paths(records, extractor, [path], Kind.REPORT)) == (0, 0, 1)
    path.write_text("고친 글", "utf-8")
    assert counts(load_paths(records, extractor, [path], Kind.REPORT)) == (1, 0, 0)
    assert records.failures() == []
    path.write_text("다시 고친 글", "utf-8")
    assert counts(load_paths(records, extractor, [path], Kind.REPORT)) == (1, 0, 0)
    assert records.document(file_id(str(path))).text == "다시 고친 글"


def test_progress_tells_every_file(tmp_path: Path, records: Records, extractor: Extractor) -> None:
    for name in "가나다":
        (tmp_path / f"{name}.txt").write_text(name, "utf-8")
    told: list[tuple[int, int]] = []
    files = sorted(tmp_path.glob("*.txt"))
    load_paths(records, extractor, files, Kind.REPORT, None, lambda d, n, _: told.append((d, n)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_minutes_know_who_speaks(tmp_path: Path, records: Records, extractor: Extractor) -> None:
    path = tmp_path / "회의록.txt"
    path.write_text(
        "제213회 교통위원회\n○위원장 김한결  개의합니다.\n첫 안건입니다.\n○ 추진 경과\n"
        "○이새봄 의원  묻겠습니다.\n○출석위원\n김한결\n",
        "utf-8",
    )
    load_paths(records, extractor, [path], Kind.MINUTES)
    passages = records.document(file_id(str(path))).passages
    speeches = [p for p in passages if p.speaker]
    assert [p.speaker for p in speeches] == ["위원장 김한결", "이새봄 의원"]
    assert speeches[0].text.endswith("첫 안건입니다.\n○ 추진 경과")
    assert passages[-1].text == "김한결"


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("◯수석전문위원 박철호  보고드립니다.", "수석전문위원 박철호"),
        ("○교통국장 최나라 네.", "교통국장 최나라"),
        ("○위원장직무대리 강 산 네", None),
        ("○ 사업 개요", None),
        ("○위원회 구성", None),
        ("가. 위원장 김한결", None),
    ],
)
def test_a_speaker_is_never_guessed(line: str, speaker: str | None) -> None:
    assert speaker_of(line) == speaker


def test_personal_data_is_held_and_counted(
    tmp_path: Path, records: Records, extractor: Extractor
) -> None:
    path = tmp_path / "민원.txt"
    path.write_text("신청인 주민등록번호 900101-1234568, 전화 010-1234-5678", "utf-8")
    report = load_paths(records, extractor, [path], Kind.REQUEST)
    assert (report.loaded, report.held) == (0, 1)
    assert [paper.id for paper in records.held()] == [file_id(str(path))]
