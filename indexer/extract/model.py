"""What comes out of a file: pages or sections of blocks, metadata, and what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or table cell. ``cell`` is ``table.row.column``, counted from 1 in
    the document; ``page`` counts from 1 where the format has pages. ``sheet`` names a sheet or
    slide."""

    text: str
    page: int | None = None
    cell: str | None = None
    heading: bool = False
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Extracted:
    """One file's text in reading order.

    ``media_type`` is what the content is, whatever the name says. ``pages`` is their count, and
    ``pages_are`` says whose pages: ``original`` (PDF), ``screen`` (our own layout of HWP/HWPX)
    or ``none``. ``notes`` are sentences a reader must see (Korean). ``metadata`` keeps title,
    author, created where the file has them.
    """

    media_type: str
    blocks: tuple[Block, ...] = field(repr=False)
    metadata: Mapping[str, str] = field(default_factory=dict)
    pages: int | None = None
    pages_are: str = "none"
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "\n".join(block.text for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Member:
    """One file inside a container (ZIP, EML), to be extracted as a document of its own.
    ``path`` is its name inside, folders included."""

    path: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Container:
    """A ZIP or EML opened: its own text, if it has any (a mail's body), and its members."""

    media_type: str
    own: Extracted | None
    members: tuple[Member, ...]
    failures: tuple[tuple[str, str, str], ...] = ()
    """(path, error code, reason) of members that could not be taken out."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost. Seconds of wall time, bytes of address space and of input,
    characters of text, depth and count of nested members."""

    seconds: float = 60.0
    memory: int = 1_000_000_000
    input_bytes: int = 500_000_000
    characters: int = 20_000_000
    depth: int = 3
    members: int = 2_000
    member_bytes: int = 1_000_000_000
