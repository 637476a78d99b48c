"""Every command and every setting stands in the reference; what stands there exists."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import click
import pytest

from tests.repository.sources import ROOT, python_files, tree

COMMANDS = ROOT / "docs/reference/commands.md"
SETTINGS = ROOT / "docs/reference/settings.md"
SETTING = re.compile(r"(SMALLPLACES_[A-Z_]+|DATABASE_URL\w*|PORT|XDG_[A-Z_]+)")


def commands(command: click.Command, path: str = "smallplaces") -> Iterator[tuple[str, click.Command]]:
    """Every command with its whole name, groups left out."""
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            yield from commands(command.get_command(context, name), f"{path} {name}")
    else:
        yield path, command


def all_commands() -> dict[str, click.Command]:
    from smallplaces.cli.main import main

    return dict(commands(main))


def settings() -> set[str]:
    """Every name that our code reads from the environment: a text of its shape handed to a call."""
    return {
        value.value
        for path in python_files("src")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        for value in node.args
        if isinstance(value, ast.Constant) and isinstance(value.value, str) and SETTING.fullmatch(value.value)
    }


def test_every_command_stands_in_the_reference() -> None:
    known = COMMANDS.read_text(encoding="utf-8")

    assert [name for name in all_commands() if not re.search(rf"{name}\b", known)] == []


@pytest.mark.parametrize("part", ["help", "example"])
def test_every_command_explains_itself(part: str) -> None:
    silent = {
        "help": lambda command: not command.help,
        "example": lambda command: "smallplaces " not in (command.help or "") + (command.epilog or ""),
    }

    assert [name for name, command in all_commands().items() if silent[part](command)] == []


def test_every_setting_stands_in_the_reference() -> None:
    known = SETTINGS.read_text(encoding="utf-8")

    assert settings()
    assert sorted(name for name in settings() if f"`{name}`" not in known) == []


def test_reference_names_no_setting_that_is_gone() -> None:
    named = {
        found.group(1)
        for found in re.finditer(rf"^[|#\s]*`{SETTING.pattern}`", SETTINGS.read_text("utf-8"), re.MULTILINE)
    }

    assert sorted(named - settings()) == []
