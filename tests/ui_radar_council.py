"""A council whose ordinance changed after others had cited it, for the tests of the radar.

Run as a program (`python -P`) with a folder it serves the app there and prints its address.
"""

import socket
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import uvicorn

from indexer.statutes.graph import Graph
from records.model import Article, Document, Kind, Passage, Version, Visibility
from records.store import Records
from search_ui.asgi import application
from search_ui.desk import install
from ucouncil.law_tools import Comparer
from ucouncil.radar_tool import Watcher

HIDDEN = "숨긴 조례"
"""An ordinance that is not public."""
TEXT = "=1+1 「가로등 설치 조례」 제2조와 「가로등 설치 조례」 제9조에 따라"
HOSTILE = "<b onmouseover='broken = 1'>가로등 의안</b>"


def fill(records: Records) -> None:
    """Two bills of 2007, one of them for staff, and an ordinance of 2006 that is not public: all
    cite what was amended in 2008, the bills an article that never was."""
    passages = (Passage(0, TEXT),)
    for name, visibility in (("open", Visibility.PUBLIC), ("staff", Visibility.STAFF)):
        bill = Document(f"test:{name}", Kind.BILL, HOSTILE, date(2007, 1, 1), passages=passages)
        records.put([replace(bill, visibility=visibility)])
    article = Article("제3조", None, "제3조 「가로등 설치 조례」 제2조에 따른다.")
    hidden = Version("800001", "2", date(2006, 1, 1), HIDDEN, "조례", articles=(article,))
    records.put_versions([hidden], ordinance=True, public=False)
    Graph(records).update()


def _serve(folder: Path) -> None:
    sys.path.append(str(Path(__file__).parent))  # behind the rooms, which tests/ has names of
    from ui_council import council

    with council(folder) as desk, socket.create_server(("127.0.0.1", 0), backlog=64) as door:
        fill(desk.records)
        install(replace(desk, compare=Comparer(), watch=Watcher(desk.records)))
        server = uvicorn.Server(uvicorn.Config(application(), log_level="warning"))
        sys.stdout.write(f"http://127.0.0.1:{door.getsockname()[1]}/\n")
        sys.stdout.flush()
        server.run(sockets=[door])


if __name__ == "__main__":
    _serve(Path(sys.argv[1]))
