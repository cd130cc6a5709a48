"""The values that pass through intake: a source goes in, items come out, a report is left."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from records.errors import UCouncilError, Unreadable
from records.model import Document, Version


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read: on disk (``path``), or taken out of a container (``content``).

    ``place`` is what reports call it: the absolute path, ``/a/묶음.zip!/안/1.hwp`` for a member.
    ``relative`` is its path below the folder that was given.
    """

    place: str
    relative: str
    path: Path | None = None
    content: bytes = b""
    depth: int = 0

    @property
    def name(self) -> str:
        return self.relative.rpartition("/")[2]

    def open(self) -> BinaryIO:
        """The content as a stream; `OSError` when the file cannot be opened."""
        return io.BytesIO(self.content) if self.path is None else self.path.open("rb")

    def read(self) -> bytes:
        with self.open() as stream:
            return stream.read()


@dataclass(frozen=True, slots=True)
class Fault:
    """Why the file, line or member ``path`` is not among the documents."""

    path: str
    code: str
    reason: str
    advice: str

    @property
    def place(self) -> str:
        return self.path

    @classmethod
    def of(cls, path: str, error: UCouncilError) -> "Fault":
        return cls(path, error.code, str(error), error.advice)


def advice_of(code: str) -> str:
    """The next step that the `Unreadable` leaf of this code advises."""
    leaves = {leaf("").code: leaf.advice for leaf in Unreadable.__subclasses__()}
    return leaves.get(code, Unreadable.advice)


@dataclass(frozen=True, slots=True)
class Paper:
    """A document ready to be stored."""

    place: str
    document: Document


@dataclass(frozen=True, slots=True)
class Law:
    """A version of a statute, or of an ordinance, ready to be stored."""

    place: str
    version: Version
    ordinance: bool


@dataclass(frozen=True, slots=True)
class Same:
    """``place`` is already there with the same content."""

    place: str


Item = Paper | Law | Same | Fault


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What became of everything that was given; the four add up to the items that were read."""

    loaded: int
    unchanged: int
    held: int
    failed: tuple[Fault, ...]

    @property
    def total(self) -> int:
        return self.loaded + self.unchanged + self.held + len(self.failed)

    def as_json(self) -> dict[str, Any]:
        """The shape that ``ucouncil load --json`` prints."""
        failed = [{"path": one.path, "reason": one.reason} for one in self.failed]
        return {
            "loaded": self.loaded,
            "unchanged": self.unchanged,
            "held": self.held,
            "failed": failed,
        }
