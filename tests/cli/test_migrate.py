"""`smallplaces migrate`, in a home of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def smallplaces(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "SMALLPLACES_HOME": str(home), "DATABASE_URL": ""}
    command = [sys.executable, "-m", "smallplaces.cli.main", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_a_second_run_changes_nothing_and_before_the_first_one_is_told_what_to_do(tmp_path: Path) -> None:
    early = smallplaces(tmp_path, "group", "start", "Weir Circle", "--place", "weir")
    assert (early.returncode, early.stdout) == (2, "")
    assert "smallplaces migrate" in early.stderr
    first, second = smallplaces(tmp_path, "migrate"), smallplaces(tmp_path, "migrate")
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert "ready" in first.stdout
    assert "up to date" in second.stdout
    assert len(first.stdout.splitlines()) == len(second.stdout.splitlines()) == 1
