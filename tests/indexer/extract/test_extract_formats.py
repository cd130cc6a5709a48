"""Each format by a small example of its own."""

import zipfile

import pytest
from hostile import mail, nested_zip, pdf, sheet, slides, word, zipped

from indexer.extract import media
from indexer.extract.model import Container, Extracted
from indexer.extract.service import Extractor
from records.errors import Unreadable


def extracted(extractor: Extractor, name: str, content: bytes) -> Extracted:
    result = extractor.extract_bytes(name, content)
    assert isinstance(result, Extracted)
    return result


def opened(extractor: Extractor, name: str, content: bytes) -> Container:
    result = extractor.extract_bytes(name, content)
    assert isinstance(result, Container)
    return result


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp949", "euc-kr"]
)
def test_text_in_every_korean_encoding(extractor: Extractor, encoding: str) -> None:
    content = "제213회 정기회\r\n의안번호 1234 조례안\r\n".encode(encoding)
    result = extracted(extractor, "회의록.txt", content)
    assert [block.text for block in result.blocks] == ["제213회 정기회", "의안번호 1234 조례안"]


def test_a_text_cut_in_a_letter_says_so(extractor: Extractor) -> None:
    result = extracted(extractor, "a.txt", "의안번호 조례".encode()[:-1])
    assert result.text == "의안번호 조"
    assert any("잘린" in note for note in result.notes)


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
def test_html_gives_text_headings_and_cells(extractor: Extractor, encoding: str) -> None:
    page = (
        f"<!doctype html><html><head><meta charset={encoding}><title>보도 &amp; 자료</title>"
        "<script>alert('스크립트')</script></head><body><h2>제목</h2><p>본문 <b>굵게</b></p>"
        "<table><tr><td colspan=2>구분</td><td>금액</td></tr><tr><td>가</td></tr></table>"
    )
    result = extracted(extractor, "a.html", page.encode(encoding))
    assert result.metadata["title"] == "보도 & 자료"
    assert [(b.text, b.cell, b.heading) for b in result.blocks] == [
        ("제목", None, True),
        ("본문 굵게", None, False),
        ("구분", "1.1.1", False),
        ("금액", "1.1.3", False),
        ("가", "1.2.1", False),
    ]


def test_docx(extractor: Extractor) -> None:
    result = extracted(extractor, "a.docx", word("지방자치법 제41조에 따라"))
    assert result.media_type == media.DOCX
    assert result.metadata["title"] == "검토보고서"
    assert ("검토의견", True) in {(b.text, b.heading) for b in result.blocks}
    assert ("1,234", "1.2.2") in {(b.text, b.cell) for b in result.blocks}


def test_xlsx_cells_keep_sheet_row_and_column(extractor: Extractor) -> None:
    result = extracted(extractor, "a.xlsx", sheet())
    assert {(b.text, b.cell, b.sheet) for b in result.blocks if b.cell} == {
        ("항목", "1.1.1", "세입"),
        ("1,234,567.5", "1.3.3", "세입"),
        ("집행률", "2.2.2", "세출"),
    }


def test_pptx(extractor: Extractor) -> None:
    result = extracted(extractor, "a.pptx", slides())
    assert "주요업무보고" in result.text


def test_pdf_pages(extractor: Extractor) -> None:
    result = extracted(extractor, "a.pdf", pdf("Seoul", pages=3))
    assert [(b.text, b.page) for b in result.blocks] == [("Seoul", n) for n in (1, 2, 3)]


def test_a_mail_has_its_own_text_and_members(extractor: Extractor) -> None:
    box = opened(extractor, "a.eml", mail())
    assert box.own is not None
    assert "의원요구자료를 보냅니다." in box.own.text
    assert box.own.metadata["title"] == "요구자료 제출"
    assert [member.path for member in box.members] == ["예산.xlsx", "붙임.txt"]
    assert extracted(extractor, "예산.xlsx", box.members[0].content).media_type == media.XLSX


def test_zip_members_with_korean_windows_names(extractor: Extractor) -> None:
    plain = zipped({"aaaaaaaa.txt": b"paper", "folder/b.txt": b"other"}, zipfile.ZIP_STORED)
    korean = plain.replace(b"aaaaaaaa.txt", "의안목록.txt".encode("cp949"))
    box = opened(extractor, "a.zip", korean)
    assert [member.path for member in box.members] == ["의안목록.txt", "folder/b.txt"]


def test_zips_in_zips_are_opened(extractor: Extractor) -> None:
    box = opened(extractor, "a.zip", nested_zip(3))
    assert [(m.path, m.content) for m in box.members] == [("2.zip/1.zip/paper.txt", b"deep inside")]


@pytest.mark.parametrize("name", ["a.hwp", "a.txt", "a.zip", "none"])
def test_the_name_decides_nothing(extractor: Extractor, name: str) -> None:
    result = extracted(extractor, name, pdf("Seoul"))
    assert result.media_type == media.PDF
    assert bool(result.notes) == (name != "none")


def test_private_characters_are_mapped_or_counted(extractor: Extractor) -> None:
    result = extracted(extractor, "a.txt", "\uf0b7 예산\n\ue123 모름".encode())
    assert result.blocks[0].text == "• 예산"
    assert result.notes == ("사용자 정의 글자 1개는 뜻을 알 수 없어 그대로 둠",)


def test_unreadable_is_the_only_error(extractor: Extractor) -> None:
    with pytest.raises(Unreadable):
        extractor.extract_bytes("a", b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
