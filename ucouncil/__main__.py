"""The command line ``ucouncil``: 0 when everything is accounted for, 1 for a failure, 2 misuse."""

import sys

import click

from records.errors import Misuse, UCouncilError
from ucouncil.commands import Commands
from ucouncil.memory import few_arenas


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="u-council", prog_name="ucouncil")
def cli() -> None:
    """의회 자료를 모으고, 찾고, 근거 법령까지 잇습니다."""


def main() -> None:
    """Run a command; every known error is one sentence and one advice, without a traceback."""
    few_arenas()
    try:
        cli()
    except UCouncilError as error:
        click.echo(f"오류: {error}\n→ {error.advice}", err=True)
        sys.exit(2 if isinstance(error, Misuse) else 1)


if __name__ == "__main__":
    main()
