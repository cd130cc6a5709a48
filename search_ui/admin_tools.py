"""What the desk may be given to run the place: sources, index, settings, loading by hand.

The tools themselves live where everything is known; `ucouncil serve` puts them on the desk.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from records.sources import SourceState

Progress = Callable[[int, int, str], None]
"""Called with files done, files in all, and the name of the last."""


@dataclass(frozen=True, slots=True)
class IndexState:
    """How far search is: ``applied`` of ``revision``, so many ``behind``, and its size."""

    engine: str
    revision: int
    applied: int
    behind: int
    size: int


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting in use; a secret's ``value`` says only whether it is set."""

    name: str
    value: str
    about: str


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Why a paper is held: a kind of personal data, how often it stands there, and the words
    around its first, with the data itself hidden."""

    kind: str
    count: int
    around: str


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that could not be loaded: why, and what to do."""

    path: str
    reason: str
    advice: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of files that were loaded; the four add up to what was read. ``indexed`` says
    whether search has them already."""

    loaded: int
    unchanged: int
    held: int
    failed: tuple[Failed, ...]
    indexed: bool = True


class Admin(Protocol):
    """Runs the place. Every call may raise a leaf of `records.errors`."""

    def sources(self) -> Sequence[SourceState]:
        """How every source is doing."""

    def index(self) -> IndexState:
        """How far search is behind the records."""

    def catch_up(self) -> int:
        """Bring search up to the records; returns the documents moved."""

    def verify(self) -> tuple[bool, str]:
        """Compare search with the records: whether they agree, and the report in words."""

    def settings(self) -> Sequence[Setting]:
        """Every setting in use, secrets hidden."""

    def why_held(self, document_id: str) -> Sequence[Suspicion]:
        """What holds a paper."""

    def hidden(self, text: str) -> str:
        """``text`` with the personal data in it hidden."""

    def load(
        self,
        files: Sequence[tuple[str, bytes]],
        fields: Mapping[str, Any],
        progress: Progress | None = None,
        repairs: str | None = None,
    ) -> Loaded:
        """Bring uploaded (name, content) in, with the same checks as any file; ``fields`` are
        as in a line of ``--metadata``. ``repairs`` is the path of a failure that this ends."""

    def retry(self, path: str, kind: str | None) -> Loaded:
        """Load a file that failed once more, as ``kind`` or as it was uploaded."""

    def kind_of(self, path: str) -> str | None:
        """The kind with which the file at ``path`` was uploaded; None for files from elsewhere."""
