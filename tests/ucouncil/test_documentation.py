"""README and guides are true: every command, option and setting in them exists, and every
setting is in the operators' guide."""

import re
from pathlib import Path

import click
import pytest

from ucouncil.__main__ import cli
from ucouncil.commands import COMMANDS
from ucouncil.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    ROOT / "README.md",
    ROOT / "ARCHITECTURE.md",
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "deploy").glob("*.service")),
]
CALL = re.compile(r"\bucouncil ([a-z]+)((?: (?!#|&&|\|)[^\s`]+)*)")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_commands_and_options_of_a_page_exist(page: Path) -> None:
    context = click.Context(cli)
    for name, rest in CALL.findall(page.read_text(encoding="utf-8")):
        command = cli.get_command(context, name)
        assert command is not None, f"{page.name}: no command {name}"
        known = {opt for p in command.params for opt in p.opts}
        used = set(re.findall(r"(?<!\S)--[a-z-]+", rest))
        assert used <= known | {"--help"}, f"{page.name}: {name} has no {used - known}"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_and_pictures_of_a_page_exist(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
        assert "://" in target or (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_operators_guide_has_every_setting_and_no_other() -> None:
    guide = (ROOT / "docs" / "guide-operator.md").read_text(encoding="utf-8")
    written = set(re.findall(r"`UCOUNCIL_([A-Z_]+)`", guide))
    assert written == {name.upper() for name in Settings.model_fields}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    assert command.help
    assert all(p.help for p in command.params if isinstance(p, click.Option) and p.name == "home")


@pytest.mark.parametrize(
    "target", re.findall(r"^## make (\w+)", (ROOT / "Makefile").read_text(), re.M)
)
def test_every_make_target_named_in_the_help_exists(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), re.M)
