"""The API of the screen's small council on a real server, asked by a real client."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import httpx
import uvicorn
from sqlalchemy import update
from starlette.types import ASGIApp
from ui_council import council

from records.model import Article, Document, Kind, Passage, Privacy, Version, Visibility
from records.pins import Pin
from records.store import Records
from records.tables import collections
from records.viewer import Viewer
from search_ui.desk import Desk, install
from ucouncil.law_tools import Citer, Comparer
from ucouncil.radar_tool import Watcher

HIDDEN = "숨긴 조례"
"""An ordinance that is not public."""
SHARED = "shared-for-the-guide-0001"
"""The key of a collection that someone shares: a page of a report, and a paper of the staff."""


@contextmanager
def api_council(folder: Path) -> Iterator[Desk]:
    """The desk of a council with a law that is not public, a held paper, a file that could not be
    read, and two visits to a source of which the last one failed."""
    with council(folder) as desk:
        _fill(desk.records)
        tools = replace(desk, compare=Comparer(), cite=Citer(desk.records))
        tools = replace(tools, watch=Watcher(desk.records))
        yield replace(tools, sources={"law": "법령"}, applied=desk.records.last_revision)


def _fill(records: Records) -> None:
    article = Article("제1조", "목적", "제1조(목적) 이 조례는 알리지 않는다.")
    hidden = Version("800001", "1", date(2005, 1, 1), HIDDEN, "조례", articles=(article,))
    records.put_versions([hidden], ordinance=True, public=False)
    text = (Passage(0, "주민번호가 든 글"),)
    held = Document(
        "test:held", Kind.REPORT, "보류된 글", visibility=Visibility.PUBLIC, passages=text
    )
    records.put([replace(held, privacy=Privacy.HELD)])
    _gather(records)
    records.fail("깨진.hwp", "broken", "파일이 손상됨", "다시 올리세요")
    records.finish_run(records.start_run("law"), 10, 10, 10)
    records.finish_run(records.start_run("law"), 10, 3, 0, "incomplete", "열에서 셋만 받음")


def _gather(records: Records) -> None:
    owner = "researcher"
    made = records.make_collection(owner, "주차 자료")
    for name in ("test:report", "test:secret"):
        revision = records.heads([name])[name].revision
        records.add_item(made, owner, Pin(name, revision, None, page=2), f"{name}의 메모")
    with records.database.write() as connection:
        connection.execute(update(collections).values(share=SHARED))


@contextmanager
def served(app: ASGIApp) -> Iterator[str]:
    """The address of ``app`` on a port of its own."""
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical"))
    with socket.create_server(("127.0.0.1", 0)) as door:
        thread = threading.Thread(target=server.run, args=([door],))
        thread.start()
        try:
            yield f"http://127.0.0.1:{door.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


@contextmanager
def asking(app: ASGIApp) -> Iterator[httpx.Client]:
    """A client of ``app``."""
    with served(app) as address, httpx.Client(base_url=address, trust_env=False, timeout=60) as one:
        yield one


@contextmanager
def seen_by(desk: Desk, viewer: str) -> Iterator[None]:
    """The installed desk is ``viewer``'s meanwhile, the public's afterwards."""
    install(replace(desk, viewer=Viewer.parse(viewer)))
    try:
        yield
    finally:
        install(desk)
