"""`smallplaces import norm-text` and `smallplaces import ratifications`."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from smallplaces.cli.main import main
from tests.factories.norms import make_catalogue

pytestmark = pytest.mark.django_db
TABLE = """iso2,member,state party,year ratification or accession,signatory,no action,status,note
US,United States,1,2024,0,0,state party,
"""


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["import", *map(str, words)])


@pytest.fixture
def text(tmp_path: Path) -> Path:
    file = tmp_path / "icerd.md"
    articles = (f"### Article {one}\n\nEverybody keeps what article {one} says.\n" for one in range(1, 26))
    file.write_text("# ICERD\n\n" + "\n".join(articles), encoding="utf-8")
    return file


def test_a_preview_writes_nothing_and_a_second_run_says_so(text: Path) -> None:
    from smallplaces.norms.models import ArticleText

    make_catalogue()
    words = ("norm-text", text, "--instrument", "icerd", "--lang", "en")
    begins = [run(*words, *more).stdout.split(":")[0].split(" (")[0] for more in (["--preview"], [], [])]
    whole = "International Convention on the Elimination of All Forms of Racial Discrimination"
    assert begins == ["Would be brought in", "Brought in", f"{whole} is already here in this language"]
    assert ArticleText.objects.count() == 25


@pytest.mark.parametrize("more", [["--instrument", "XYZ"], ["--instrument", "CRC"]])
def test_an_unknown_text_and_one_with_another_title_end_with_2(text: Path, more: list[str]) -> None:
    make_catalogue()
    told = run("norm-text", text, *more)
    assert (told.exit_code, told.stdout) == (2, "")
    assert "Known here" in told.stderr or "that is not Convention on the Rights" in told.stderr


def test_a_file_that_is_not_there_ends_with_2(tmp_path: Path) -> None:
    make_catalogue()
    for command in (["norm-text", tmp_path / "no.md", "--instrument", "CRC"], ["ratifications", tmp_path / "no.csv"]):
        told = run(*command)
        assert (told.exit_code, "cannot be opened" in told.stderr) == (2, True)


def test_an_empty_folder_ends_with_2(tmp_path: Path) -> None:
    make_catalogue()
    assert run("ratifications", tmp_path).exit_code == 2


def test_ratifications_come_from_a_folder(tmp_path: Path) -> None:
    make_catalogue()
    (tmp_path / "hr_status_crc.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "hr_status_opcat.csv").write_text(TABLE, encoding="utf-8")
    lines = run("ratifications", tmp_path, "--as-of", "2024").stdout.splitlines()
    assert lines == [
        "CRC, US: signed, not ratified → party, - → 2024",
        "Not in the catalogue, left out: hr_status_opcat.csv",
        "1 treaty: 0 new, 1 changed, 0 here already, 0 refused.",
    ]
    assert run("ratifications", tmp_path).stdout.endswith("Nothing was written.\n")
