"""Pages fetch by queries and write by actions; they never touch a model, though they may name its type."""

from __future__ import annotations

import ast
import copy
from pathlib import Path

import pytest

from tests.repository.sources import place, python_files, tree

MANAGERS = {"objects", "_default_manager", "_base_manager"}
WITHOUT_TABLES = ["src/smallplaces/web", "src/smallplaces/thread"]


class WithoutTypeChecking(ast.NodeTransformer):
    """Takes `if TYPE_CHECKING:` out: what only the type checker reads is not imported."""

    def visit_If(self, node: ast.If) -> ast.AST | None:
        return None if ast.unparse(node.test) == "TYPE_CHECKING" else self.generic_visit(node)


def touches(path: Path) -> list[str]:
    """Where a file reaches for a manager or imports models."""
    found = []
    for node in ast.walk(WithoutTypeChecking().visit(copy.deepcopy(tree(path)))):
        if isinstance(node, ast.Attribute) and node.attr in MANAGERS:
            found.append(f"{place(path, node.lineno)} .{node.attr}")
        elif isinstance(node, ast.ImportFrom) and is_models(node):
            found.append(f"{place(path, node.lineno)} imports models")
    return found


def is_models(node: ast.ImportFrom) -> bool:
    """`from smallplaces.x.models[...] import Y` or `from smallplaces.x import models`."""
    parts = (node.module or "").split(".")
    ours = parts[0] == "smallplaces"
    return ours and ("models" in parts or any(name.name == "models" for name in node.names))


@pytest.mark.parametrize("folder", WITHOUT_TABLES)
def test_room_without_tables_touches_no_model(folder: str) -> None:
    found = [line for path in python_files(folder) for line in touches(path)]

    assert found == []
