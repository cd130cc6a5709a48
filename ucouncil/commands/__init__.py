"""The commands, a file a group; a command's modules are imported only when it runs."""

import importlib
from typing import Final

import click

COMMANDS: Final = {
    "init": "loading",
    "demo": "demonstration",
    "load": "loading",
    "failures": "loading",
    "crawl": "crawling",
    "sources": "crawling",
    "record": "crawling",
    "intake": "receiving",
    "index": "indexing",
    "verify": "indexing",
    "search": "finding",
    "suggest": "finding",
    "evaluate": "finding",
    "show": "reading",
    "law": "laws",
    "compare": "comparing",
    "cite": "citing",
    "radar": "watching",
    "bundle": "meeting",
    "privacy": "privacy",
    "status": "looking",
    "inspect": "looking",
    "backup": "keeping",
    "restore": "keeping",
    "alerts": "alerting",
    "serve": "serving",
}
"""Command → the module of this folder that holds it, in the order of the help page."""


class Commands(click.Group):
    """Finds a command's module by its name, so that `search` does not pay for `serve`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"ucouncil.commands.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, cmd_name)
        return command
