"""The list of commands, and how a command says no."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from smallplaces.cli.main import main


def every_command(group: click.Group, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found = []
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None, f"{name} is listed but is not there"
        found.append((*path, name))
        if isinstance(command, click.Group):
            found += every_command(command, (*path, name))
    return found


def test_every_command_has_an_example() -> None:
    for path in every_command(main):
        told = CliRunner().invoke(main, [*path, "--help"])
        assert told.exit_code == 0, path
        example = " ".join(told.output.split()).partition("Example: ")[2]
        assert f"smallplaces {path[0]}" in example, path


def test_the_list_of_commands_comes_without_django() -> None:
    check = (
        "import sys, click.testing, smallplaces.cli.main as m;"
        "assert click.testing.CliRunner().invoke(m.main, ['--help']).exit_code == 0;"
        "sys.exit('django' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    "command",
    [
        ["place", "add", "Weir", "--kind", "castle", "--country", "GB"],
        ["place", "add", "Weir", "--kind", "village", "--country", "GB", "--parent", "nowhere"],
        ["group", "start", "Weir Circle", "--place", "nowhere"],
        ["account", "invite"],
        ["account", "invite", "--group", "nowhere"],
        ["account", "invite", "--steward", "--days", "900"],
        ["account", "password", "nobody"],
    ],
)
def test_a_refusal_is_one_sentence_on_the_error_stream_and_exit_2(command: list[str]) -> None:
    told = CliRunner().invoke(main, command)
    assert told.exit_code == 2
    assert told.stdout == ""
    assert len(told.stderr.strip().splitlines()) == 1
