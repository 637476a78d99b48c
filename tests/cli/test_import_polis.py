"""`smallplaces import polis`: writes at once, says what is there already, refuses bad exports whole."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.factories.groups import make_group
from tests.factories.places import make_place
from tests.readers.polis_files import COMMENTS, VOTES, export

pytestmark = pytest.mark.django_db


def run(path: Path, *options: str) -> Result:
    """The command, in this process."""
    from smallplaces.cli.imports_polis import polis

    return CliRunner().invoke(polis, [str(path), *options])


def folder(path: Path, files: Mapping[str, bytes]) -> Path:
    path.mkdir(exist_ok=True)
    for name, data in files.items():
        (path / name).write_bytes(data)
    return path


def zipped(path: Path, files: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def nothing_written() -> bool:
    from smallplaces.core.models import File, Permission
    from smallplaces.dialogues.models import Dialogue, Participant, Statement, Vote
    from smallplaces.groups.models import Group

    kinds = (Dialogue, Participant, Statement, Vote, Permission, File)
    return (
        not any(kind.objects.exists() for kind in kinds) and not Group.objects.filter(name__contains="Keepers").exists()
    )


def test_a_folder_comes_in_and_one_line_says_what(tmp_path: Path) -> None:
    from smallplaces.dialogues.models import Dialogue

    group = make_group()
    told = ["--told", "It is printed.", "--may", "quoted, retold"]

    done = run(folder(tmp_path / "x", export()), "--place", group.place.slug, *told)

    assert done.exit_code == 0, done.output
    dialogue = Dialogue.objects.get()
    assert dialogue.group == group
    assert "2 people; 3 statements (1 shown, 1 waiting, 1 not shown" in done.output
    assert "4 last answers; 2 earlier answers" in done.output
    assert dialogue.pk in done.output
    assert done.output.count("\n") == 1


def test_the_same_export_as_a_zip_is_here_already(tmp_path: Path) -> None:
    group = make_group()
    place = ["--place", group.place.slug]
    run(folder(tmp_path / "x", export()), *place)

    again = run(zipped(tmp_path / "x.zip", export()), *place)

    assert again.exit_code == 0
    assert "here already, and nothing was written" in again.output


def test_a_preview_writes_nothing(tmp_path: Path) -> None:
    done = run(folder(tmp_path / "x", export()), "--place", make_place().slug, "--preview")

    assert done.exit_code == 0, done.output
    assert "Would come in: 2 people" in done.output
    assert nothing_written()


def test_where_nobody_works_the_line_says_who_holds_it(tmp_path: Path) -> None:
    done = run(folder(tmp_path / "x", export()), "--place", make_place(name="Low Marsh").slug, "--open")

    assert done.exit_code == 0, done.output
    assert "“Keepers of this record, Low Marsh” was opened" in done.output
    assert "2 shown, 0 waiting" in done.output


def bomb() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("comments.csv", b"0" * 55_000_000)
    return data.getvalue()


BAD: dict[str, Mapping[str, bytes]] = {
    "nothing": {},
    "empty": {"comments.csv": b"", "votes.csv": b""},
    "encoding": export() | {"comments.csv": COMMENTS.encode().replace(b"Wait", b"W\xff\x81it")},
    "truncated": export() | {"comments.csv": COMMENTS.encode()[:-2] + b',"cut'},
    "columns": export() | {"votes.csv": VOTES.replace("voter-id", "somebody").encode()},
    "html": export() | {"comments.csv": b"<!DOCTYPE html><html><body>Sign in</body></html>"},
    "no_votes": {"comments.csv": COMMENTS.encode()},
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_folder_is_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    done = run(folder(tmp_path / "x", BAD[name]), "--place", make_place().slug)

    assert done.exit_code == 2, done.output
    assert len(done.output.strip().splitlines()) == 1
    assert nothing_written()


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04 cut", bomb(), b"no zip at all"], ids=["empty", "cut", "bomb", "text"]
)
def test_a_bad_zip_is_refused_in_one_sentence(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(data)

    done = run(tmp_path / "x.zip", "--place", make_place().slug)

    assert done.exit_code == 2, done.output
    assert len(done.output.strip().splitlines()) == 1
    assert nothing_written()


def test_a_gigabyte_of_nothing_is_not_even_read(tmp_path: Path) -> None:
    huge = folder(tmp_path / "x", export())
    with (huge / "votes.csv").open("wb") as file:
        file.truncate(1_000_000_000)

    done = run(huge, "--place", make_place().slug)

    assert done.exit_code == 2
    assert "larger than 60 MB" in done.output


@pytest.mark.parametrize(
    "options",
    [
        ["--place", "nowhere"],
        ["--place", "{place}", "--group", "nobody"],
        ["--place", "{place}", "--may", "quoted"],
        ["--place", "{place}", "--may", "sold", "--told", "x"],
        ["--place", "{place}", "--lang", "english!"],
    ],
)
def test_what_is_unknown_is_refused(tmp_path: Path, options: list[str]) -> None:
    place = make_place()

    done = run(folder(tmp_path / "x", export()), *(one.format(place=place.slug) for one in options))

    assert done.exit_code == 2, done.output
    assert nothing_written()


def test_a_run_that_breaks_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a killed one does: all of it is one transaction. The next run writes everything."""
    from smallplaces.dialogues.actions import importing

    path, place = folder(tmp_path / "x", export()), make_place()

    def die(rows: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(importing, "write_votes", die)
        run(path, "--place", place.slug)
    assert nothing_written()
    assert run(path, "--place", place.slug).exit_code == 0
