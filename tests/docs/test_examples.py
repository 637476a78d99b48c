"""Examples in the documents: commands exist, code is what the code says, and what is marked to run runs."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tests.docs.documents import blocks, commands
from tests.repository.sources import ROOT

HOW_TO = "docs/how-to/run-a-site.md"
QUOTES = [block for block in blocks() if block.mark.startswith("from: ")]


def understood(line: str) -> bool:
    """Whether our command would take these words: its name, its options, what each of them may be."""
    from smallplaces.cli.main import main

    command: click.Command | None = main
    words = shlex.split(line)[1:]
    while isinstance(command, click.Group) and words:
        command = command.get_command(click.Context(command), words.pop(0))
    if command is None:
        return False
    try:
        command.make_context("smallplaces", words)
    except click.UsageError:
        return False
    return True


def targets_of_make() -> set[str]:
    """What `make` can be told."""
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def test_every_command_of_ours_is_understood() -> None:
    told = [(where, line) for where, line in commands() if line.startswith("smallplaces ")]

    assert len(told) > 5
    assert [(where, line) for where, line in told if not understood(line)] == []


def test_a_command_that_is_wrong_is_seen() -> None:
    assert not understood("smallplaces place paint Low-Marsh")
    assert not understood("smallplaces place add 'Low Marsh'")


def test_make_knows_what_it_is_told() -> None:
    told = [(where, line.split()[1]) for where, line in commands() if line.startswith("make ")]

    assert told
    assert [(where, target) for where, target in told if target not in targets_of_make()] == []


@pytest.mark.parametrize("block", QUOTES, ids=lambda block: block.code.splitlines()[0].strip()[:40])
def test_quoted_code_stands_in_the_code(block) -> None:
    source = ROOT / block.mark.removeprefix("from: ")

    assert block.code.rstrip("\n") in source.read_text(encoding="utf-8")


def run(code: str, folder: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """A block of the how-to in a folder, as its reader would run it, with data of its own."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    surroundings = {"PATH": path, "SMALLPLACES_HOME": str(home), "LC_ALL": "C.UTF-8"}
    command = ["bash", "-e", "-o", "pipefail", "-c", code]
    return subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False)


def test_running_a_site_goes_as_it_is_written(tmp_path: Path) -> None:
    said = ""
    for block in blocks():
        if block.document == HOW_TO and block.mark.startswith("runs"):
            home = tmp_path / block.mark.replace(" ", "-")
            done = run(block.code, tmp_path, home)
            assert done.returncode == 0, block.code + done.stdout + done.stderr
            said += done.stdout

    assert said.count("/account/invitation/") == 2
    assert "\nok\n" in said
    assert (tmp_path / "mill-circle.zip").is_file()
