"""Decision notes are numbered once, and the number in the file's name is the one that its heading says."""

from __future__ import annotations

import re
from pathlib import Path

from tests.repository.sources import ROOT

FOLDER = ROOT / "docs/decisions"


def notes() -> list[Path]:
    return sorted(FOLDER.glob("*.md"))


def test_there_are_decisions() -> None:
    assert notes()


def test_names_are_number_and_title() -> None:
    assert [path.name for path in notes() if not re.fullmatch(r"\d{4}(-[a-z0-9]+)+\.md", path.name)] == []


def test_numbers_are_used_once() -> None:
    numbers = [path.name[:4] for path in notes()]

    assert sorted(set(numbers)) == numbers


def test_heading_says_the_number_of_the_file() -> None:
    wrong = [path.name for path in notes() if not path.read_text("utf-8").startswith(f"# {path.name[:4]}")]

    assert wrong == []
