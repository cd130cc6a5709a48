"""Statute Markdown as an item."""

from collections.abc import Iterator

from indexer.intake.fields import clean
from indexer.intake.model import Fault, Item, Law, Source
from indexer.statutes.frontmatter import is_statute, split_head
from indexer.statutes.markdown import read_markdown
from records.errors import Broken, Unreadable


def is_law(head: bytes) -> bool:
    """Whether a file that starts with ``head`` has a statute's front matter."""
    return is_statute(head.decode("utf-8", "replace"))


def read_law(source: Source) -> Iterator[Item]:
    """The one version in ``source``."""
    try:
        text = clean(source.read().decode("utf-8"))
        ordinance = "자치법규ID" in split_head(text)[0]
        yield Law(source.place, read_markdown(text), ordinance)
    except UnicodeDecodeError:
        yield Fault.of(source.place, Broken("UTF-8이 아닌 법령 Markdown"))
    except OSError as fault:
        yield Fault.of(source.place, Broken(f"파일을 열 수 없음: {fault.strerror}"))
    except Unreadable as error:
        yield Fault.of(source.place, error)
