"""Attached files of a paper: kept as they came, their texts behind the paper's own.

How a file is read is given from outside (`Read`), so that loaded files, e-approval and crawled
papers go through the same extraction.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from records.errors import UCouncilError
from records.model import Attachment, Passage


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of one attachment; ``notes`` are for whoever reads the paper."""

    media_type: str
    passages: tuple[Passage, ...] = ()
    notes: tuple[str, ...] = ()


Read = Callable[[str, bytes], Reading]
"""Reads an attachment by name and content; raises a leaf of `Unreadable`."""


def keep_only(_name: str, _content: bytes) -> Reading:
    """The reader where none is given: the file is kept, its text is not read."""
    return Reading("application/octet-stream")


@dataclass(frozen=True, slots=True)
class Enclosed:
    """One attachment as it was kept, and its text, or why there is none."""

    attachment: Attachment
    reading: Reading
    fault: UCouncilError | None = None


def with_texts(own: Iterable[Passage], enclosed: Iterable[Enclosed]) -> tuple[Passage, ...]:
    """The paper itself, then each attachment under its name. Pages and table cells are those
    of the first attachment, which is the one that a reader sees as pages."""
    passages = list(own)
    tables = _tables(passages)
    for index, one in enumerate(enclosed):
        if one.reading.passages:
            passages.append(Passage(0, one.attachment.name, heading=True))
        for passage in one.reading.passages:
            page = passage.page if index == 0 else None
            passages.append(replace(passage, page=page, cell=_shifted(passage.cell, tables)))
        tables = _tables(passages)
    return tuple(replace(passage, order=order) for order, passage in enumerate(passages))


def _tables(passages: Iterable[Passage]) -> int:
    return max((int(p.cell.split(".")[0]) for p in passages if p.cell), default=0)


def _shifted(cell: str | None, tables: int) -> str | None:
    """The tables of a whole paper are counted through."""
    if cell is None:
        return None
    table, _, rest = cell.partition(".")
    return f"{int(table) + tables}.{rest}"
