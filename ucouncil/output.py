"""How commands speak: for people by default, JSON with ``--json``; errors with advice."""

import dataclasses
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from enum import Enum
from pathlib import Path

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn


def say(line: str = "") -> None:
    """One line for a person, on standard output."""
    click.echo(line)


def emit(value: object) -> None:
    """One JSON value on a line, dataclasses and dates included."""
    click.echo(json.dumps(plain(value), ensure_ascii=False))


def plain(value: object) -> object:
    """``value`` as JSON can hold it.

    >>> plain(date(2009, 2, 24))
    '2009-02-24'
    """
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(v) for v in value]
    return _leaf(value)


def _leaf(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Path) else value


class Advance:
    """A progress callback ``(done, total, label)`` that draws a bar on a terminal only."""

    def __init__(self, bar: Progress, title: str) -> None:
        self._bar, self._task = bar, bar.add_task(title, total=None)

    def __call__(self, done: int, total: int | None = None, label: str = "") -> None:
        self._bar.update(self._task, completed=done, total=total)


@contextmanager
def progress(title: str) -> Iterator[Advance]:
    """Show how far long work is, on standard error, when a person watches."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    from rich.console import Console

    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not sys.stderr.isatty()) as bar:
        yield Advance(bar, title)
