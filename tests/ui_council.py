"""A small council for the screen's tests: real records, a real PDF, a real index.

Run as a program (`python -P`) with a folder it serves the app there and prints its address.
"""

import io
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import uvicorn
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from indexer.engines.embedded import EmbeddedEngine
from indexer.extract.render import Renderer
from indexer.extract.service import Extractor
from indexer.korean.analyser import Analyser
from indexer.search.searcher import Searcher
from indexer.worker import Worker
from records.model import Article, Attachment, Document, Kind, Passage, Version, Visibility
from records.store import Records
from records.viewer import Viewer
from search_ui.asgi import application
from search_ui.desk import Desk, install
from ucouncil.columns import first_column
from ucouncil.missed import Missed
from ucouncil.pictures import Pictures

HOSTILE = "<script>broken = 1</script><img src=x onerror='broken = 1'> 정비안"
PAGES = (
    ("공영주차장 확충 보고", "첫째 쪽은 머리말이다.", "의회 사무처가 작성하였다."),
    ("공영주차장 현황", "주차면은 모두 1,204면이다.", "공영주차장 이용률은 87%이다."),
    ("맺음말", "조명을 바꾸어 밤길을 밝힌다.", "공영주차장 요금은 따로 정한다."),
)
NAME = "공영주차장 확충 보고(2009).pdf"
_FONT = Path(__file__).parents[1] / "search_ui" / "static" / "fonts" / "NanumGothic.ttf"


@contextmanager
def council(folder: Path) -> Iterator[Desk]:
    """The desk of the council, made in ``folder``; the public is asking."""
    with Records.create(f"sqlite:///{folder}/records.db", f"{folder}/originals") as records:
        records.put(_papers(records))
        records.put_versions(_versions(), ordinance=True)
        analyser = Analyser()
        engine = EmbeddedEngine(folder / "index", {"analyser": analyser.version})
        Worker(records, engine, partial(Analyser), processes=1).run()
        renderer = Renderer()
        pictures = Pictures(renderer)
        try:
            desk = Desk(records, Searcher(engine, analyser), Viewer("public"), pictures, True)
            with Extractor(workers=1) as extractor:
                column = partial(first_column, extractor)
                yield replace(desk, missed=Missed(folder), column=column)
        finally:
            renderer.close()
            engine.close()


def _papers(records: Records) -> list[Document]:
    return [
        *(_bill(number) for number in range(30)),
        _report(records),
        _table(),
        _paper("hostile", Kind.BILL, HOSTILE, "위험한 제목의 정비안이다. <b>굵게</b> 정비한다."),
        _paper("secret", Kind.REQUEST, "비공개 요구자료", "공영주차장 감사", Visibility.STAFF),
        _paper("emoji", Kind.PRESS, "보도자료", "😀😀 𠮷野 가로수 심기를 😀 알린다."),
    ]


def _paper(
    name: str, kind: Kind, title: str, text: str, visibility: Visibility = Visibility.PUBLIC
) -> Document:
    passages = tuple(Passage(order, line) for order, line in enumerate(text.split("\n")))
    return Document(
        f"test:{name}", kind, title, date(2009, 5, 1), visibility=visibility, passages=passages
    )


def _bill(number: int) -> Document:
    return Document(
        f"test:bill-{number:02}",
        Kind.BILL if number % 3 else Kind.AUDIT,
        f"도서관 운영 조례 일부개정조례안 제{number + 1}호",
        date(2008 + number % 2, 1 + number % 12, 3),
        committee="교통위원회" if number % 2 else "문화위원회",
        agency="도시교통실",
        members=("김하나",),
        visibility=Visibility.PUBLIC,
        passages=(
            Passage(0, f"도서관 이용자가 {number + 10}명 늘어 열람실을 넓히려는 것이다."),
            Passage(1, "주요 내용은 개관 시간을 늘리고 도서관 예산을 편성하는 것이다."),
        ),
    )


def _report(records: Records) -> Document:
    content = _pdf()
    lines = [(page, line) for page, lines in enumerate(PAGES, 1) for line in lines]
    return Document(
        "test:report",
        Kind.REPORT,
        "공영주차장 확충 보고",
        date(2009, 3, 2),
        agency="주차관리과",
        visibility=Visibility.PUBLIC,
        notes=("끝이 잘린 파일이라 3쪽까지만 있습니다.",),
        attachments=(
            Attachment(NAME, records.originals.put(content), "application/pdf", len(content)),
        ),
        passages=tuple(Passage(n, line, page=page) for n, (page, line) in enumerate(lines)),
    )


def _pdf() -> bytes:
    pdfmetrics.registerFont(TTFont("NanumGothic", str(_FONT)))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for lines in PAGES:
        canvas.setFont("NanumGothic", 20)
        for number, line in enumerate(lines):
            canvas.drawString(80, 740 - 60 * number, line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _table() -> Document:
    rows = (("구분", "금액"), ("제설 장비", "1,200"), ("염화칼슘", "340"))
    cells = tuple(
        Passage(10 * row + column, text, cell=f"1.{row}.{column}")
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
    )
    return Document(
        "test:table", Kind.BUDGET, "제설 예산서", visibility=Visibility.PUBLIC, passages=cells
    )


def _versions() -> list[Version]:
    """An ordinance whose second article changed in 2008."""
    same = Article("제1조", "목적", "제1조(목적) 이 조례는 가로등 설치를 정한다.")
    texts = ("제2조(밝기) 가로등은 10룩스로 한다.", "제2조(밝기) 가로등은 20룩스로 한다.")
    days = (date(2005, 1, 1), date(2008, 7, 1))
    return [
        Version(
            "700001", str(number), day, "가로등 설치 조례", "조례", promulgated=day,
            articles=(same, Article("제2조", "밝기", text)),
        )
        for number, (day, text) in enumerate(zip(days, texts, strict=True), 1)
    ]  # fmt: skip


def _serve(folder: Path) -> None:
    with council(folder) as desk, socket.create_server(("127.0.0.1", 0), backlog=64) as door:
        install(desk)
        server = uvicorn.Server(uvicorn.Config(application(), log_level="warning"))
        sys.stdout.write(f"http://127.0.0.1:{door.getsockname()[1]}/\n")
        sys.stdout.flush()
        server.run(sockets=[door])


if __name__ == "__main__":
    _serve(Path(sys.argv[1]))
