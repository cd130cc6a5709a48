"""Options that every command shares, and values read from the command line."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from records.viewer import Viewer
from ucouncil.settings import Settings, read_settings

Command = TypeVar("Command", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A day written 2009-02-24."""

    name = "YYYY-MM-DD"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"날짜는 2009-02-24처럼 씁니다: {value!r}", param, ctx)


class Reader(click.ParamType[Viewer]):
    """A viewer written ``role`` or ``role:name``."""

    name = "ROLE"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Viewer:
        return value if isinstance(value, Viewer) else Viewer.parse(str(value))


def home_option(command: Command) -> Command:
    """Add ``--home`` and hand the command its `Settings` as first argument."""

    @click.option(
        "--home",
        type=click.Path(path_type=Path, file_okay=False),
        envvar="UCOUNCIL_HOME",
        help="자료 폴더 (기본 ./.ucouncil)",
    )
    @wraps(command)
    def with_settings(home: Path | None, **rest: Any) -> Any:
        return command(read_settings(home), **rest)

    return with_settings  # type: ignore[return-value]


json_option = click.option("--json", "as_json", is_flag=True, help="JSON으로 출력")
viewer_option = click.option(
    "--as", "viewer", type=Reader(), default="operator", show_default=True, help="누구로 볼지"
)

__all__ = ["Day", "Reader", "Settings", "home_option", "json_option", "viewer_option"]
