"""Which reader a file goes to: by its first megabyte, the first that accepts it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from indexer.intake.jsonl import is_jsonl, read_jsonl
from indexer.intake.laws import is_law, read_law
from indexer.intake.model import Item, Source
from records.model import Kind

HEAD_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Reader:
    """A form of file. ``accepts`` sees the first megabyte and the name; ``slow`` readers wait
    for extraction and are run side by side, the others stream."""

    name: str
    accepts: Callable[[bytes, str], bool]
    read: Callable[[Source], Iterator[Item]]
    slow: bool = False


class Registry:
    """The readers in the order they are asked; the last one takes everything.

    To add a form, add a `Reader` before the last.
    """

    def __init__(self, kind: Kind, read_paper: Callable[[Source], Iterator[Item]]) -> None:
        self._readers = (
            Reader("statute Markdown", lambda head, _: is_law(head), read_law),
            Reader("JSONL", is_jsonl, lambda source: read_jsonl(source, kind)),
            Reader("paper", lambda head, _: True, read_paper, slow=True),
        )

    def choose(self, source: Source) -> Reader:
        """The reader of ``source``; `OSError` when it cannot be opened."""
        with source.open() as stream:
            head = stream.read(HEAD_BYTES)
        return next(one for one in self._readers if one.accepts(head, source.name))

    def read(self, source: Source) -> Iterator[Item]:
        """The items of ``source``."""
        return self.choose(source).read(source)
