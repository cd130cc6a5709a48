"""Page pictures and the places of words on them."""

import io
from collections.abc import Iterator

import pytest
from hostile import pdf, word
from lxml import etree
from PIL import Image
from support import SAMPLES, require

from indexer.extract import media, render
from indexer.extract.layout.letters import find
from indexer.extract.layout.svg import sanitise
from indexer.extract.render import Renderer
from records.errors import Broken, Locked, Unsupported


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    one = Renderer()
    yield one
    one.close()


def test_a_pdf_page_is_a_png(renderer: Renderer) -> None:
    content = pdf("Seoul Council", pages=2)
    assert renderer.page_count(content, media.PDF) == 2
    with Image.open(io.BytesIO(renderer.render_page(content, media.PDF, 2, 600))) as image:
        assert (image.format, image.width) == ("PNG", 600)


def test_words_are_found_where_they_were_drawn(renderer: Renderer) -> None:
    """Drawn 100 points from the left and 700 from the foot of A4 (595 × 842)."""
    boxes = renderer.page_text_boxes(pdf("Seoul Council"), media.PDF, 1, ["seoulcouncil"])
    assert boxes
    x0, y0, _, y1 = boxes[0]
    assert x0 == pytest.approx(100 / 595, abs=0.01)
    assert y0 < 1 - 700 / 842 < y1 + 0.01


@pytest.mark.parametrize(
    ("fragment", "kind"), [("2024년 1분기", media.HWP), ("2025년 1분기", media.HWPX)]
)
def test_a_press_release_as_pictures(renderer: Renderer, fragment: str, kind: str) -> None:
    require(SAMPLES.is_dir(), "no samples")
    content = next((SAMPLES / "docs").glob(f"*{fragment}*")).read_bytes()
    assert renderer.page_count(content, kind) == 9
    root = etree.fromstring(renderer.render_page(content, kind, 1, 900))
    assert root.get("width") == "900"
    assert all("NanumGothic" in (node.get("font-family") or "") for node in root.iter("{*}text"))
    boxes = renderer.page_text_boxes(content, kind, 1, ["해외 직접투자"])
    assert boxes
    assert all(0 <= x0 < x1 <= 1 and 0 <= y0 < y1 <= 1 for x0, y0, x1, y1 in boxes)


def test_what_has_no_pages_or_is_locked_says_so(renderer: Renderer) -> None:
    with pytest.raises(Unsupported):
        renderer.page_count(word("가"), media.DOCX)
    with pytest.raises(Locked):
        renderer.page_count(pdf(password="1"), media.PDF)
    with pytest.raises(Broken):
        renderer.render_page(pdf(), media.PDF, 2, 100)


def test_the_shared_renderer() -> None:
    assert render.page_count(pdf(), media.PDF) == 1
    assert render.render_page(pdf(), media.PDF, 1, 100).startswith(b"\x89PNG")
    assert len(render.page_text_boxes(pdf("a b a"), media.PDF, 1, ["a"])) == 2


EVIL = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
 viewBox="0 0 100 200" onload="alert(1)"><script>alert(1)</script><style>@import 'x'</style>
 <foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x"/></body></foreignObject>
 <a xlink:href="javascript:alert(1)"><text x="1" y="2">가</text></a>
 <image href="http://example.org/a.png"/><image href="data:image/svg+xml;base64,AAAA"/>
 <image href="data:image/png;base64,AAAA" onerror="alert(1)"/><use href="#a"/>
 <rect fill="url(http://example.org/x)" stroke="url(#ok)" style="background:url(x)" width="3"/>
 <animate attributeName="href" to="javascript:alert(1)"/><text font-family="바탕,serif">나</text>
</svg>"""


def test_svg_keeps_only_what_draws() -> None:
    clean = sanitise(EVIL, 50).decode()
    root = etree.fromstring(clean.encode())
    names = [etree.QName(node).localname for node in root.iter()]
    assert names == ["svg", "image", "image", "image", "use", "rect", "text"]
    for word_ in ("script", "alert", "example.org", "svg+xml", "style", "@import", "onload"):
        assert word_ not in clean
    assert 'stroke="url(#ok)"' in clean
    assert "data:image/png;base64,AAAA" in clean
    assert "'바탕', 'NanumGothic', sans-serif" in clean
    assert (root.get("width"), root.get("height")) == ("50", "100")


def test_find_ignores_spaces_and_case() -> None:
    assert list(find(list("A b가 나ab"), ["ab", "가나", ""])) == [(0, 2), (6, 7), (3, 5)]
