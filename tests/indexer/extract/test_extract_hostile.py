"""Every file that cannot be read gives its own reason, within the limits."""

import random
from pathlib import Path

import pytest
from hostile import LAUGHS, claiming, nested_zip, pdf, replaced, sheet, slides, word, zipped

from indexer.extract.model import Container
from indexer.extract.service import Extractor
from records.errors import Broken, Empty, Locked, TooLarge, Truncated, Unreadable, Unsupported

DEEP = b"<a>" * 5_000 + b"x" + b"</a>" * 5_000
HWPX = {
    "mimetype": b"application/hwp+zip",
    "Contents/content.hpf": b"<a/>",
}
RANDOM = random.Random(1).randbytes(3_000)
MINE = {
    "nothing": (b"", Empty),
    "blanks": (b" \r\n\0\0", Empty),
    "empty zip": (b"PK\x05\x06" + bytes(18), Empty),
    "scan": (pdf(""), Empty),
    "cut pdf": (pdf()[:-300], Truncated),
    "cut docx": (word("가")[:-300], Truncated),
    "cut rtf": (rb"{\rtf1 abc", Truncated),
    "locked pdf": (pdf(password="1234"), Locked),
    "garbage": (b"\x01\x02" + RANDOM, Unsupported),
    "garbage pdf": (b"%PDF-1.7\n" + RANDOM + b"%%EOF", Broken),
    "picture": (b"\x89PNG\r\n\x1a\n" + RANDOM, Unsupported),
    "bomb": (replaced(word("가"), "word/x.xml", b" " * 15_000_000), TooLarge),
    "1 GB claim": (replaced(word("가"), "x", b"")[:0] + claiming(1_000_000_000), TooLarge),
    "laughing docx": (
        replaced(word("가"), "word/document.xml", f"{LAUGHS}<a>&i;</a>".encode()),
        Broken,
    ),
    "laughing xlsx": (
        replaced(sheet(), "xl/workbook.xml", f"{LAUGHS}<a>&i;</a>".encode()),
        Broken,
    ),
    "laughing pptx": (
        replaced(slides(), "ppt/presentation.xml", f"{LAUGHS}<a>&i;</a>".encode("utf-16")),
        Broken,
    ),
    "laughing hwpx": (
        zipped(HWPX | {"Contents/section0.xml": f"{LAUGHS}<a>&i;</a>".encode()}),
        Broken,
    ),
    "laughing xml": (f"{LAUGHS}<a>&i;</a>".encode(), Broken),
    "reading xml": (
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hosts">]><a>&x;</a>',
        Broken,
    ),
    "deep xml": (b'<?xml version="1.0"?>' + DEEP, TooLarge),
    "deep docx": (replaced(word("가"), "word/document.xml", DEEP), TooLarge),
    "deep hwpx": (zipped(HWPX | {"Contents/section0.xml": DEEP}), TooLarge),
}


@pytest.mark.parametrize("name", MINE)
def test_each_has_its_reason(extractor: Extractor, name: str) -> None:
    content, reason = MINE[name]
    with pytest.raises(Unreadable) as caught:
        extractor.extract_bytes(name, content)
    assert (type(caught.value), str(caught.value)) == (reason, str(caught.value))


def test_html_may_nest_deeply_but_not_endlessly(extractor: Extractor) -> None:
    def page(depth: int) -> bytes:
        return ("<html><body>" + "<div>" * depth + "의안" + "</div>" * depth).encode()

    assert getattr(extractor.extract_bytes("a.html", page(1_000)), "text", "") == "의안"
    with pytest.raises(TooLarge):
        extractor.extract_bytes("a.html", page(5_000))


def test_too_many_members(extractor: Extractor) -> None:
    with pytest.raises(TooLarge):
        extractor.extract_bytes("a.zip", zipped({f"{n}.txt": b"x" for n in range(51)}))


def box(extractor: Extractor, content: bytes) -> Container:
    result = extractor.extract_bytes("a.zip", content)
    assert isinstance(result, Container)
    return result


def test_a_bomb_in_a_zip_leaves_the_others(extractor: Extractor) -> None:
    result = box(extractor, zipped({"bomb": bytes(9_000_000), "paper.txt": b"paper"}))
    assert [member.path for member in result.members] == ["paper.txt"]
    assert [(path, code) for path, code, _ in result.failures] == [("bomb", "too_large")]


def test_small_texts_may_pack_well(extractor: Extractor) -> None:
    result = box(extractor, zipped({"a.txt": b"a" * 900_000}))
    assert len(result.members[0].content) == 900_000


def test_nesting_too_deep_is_said(extractor: Extractor) -> None:
    result = box(extractor, nested_zip(6))
    assert result.members == ()
    assert [code for _, code, _ in result.failures] == ["too_large"]


def hwp(samples: Path) -> bytes:
    return (samples / "nts-hwp" / "010000000000001075.hwp").read_bytes()


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.9])
def test_a_cut_hwp(extractor: Extractor, samples: Path, share: float) -> None:
    content = hwp(samples)
    with pytest.raises(Truncated):
        extractor.extract_bytes("a.hwp", content[: int(len(content) * share)])


def test_a_hwp_with_a_password(extractor: Extractor, samples: Path) -> None:
    content = bytearray(hwp(samples))
    content[content.index(b"HWP Document File") + 36] |= 0x2
    with pytest.raises(Locked):
        extractor.extract_bytes("a.hwp", bytes(content))
