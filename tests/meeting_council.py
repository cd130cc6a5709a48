"""A council that meets today, over real files, and a wire to it that can be cut."""

import socket
import threading
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from urllib.parse import urlparse

from ui_council import _versions
from work_council import HOSTILE, TITLES, make_home

from records.model import Document, Meeting, Relation, RelationKind
from records.store import Records
from records.timeline import today
from ucouncil.council import Council
from ucouncil.settings import Settings

REPORT, FEES = TITLES["확충.pdf"], TITLES["요금.docx"]
HELD = TITLES["명단.docx"]
BODY = "<b>교통</b>위원회"
EARLIER = date(2009, 2, 24)
LAW = "가로등 설치 조례"


def make_meetings(home: Path) -> Settings:
    """Today the plenary debates the report, with the fees beside it, a paper with a hostile title
    and one that is held; a committee met in 2009."""
    settings = make_home(home)
    with Council(settings) as council:
        papers = _by_title(council.records)
        report, fees = papers[REPORT].id, papers[FEES].id
        council.records.put_versions(_versions(), ordinance=True)
        law = council.records.find_statutes(LAW)[0].document_id
        agenda = (report, fees, papers[HOSTILE].id, papers[HELD].id, "file:absent")
        plenary = Meeting("m:plenary", 213, "본회의", today(), agenda)
        earlier = Meeting("m:earlier", 212, BODY, EARLIER, (fees,))
        council.records.put_meetings([plenary, earlier])
        council.records.put_relations(
            [
                Relation(fees, RelationKind.MENTIONS, report),
                Relation(report, RelationKind.CITES, f"{law}#제2조"),
                Relation(report, RelationKind.CITES, f"{law}#제77조"),
                Relation(fees, RelationKind.MENTIONS, "name:주차장법"),
            ]
        )
    return settings


def _by_title(records: Records) -> dict[str, Document]:
    ids = [change.document_id for change in records.changes(0, 100)]
    return {one.title: one for one in records.documents(ids).values()}


class Wire:
    """A port that leads to ``address`` until it is cut, and again once it is mended."""

    def __init__(self, address: str) -> None:
        self._there = (urlparse(address).hostname or "", urlparse(address).port or 0)
        self._open: list[socket.socket] = []
        self._port = 0
        self.mend()

    @property
    def address(self) -> str:
        """The address at this end."""
        return f"http://127.0.0.1:{self._port}/"

    def mend(self) -> None:
        """Lead on."""
        self._door = socket.create_server(("127.0.0.1", self._port))
        self._port = self._door.getsockname()[1]
        threading.Thread(target=self._serve, args=(self._door,), daemon=True).start()

    def cut(self) -> None:
        """Break every connection, and take no new one."""
        for one in (self._door, *self._open):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        self._open.clear()

    def _serve(self, door: socket.socket) -> None:
        with suppress(OSError):
            while True:
                near, _ = door.accept()
                far = socket.create_connection(self._there)
                self._open += [near, far]
                for ends in ((near, far), (far, near)):
                    threading.Thread(target=_pump, args=ends, daemon=True).start()


def _pump(source: socket.socket, target: socket.socket) -> None:
    with closing(source), closing(target), suppress(OSError):
        while part := source.recv(65536):
            target.sendall(part)
