"""The audit in words."""

from __future__ import annotations

import ast
from pathlib import Path

import smallplaces
from smallplaces.core.verbs import KINDS, VERBS, in_words


def verbs_in_code() -> set[str]:
    """The first word of every `audit.record(...)` that is written out."""
    found = set()
    for path in Path(smallplaces.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            named = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "record"
            if named and node.args and isinstance(node.args[0], ast.Constant):
                found.add(str(node.args[0].value))
    return found


def test_every_verb_that_actions_write_has_words() -> None:
    assert "taken_back" in verbs_in_code()
    assert verbs_in_code() - set(VERBS) == set()


def test_a_line_reads_as_words() -> None:
    assert in_words("sentence.taken_back") == "sentence: taken back"
    assert in_words("made_up.thing") == "made_up: thing"
    assert KINDS["powerline"] == "line of the power sheet"
