"""The watched folder: a pack put into ``in`` becomes a document, its answer appears in ``out``.

    in/      packs to take: ``이름.xml``, or a folder with ``pack.xml`` and what belongs to it
    out/     answers, ``receive_이름.xml`` or ``fail_이름.xml``
    done/    packs that are in the records        failed/  broken packs, kept as they came

A pack leaves ``in`` only after its answer is on the disk, and the answer is written only after
the records have committed.
"""

import logging
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

from crawlers.approval.answers import Answer
from crawlers.approval.intake import Intake
from records.errors import StoreFault

logger = logging.getLogger(__name__)
SETTLE = 2.0
"""Seconds without a change after which a pack counts as whole."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One pack in the folder: what to move (a file or a folder), and its ``pack.xml``."""

    whole: Path
    pack: Path

    @property
    def files(self) -> tuple[Path, ...]:
        """Everything that belongs to it, the pack too."""
        if self.whole == self.pack:
            return (self.pack,)
        return tuple(sorted(path for path in self.whole.rglob("*") if path.is_file()))

    def beside(self) -> dict[str, bytes]:
        """The files beside the pack, by name."""
        return {path.name: path.read_bytes() for path in self.files if path != self.pack}


class Folder:
    """The folder under ``root``, and the intake that its packs go to."""

    def __init__(self, root: Path, intake: Intake, settle: float = SETTLE) -> None:
        self._root, self._intake, self._settle = root, intake, settle
        for name in ("in", "out", "done", "failed"):
            (root / name).mkdir(parents=True, exist_ok=True)

    def sweep(self) -> Iterator[tuple[str, Answer]]:
        """Take every whole pack that is there, by name; yields each with its answer."""
        for delivery in self._deliveries():
            answer = self._intake.take(
                str(delivery.whole), delivery.pack.read_bytes(), delivery.beside()
            )
            if answer.body:
                write_whole(self._root / "out" / answer_name(answer, delivery.whole), answer.body)
            self._put_away(delivery, "failed" if answer.kind == "fail" else "done")
            yield delivery.whole.name, answer

    def watch(self, stop: Event, every: float = SETTLE) -> Iterator[tuple[str, Answer]]:
        """Sweep until ``stop`` is set. While the records fail, packs wait where they are."""
        while not stop.is_set():
            try:
                yield from self.sweep()
            except StoreFault as fault:
                logger.warning("records failed, packs wait: %s", fault)
            stop.wait(every)

    def _deliveries(self) -> Iterator[Delivery]:
        for path in sorted((self._root / "in").iterdir()):
            delivery = _delivery(path)
            if delivery and self._settled(delivery):
                yield delivery

    def _settled(self, delivery: Delivery) -> bool:
        newest = max(path.stat().st_mtime for path in (delivery.whole, *delivery.files))
        return time.time() - newest >= self._settle

    def _put_away(self, delivery: Delivery, where: str) -> None:
        delivery.whole.rename(self._root / where / f"{stamp()}-{delivery.whole.name}")


def _delivery(path: Path) -> Delivery | None:
    if path.is_dir():
        return Delivery(path, path / "pack.xml") if (path / "pack.xml").is_file() else None
    return Delivery(path, path) if path.suffix.lower() == ".xml" else None


def answer_name(answer: Answer, whole: Path) -> str:
    """
    >>> answer_name(Answer("fail"), Path("in/3.xml"))
    'fail_3.xml'
    """
    return f"{answer.kind}_{whole.stem}.xml"


def stamp() -> str:
    """This moment as part of a file name that comes once."""
    return f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}"


def write_whole(path: Path, body: bytes) -> None:
    """Write beside, then rename: nobody meets half a file, not even after a power cut."""
    part = path.with_name(f".{path.name}.part")
    with part.open("wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
