"""A small council for the law view's tests: an Act rewritten once, what carries it out, and papers
that cite it. Run as a program (`python -P`) with a folder it serves the app there.
"""

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import uvicorn

from indexer.engines.embedded import EmbeddedEngine
from indexer.extract.render import Renderer
from indexer.korean.analyser import Analyser
from indexer.search.searcher import Searcher
from indexer.statutes.graph import Graph
from indexer.worker import Worker
from records.model import (
    Article,
    Document,
    Kind,
    Passage,
    Relation,
    RelationKind,
    Version,
    Visibility,
)
from records.store import Records
from records.viewer import Viewer
from search_ui.asgi import application
from search_ui.desk import Desk, install
from ucouncil.law_tools import Citer, Comparer
from ucouncil.pictures import Pictures

OLD, NEW = date(2009, 1, 1), date(2020, 1, 1)
HOSTILE = "<script>broken = 1</script><img src=x onerror='broken = 1'>"
ACT, DECREE, RULE = "의회자료법", "의회자료법 시행령", "의회자료법 시행규칙"
SAID = "「의회자료법 시행규칙」 제2조"
BILL = "도서관 운영 조례 일부개정조례안"


@contextmanager
def council(folder: Path) -> Iterator[Desk]:
    """The desk of the council, made in ``folder``; the public is asking."""
    with Records.create(f"sqlite:///{folder}/records.db", f"{folder}/originals") as records:
        records.put_versions(_laws(), checked=date(2026, 3, 2))
        records.put_versions([_ordinance()], ordinance=True)
        records.put_versions([_secret_law()], public=False)
        records.put(_papers())
        Graph(records).update()
        records.put_relations([Relation("law:100001#제4조", RelationKind.DELEGATES, SAID)])
        analyser = Analyser()
        engine = EmbeddedEngine(folder / "index", {"analyser": analyser.version})
        Worker(records, engine, partial(Analyser), processes=1).run()
        renderer = Renderer()
        try:
            yield Desk(
                records,
                Searcher(engine, analyser),
                Viewer("public"),
                Pictures(renderer),
                synthetic=True,
                compare=Comparer(),
                cite=Citer(records),
            )
        finally:
            renderer.close()
            engine.close()


def _version(law: str, name: str, kind: str, day: date, *texts: str) -> Version:
    articles = tuple(_article(text) for text in texts)
    return Version(
        law, f"{law}{day:%y}", day, name, kind, promulgated=day, number=f"{day:%Y}",
        articles=articles, outline=((0, "제1장 총칙"), (2, "제2장 자료")),
    )  # fmt: skip


def _article(text: str) -> Article:
    key, _, rest = text.partition("(")
    return Article(key, rest.partition(")")[0], text)


def _laws() -> list[Version]:
    purpose = "제1조(목적) 이 법은 의회가 요구하는 자료의 제출을 정한다."
    return [
        _version(
            "100001", ACT, "법률", OLD, purpose,
            "제4조(요구) ① 의원은 자료를 요구할 수 있다.\n② 방법은 대통령령으로 정한다.",
            "제5조(기한) ① 시장은 요구를 받은 날부터 20일 이내에 자료를 제출하여야 한다.\n② 기한의 계산은 대통령령으로 정한다.",
            "제6조(공개) 자료는 공개할 수 있다.",
            f"제9조(위험) 위험한 글 {HOSTILE}",
        ),
        _version(
            "100001", ACT, "법률", NEW, purpose,
            "제4조(요구) ① 의원은 자료를 요구할 수 있다.\n② 방법은 대통령령으로 정한다.",
            "제5조(기한) ① 시장은 요구를 받은 날부터 7일 이내에 자료를 제출하여야 한다.\n② 기한의 계산은 대통령령으로 정한다.",
            "제6조(보존) 자료는 십 년 동안 보존한다.",
            "제7조(공개) 자료는 공개할 수 있다.",
            f"제9조(위험) 더 위험한 글 {HOSTILE}",
        ),
        _version("100002", DECREE, "대통령령", OLD, "제1조(목적) 이 영은 법을 시행하기 위한 것이다.", "제3조(계산) 법 제5조제2항에 따라 공휴일은 넣지 아니한다."),
        _version("100003", RULE, "부령", OLD, "제2조(서식) 영 제3조에 따른 서식은 별지와 같다."),
        _version("100005", "옛자료법", "법률", OLD, "제1조(목적) 옛 법이다."),
        replace(_version("100005", "옛자료법", "법률", NEW), revision_kind="폐지", outline=()),
        _version("100004", f"위험법 {HOSTILE}", "법률", OLD, "제1조(목적) 위험하다."),
    ]  # fmt: skip


def _ordinance() -> Version:
    return _version(
        "200001", "도서관 운영 조례", "조례", OLD,
        "제1조(목적) 이 조례는 「의회자료법」 제5조에 따라 도서관 자료의 제출을 정한다.",
    )  # fmt: skip


def _secret_law() -> Version:
    return _version("100009", "숨은법", "법률", OLD, "제1조(목적) 「의회자료법」 제5조를 따른다.")


def _papers() -> list[Document]:
    reason = "1. 제안이유"
    cites = "「의회자료법」 제5조제1항의 기한이 길어 의정활동에 어려움이 있음."
    rest = "또한 같은 법 제6조와 「의회자료법」, 「없는법률」 제3조, 「숨은법」 제1조를 살펴 안 제2조를 고침."
    filler = tuple(f"{number}째 줄은 도서관의 자리와 시간을 적은 글이다." for number in range(60))
    hostile = f"「의회자료법」 제9조와 {HOSTILE}를 본다."
    return [
        _paper("bill", Kind.BILL, BILL, (reason, cites, rest), date(2009, 3, 2)),
        _paper("request", Kind.REQUEST, "자료요구", (*filler, cites), date(2021, 5, 6)),
        _paper("hostile", Kind.BILL, f"{HOSTILE} 위험한 의안", (hostile,), date(2010, 3, 2)),
        _paper("secret", Kind.AUDIT, "비밀 감사", (cites,), date(2021, 5, 6), Visibility.STAFF),
    ]


def _paper(
    name: str,
    kind: Kind,
    title: str,
    lines: tuple[str, ...],
    day: date,
    visibility: Visibility = Visibility.PUBLIC,
) -> Document:
    passages = tuple(Passage(order, line) for order, line in enumerate(lines))
    return Document(f"test:{name}", kind, title, day, visibility=visibility, passages=passages)


def _serve(folder: Path) -> None:
    with council(folder) as desk, socket.create_server(("127.0.0.1", 0), backlog=64) as door:
        install(desk)
        server = uvicorn.Server(uvicorn.Config(application(), log_level="warning"))
        sys.stdout.write(f"http://127.0.0.1:{door.getsockname()[1]}/\n")
        sys.stdout.flush()
        server.run(sockets=[door])


if __name__ == "__main__":
    _serve(Path(sys.argv[1]))
