"""Reads the table NOT_YET: the steps of the ten-minute script that later work brings. It may only shrink."""

from __future__ import annotations

import ast
from pathlib import Path


def not_yet_table(path: Path) -> str:
    """The table in words, from the pairs (step, what brings it) that a file writes out as `NOT_YET = [...]`.

    The file is read and not run, so that the table can be told whatever else is broken.
    """
    if not path.is_file():
        return "Not yet: the ten-minute script is not there to be walked."
    rows = _rows(ast.parse(path.read_text(encoding="utf-8")))
    if not rows:
        return "Not yet: nothing. Every step of the ten-minute script is walked."
    width = max(len(str(step)) for step, _ in rows)
    return "\n".join(
        ["Not yet, of the ten-minute script:", *(f"  {step!s:<{width}}  {brings}" for step, brings in rows)]
    )


def _rows(module: ast.Module) -> list[tuple[object, object]]:
    for node in module.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        named = any(isinstance(target, ast.Name) and target.id == "NOT_YET" for target in targets)
        if named and isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
            return [(row[0], row[1]) for row in ast.literal_eval(node.value)]
    return []
