"""Every decision is on the list in the map, under its own heading, and says what a decision note says."""

from __future__ import annotations

import re

import pytest

from tests.repository.sources import ROOT

MAP = ROOT / "docs/map.md"
NOTES = sorted((ROOT / "docs/decisions").glob("*.md"))
A_PAGE = 60


def listed() -> dict[str, str]:
    """File name -> words of the link, from the list."""
    found = re.findall(r"^- \[([^\]]+)\]\(decisions/([^)]+)\)$", MAP.read_text(encoding="utf-8"), re.MULTILINE)
    return {file: words for words, file in found}


def test_every_decision_is_listed_under_its_heading() -> None:
    headings = {path.name: path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ") for path in NOTES}

    assert listed() == headings


@pytest.mark.parametrize("note", NOTES, ids=lambda path: path.name)
def test_a_note_is_at_most_a_page(note) -> None:
    assert len(note.read_text(encoding="utf-8").splitlines()) <= A_PAGE
