"""The files that the rules of the house are held against."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src/smallplaces"
TEMPLATES = PACKAGE / "templates"


@cache
def files() -> tuple[Path, ...]:
    """Every file that is in the repository or about to be: tracked, or new and not ignored."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    return tuple(sorted(path for path in {ROOT / name for name in names if name} if path.is_file()))


def python_files(*folders: str) -> Iterator[Path]:
    """Our Python files under these folders (all where none is named), without the migrations that Django writes."""
    under = [ROOT / folder for folder in folders] or [ROOT]
    for path in files():
        written_by_us = path.suffix == ".py" and "migrations" not in path.parts
        if written_by_us and any(path.is_relative_to(folder) for folder in under):
            yield path


def templates() -> list[Path]:
    """Every HTML template."""
    return [path for path in files() if path.is_relative_to(TEMPLATES) and path.suffix == ".html"]


@cache
def tree(path: Path) -> ast.Module:
    """A Python file as its syntax."""
    return ast.parse(path.read_text(encoding="utf-8"))


def place(path: Path, line: int) -> str:
    """A line as a reader finds it: file and number."""
    return f"{path.relative_to(ROOT)}:{line}"
