"""The table of what is not there yet is read from the file of the ten-minute script and told as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.not_yet import not_yet_table


@pytest.fixture
def script(tmp_path: Path) -> Path:
    return tmp_path / "ten_minutes.py"


@pytest.mark.parametrize("head", ["NOT_YET", "NOT_YET: list[tuple[int, str]]"])
def test_rows_are_told(script: Path, head: str) -> None:
    script.write_text(f"import nothing_that_exists\n{head} = [(1, 'dialogues'), (10, 'the library')]\n")

    assert not_yet_table(script).splitlines()[1:] == ["  1   dialogues", "  10  the library"]


@pytest.mark.parametrize("source", ["NOT_YET = []", "OTHER = [(1, 'x')]"])
def test_empty_table_says_that_all_is_walked(script: Path, source: str) -> None:
    script.write_text(source)

    assert "Every step of the ten-minute script is walked" in not_yet_table(script)


def test_missing_script_is_not_called_done(script: Path) -> None:
    assert "not there to be walked" in not_yet_table(script)
