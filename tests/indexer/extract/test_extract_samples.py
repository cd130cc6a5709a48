"""Real papers: nothing they say may be missing from what is read."""

import json
import re
from pathlib import Path

import pytest
from support import SAMPLES, require

from indexer.extract import media
from indexer.extract.model import Extracted
from indexer.extract.service import Extractor

DOCS = sorted((SAMPLES / "docs").iterdir()) if SAMPLES.is_dir() else []
PARTS = 8


def squeezed(text: str | None) -> str:
    return re.sub(r"\s+", "", text or "")


def read(extractor: Extractor, path: Path) -> Extracted:
    result = extractor.extract(path)
    assert isinstance(result, Extracted)
    return result


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_every_paper_is_read(extractor: Extractor, path: Path) -> None:
    result = read(extractor, path)
    assert len(result.text) > 300
    assert all(block.text.strip() == block.text for block in result.blocks)
    if path.suffix.lower() in (".hwp", ".hwpx"):
        assert result.pages_are == "screen"
        placed = [block.page for block in result.blocks if block.page is not None]
        assert set(placed) <= set(range(1, (result.pages or 0) + 1))
        assert placed == sorted(placed)
        assert len(placed) == len(result.blocks) or any("덧붙임" in note for note in result.notes)


@pytest.mark.parametrize("part", range(PARTS))
def test_every_tax_reply_is_whole(extractor: Extractor, samples: Path, part: int) -> None:
    lines = (samples / "nts.jsonl").read_text("utf-8").splitlines()
    for line in lines[part::PARTS]:
        row = json.loads(line)
        text = squeezed(read(extractor, samples / row["file"]).text)
        for field in ("doc_no", "title", "reply"):
            assert squeezed(row[field]) in text, (row["file"], field)


def test_all_files_stand_in_the_list(samples: Path) -> None:
    lines = (samples / "nts.jsonl").read_text("utf-8").splitlines()
    named = {json.loads(line)["file"] for line in lines}
    assert named == {f"nts-hwp/{path.name}" for path in (samples / "nts-hwp").iterdir()}


def sample(fragment: str) -> Path:
    found = [path for path in DOCS if fragment in path.name]
    require(found, f"no sample named like {fragment}")
    return found[0]


def test_a_figure_in_a_table_is_a_cell_with_its_page(extractor: Extractor) -> None:
    """Investment in North America by quarter: by gross on page 4, by net on page 7."""
    result = read(extractor, sample("2025년 1분기"))
    found = {block.text: block for block in reversed(result.blocks) if block.cell}
    assert (found["97.8"].cell, found["97.8"].page) == ("13.3.2", 4)
    assert (found["86.0"].cell, found["86.0"].page) == ("21.3.2", 7)


def test_merged_cells_keep_their_columns(extractor: Extractor) -> None:
    result = read(extractor, sample("openus__ca7c19"))
    cells = {block.cell: block.text for block in result.blocks if block.cell}
    assert cells["1.1.2"] == "17817"
    assert "1.1.3" not in cells
    assert "의       장" in cells["1.1.4"]


def test_notes_inside_table_cells_are_not_lost(extractor: Extractor) -> None:
    result = read(extractor, sample("통합재정통계(2014.8월)"))
    assert "임차료, 이자지급" in result.text
    assert any("덧붙임" in note for note in result.notes)


def test_hwpx_named_hwp_is_hwpx(extractor: Extractor) -> None:
    content = sample("hwpxlib__393096").read_bytes()
    result = extractor.extract_bytes("공고.hwp", content)
    assert isinstance(result, Extracted)
    assert result.media_type == media.HWPX
    assert "이름은 .hwp이지만 내용은 HWPX임" in result.notes


def test_pdf_minutes_have_the_original_pages(extractor: Extractor) -> None:
    result = read(extractor, sample("국회회의록"))
    assert (result.pages, result.pages_are) == (11, "original")
    assert {block.page for block in result.blocks} == set(range(1, 12))
    assert "위원장" in result.text


def test_docx_and_hwp_of_one_bill_say_the_same(extractor: Extractor) -> None:
    hwp, docx = (read(extractor, sample(f"{kind}__2017817")) for kind in ("ca7c19", "36dfda"))
    assert sorted(squeezed(hwp.text)) == sorted(squeezed(docx.text))
