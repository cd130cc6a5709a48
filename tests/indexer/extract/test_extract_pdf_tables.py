"""Ruled tables of PDFs: cells where HWP has cells, and no letter lost, doubled or out of order."""

import io
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from support import SAMPLES, require

from indexer.extract import media
from indexer.extract.model import Block, Extracted
from indexer.extract.native import pdfium
from indexer.extract.render import Renderer
from indexer.extract.service import Extractor
from indexer.extract.tables.grid import grids
from indexer.extract.tables.rules import Rule

ROWS = (("Item", "Year", "Sum"), ("Snow", "2009", "1200"), ("Salt", "2009", "340"))
LEFT, TOP, WIDE, HIGH = 100, 700, 90, 30


def page(draw: Callable[[Canvas], None], turned: int = 0) -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4)
    canvas.setPageRotation(turned)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return made.getvalue()


def write(canvas: Canvas) -> None:
    """The words of `ROWS`, a line before and a line behind them; by column, as some writers do."""
    canvas.drawString(LEFT, TOP + 20, "Before")
    for column in range(3):
        for row in range(3):
            canvas.drawString(LEFT + 5 + column * WIDE, TOP - 20 - row * HIGH, ROWS[row][column])
    canvas.drawString(LEFT, TOP - 3 * HIGH - 20, "Behind")


def ruled(canvas: Canvas) -> None:
    """Open at its sides: level lines through, upright ones between the columns."""
    for row in range(4):
        canvas.line(LEFT, TOP - row * HIGH, LEFT + 3 * WIDE, TOP - row * HIGH)
    for column in (1, 2):
        canvas.line(LEFT + column * WIDE, TOP, LEFT + column * WIDE, TOP - 3 * HIGH)
    write(canvas)


def barred(canvas: Canvas) -> None:
    """Each border of each cell a filled bar of its own, moved and twice as large."""
    canvas.saveState()
    canvas.translate(LEFT, TOP)
    canvas.scale(2, 2)
    for row in range(4):
        for column in range(3):
            canvas.rect(column * WIDE / 2, -row * HIGH / 2, WIDE / 2, 0.4, stroke=0, fill=1)
    for row in range(3):
        for column in range(4):
            canvas.rect(column * WIDE / 2, -row * HIGH / 2, 0.4, -HIGH / 2, stroke=0, fill=1)
    canvas.restoreState()
    write(canvas)


def in_a_form(canvas: Canvas) -> None:
    canvas.beginForm("table")
    canvas.translate(-1000, 0)
    canvas.grid(
        [1000 + LEFT + column * WIDE for column in range(4)],
        [TOP - row * HIGH for row in range(4)],
    )
    canvas.endForm()
    canvas.doForm("table")
    write(canvas)


def read(extractor: Extractor, content: bytes) -> list[Block]:
    result = extractor.extract_bytes("a.pdf", content)
    assert isinstance(result, Extracted)
    return list(result.blocks)


def cells(blocks: list[Block]) -> dict[str, str]:
    return {block.cell: block.text for block in blocks if block.cell}


@pytest.mark.parametrize("draw", [ruled, barred, in_a_form])
def test_lines_make_cells_and_the_rest_stays_around_them(
    extractor: Extractor, draw: Callable[[Canvas], None]
) -> None:
    blocks = read(extractor, page(draw))
    assert cells(blocks) == {
        f"1.{row}.{column}": text
        for row, texts in enumerate(ROWS, 1)
        for column, text in enumerate(texts, 1)
    }
    every = [text for row in ROWS for text in row]
    assert [block.text for block in blocks] == ["Before", *every, "Behind"]
    assert {block.page for block in blocks} == {1}


def test_a_turned_page_is_read_as_it_is_shown(extractor: Extractor) -> None:
    def sideways(canvas: Canvas) -> None:
        canvas.translate(0, A4[1])
        canvas.rotate(-90)
        canvas.translate(0, -200)
        ruled(canvas)

    assert cells(read(extractor, page(sideways, turned=270)))["1.2.3"] == "1200"


def test_what_no_line_divides_is_one_cell_and_its_lines_stay_together(extractor: Extractor) -> None:
    def merged(canvas: Canvas) -> None:
        for row in (0, 2, 3):
            canvas.line(LEFT, TOP - row * HIGH, LEFT + 2 * WIDE, TOP - row * HIGH)
        canvas.line(LEFT + WIDE, TOP - HIGH, LEFT + 2 * WIDE, TOP - HIGH)
        for column in range(3):
            canvas.line(LEFT + column * WIDE, TOP, LEFT + column * WIDE, TOP - 3 * HIGH)
        for row, (one, other) in enumerate((("Snow", "2009"), ("works", "2010"), ("Salt", "2011"))):
            canvas.drawString(LEFT + 5, TOP - 20 - row * HIGH, one)
            canvas.drawString(LEFT + WIDE + 5, TOP - 20 - row * HIGH, other)

    assert cells(read(extractor, page(merged))) == {
        "1.1.1": "Snow\nworks", "1.1.2": "2009", "1.2.2": "2010", "1.3.1": "Salt", "1.3.2": "2011",
    }  # fmt: skip


def test_frames_underlines_and_drawings_are_no_tables(extractor: Extractor) -> None:
    def drawn(canvas: Canvas) -> None:
        canvas.rect(50, 50, 400, 700)
        canvas.line(LEFT, TOP - 2, LEFT + 60, TOP - 2)
        canvas.grid([300, 320, 340], [100, 120, 140])
        canvas.drawString(LEFT, TOP, "Framed")

    assert [(block.cell, block.text) for block in read(extractor, page(drawn))] == [
        (None, "Framed")
    ]


def test_tables_are_counted_over_the_pages(extractor: Extractor) -> None:
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4)
    for _ in range(2):
        ruled(canvas)
        canvas.showPage()
    canvas.save()
    found = {(block.page, block.cell.split(".")[0])
             for block in read(extractor, made.getvalue()) if block.cell}  # fmt: skip
    assert found == {(1, "1"), (2, "2")}


def test_a_mark_is_where_the_reader_has_it() -> None:
    """The second 2009 in reading order is the lower one, though its column was written first."""
    renderer = Renderer()
    try:
        boxes = renderer.page_text_boxes(page(ruled), media.PDF, 1, ["2009"])
        assert len(boxes) == 2
        assert boxes[0][1] < boxes[1][1]
        assert len(renderer.page_text_boxes(page(ruled), media.PDF, 1, ["Snow2009"])) == 2
    finally:
        renderer.close()


@pytest.mark.parametrize("lines", [(100, 100), (5_000, 5_000), (15_000, 15_000)])
def test_thousands_of_lines_stay_in_bounds(extractor: Extractor, lines: tuple[int, int]) -> None:
    """As text when they are too many; the worker is killed after its limit, which would fail."""
    across, down = lines

    def hatched(canvas: Canvas) -> None:
        canvas.drawString(LEFT, TOP, "Seoul")
        for number in range(across):
            canvas.line(0, number / across * 800, 600, number / across * 800)
        for number in range(down):
            canvas.line(number / down * 600, 0, number / down * 600, 800)

    assert "Seoul" in "".join(block.text for block in read(extractor, page(hatched)))


def squeezed(text: str) -> Counter[str]:
    return Counter(re.sub(r"\s", "", text.replace("\ufffe", "")))


def _papers() -> list[Path]:
    return sorted((SAMPLES / "docs").glob("*.[Pp][Dd][Ff]")) if SAMPLES.is_dir() else []


@pytest.mark.parametrize("path", _papers(), ids=lambda path: path.name)
def test_a_real_paper_has_every_letter_once(extractor: Extractor, path: Path) -> None:
    content = path.read_bytes()
    document = pdfium.PdfDocument(content)
    whole = "".join(one.get_textpage().get_text_range() for one in document)
    document.close()
    assert squeezed("".join(block.text for block in read(extractor, content))) == squeezed(whole)


def test_there_are_real_papers() -> None:
    require(_papers(), "no PDF among the samples")


places = st.floats(0, 500, allow_nan=False)


@given(st.lists(st.builds(Rule, st.booleans(), places, places, places), max_size=40))
def test_every_place_of_a_grid_is_of_one_cell(rules: list[Rule]) -> None:
    for grid in grids(rules):
        rows, columns = len(grid.down) - 1, len(grid.across) - 1
        assert len(grid.cells) == rows * columns
        assert all(grid.cells[first] == first for first in grid.cells.values())
        assert grid.cell(grid.across[0] - 1, grid.down[0]) is None
