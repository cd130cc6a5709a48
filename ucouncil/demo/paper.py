"""A paper before it is a file: its entry in the metadata and its blocks in reading order."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

MARK = "시연용: 이 문서의 기관, 사람, 수치는 모두 지어낸 것입니다."
"""Stands in every paper, so that no page of it can be mistaken for a real one."""


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph. ``speaker`` marks the line that begins a speech."""

    text: str
    speaker: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the first the head; all of the same length."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block begins a page, where the format has pages."""


Block = Heading | Text | Table | PageBreak


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of the demonstration. ``form`` is the ending of its file; ``fields`` are
    `records.model.Document` fields, as ``--metadata`` has them."""

    id: str
    kind: str
    title: str
    form: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()

    @property
    def path(self) -> str:
        """The file's path below the folder of papers."""
        return f"{self.kind}/{self.id.partition(':')[2]}.{self.form}"

    def metadata(self) -> dict[str, Any]:
        """The line of the metadata file."""
        own = {"path": self.path, "id": self.id, "kind": self.kind, "title": self.title}
        return {**own, "source": "demo", "synthetic": True, **self.fields}
