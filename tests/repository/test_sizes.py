"""A file at most 300 lines, a function 40, a test 30. Half of it is the aim."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.repository.sources import ROOT, files, place, python_files, tree

FILE_LINES = 300
FUNCTION_LINES = 40
TEST_LINES = 30
WRITTEN_BY_HAND = {".py", ".html", ".css", ".js", ".typ", ".xml", ".txt"}


def functions() -> Iterator[tuple[str, str, int]]:
    """Each function: where it stands, its name, its lines from `def` to its end."""
    for path in python_files():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert node.end_lineno is not None
                yield place(path, node.lineno), node.name, node.end_lineno - node.lineno + 1


def test_files_are_short() -> None:
    long = {}
    for path in files():
        if path.suffix in WRITTEN_BY_HAND and "migrations" not in path.parts and "fixtures" not in path.parts:
            lines = len(path.read_text(encoding="utf-8").splitlines())
            if lines > FILE_LINES:
                long[str(path.relative_to(ROOT))] = lines

    assert long == {}


def test_functions_are_short() -> None:
    long = {where: lines for where, _, lines in functions() if lines > FUNCTION_LINES}

    assert long == {}


def test_tests_are_short() -> None:
    long = {where: lines for where, name, lines in functions() if name.startswith("test_") and lines > TEST_LINES}

    assert long == {}
