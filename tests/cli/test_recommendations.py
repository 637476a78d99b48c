"""`smallplaces import recommendations`, on files of our own and on the real ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from smallplaces.cli.main import main
from tests.factories.norms import make_catalogue

pytestmark = pytest.mark.django_db
HEAD = "To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session"
ROW = "Fiji,Asia,CW,Warm the homes of those who cannot pay,Norway,WEOG,,Accepted,4,Right to housing,7"


@pytest.fixture(autouse=True)
def catalogue(db: None) -> None:
    make_catalogue()


def bring(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["import", "recommendations", *map(str, arguments)])


def written(folder: Path, *lines: str, end: str = "\r") -> Path:
    file = folder / "recommendations.csv"
    file.write_bytes(end.join([HEAD, *lines, ""]).encode("mac_roman"))
    return file


def test_the_last_line_counts_what_came_in(tmp_path: Path) -> None:
    file = written(tmp_path, ROW, ROW, ROW.replace("Fiji", "Atlantis"))
    told = bring(file)
    assert told.stdout.splitlines() == [
        "Line 4: no State of this name is known: Atlantis.",
        "Made: 1 new; already here: 1; refused: 1. Suggested rights, for a person to accept: 1.",
    ]
    assert bring(file).stdout.splitlines()[-1].startswith("Made: 0 new; already here: 2; refused: 1.")


def test_a_preview_writes_nothing(tmp_path: Path) -> None:
    from smallplaces.norms.models import Recommendation

    assert bring(written(tmp_path, ROW), "--preview").stdout.startswith("Would be made: 1 new")
    assert not Recommendation.objects.exists()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "no rows"),
        (b"a,b\r1,2\r", "column"),
        ((HEAD + "\r" + ROW[:20] + "\r").encode(), "line 2"),
        (b"<!doctype html><html><body>sign in</body></html>", "web page"),
        (b"\x00" * 1000, ""),
    ],
)
def test_a_bad_file_ends_in_one_sentence(tmp_path: Path, data: bytes, sentence: str) -> None:
    from smallplaces.norms.models import Recommendation

    file = tmp_path / "bad.csv"
    file.write_bytes(data)
    told = bring(file)
    assert told.exit_code == 2
    assert len(told.stderr.strip().splitlines()) == 1
    assert sentence.lower() in told.stderr.lower()
    assert not Recommendation.objects.exists()


def test_no_state_of_such_letters(tmp_path: Path) -> None:
    told = bring(written(tmp_path, ROW), "--state", "United States")
    assert (told.exit_code, told.stderr) == (2, "'United States' is no State. Write it as two letters: US, BR, KE.\n")


def test_the_real_files_whole_and_the_280_to_the_united_states(shared_data: Path) -> None:
    files = [shared_data / "upr" / name for name in ("1-5.csv", "6-9.csv")]
    assert (
        bring(*files, "--state", "US").stdout.splitlines()[-1].startswith("Made: 280 new; already here: 0; refused: 0.")
    )
    told = bring(*files).stdout.splitlines()[-1]
    # 14,437 rows: 280 came in before, and one stands in the files twice.
    assert told.startswith("Made: 14156 new; already here: 281; refused: 0.")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    huge = tmp_path / "zeros.csv"
    with huge.open("wb") as file:
        file.truncate(1_000_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda _path: pytest.fail("taken in"))
    done = bring(huge)
    assert done.exit_code == 2
    assert "larger than 10 MB" in done.output
