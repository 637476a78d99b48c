"""`smallplaces import act`: writes at once, says what is there already, refuses bad files whole."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.factories.commitments import RECITALS, TEXT, make_public_demand
from tests.factories.groups import make_group
from tests.factories.places import make_body, make_place

pytestmark = pytest.mark.django_db


def run(path: Path, *options: str) -> Result:
    """The command, in this process."""
    from smallplaces.cli.imports_act import act

    return CliRunner().invoke(act, [str(path), *options])


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """A resolution as a file."""
    path = tmp_path / "pond.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_text_comes_in_with_its_clauses(text: Path) -> None:
    from smallplaces.commitments.models import Act, Promise

    place = make_place()
    body = make_body(place)
    done = run(
        text, "--place", place.slug, "--kind", "resolution", "--number", "7", "--date", "2026-02", "--body", body.name
    )

    assert done.exit_code == 0, done.output
    act = Act.objects.get()
    assert (act.kind, act.number, act.on, act.body, act.source) == (
        "resolution",
        "7",
        "2026-02",
        body,
        "the file pond.txt",
    )
    assert act.versions.get().clauses.filter(kind="operative").count() == 2
    assert not Promise.objects.exists()
    assert act.pk in done.output


def test_the_same_file_again_writes_nothing(text: Path) -> None:
    from smallplaces.commitments.models import Act

    place = make_place()
    run(text, "--place", place.slug)
    again = run(text, "--place", place.slug)

    assert again.exit_code == 0
    assert "already" in again.output
    assert Act.objects.count() == 1


def test_preview_writes_nothing_and_says_what_is_not_stated(text: Path) -> None:
    from smallplaces.commitments.models import Act

    done = run(text, "--place", make_place().slug, "--preview")

    assert done.exit_code == 0
    assert "by when: within six months" in done.output
    assert "money: not stated" in done.output
    assert not Act.objects.exists()


def test_recitals_alone_are_said_to_bind_nobody(tmp_path: Path) -> None:
    path = tmp_path / "proclamation.txt"
    path.write_text(RECITALS, encoding="utf-8")

    done = run(path, "--place", make_place().slug)

    assert done.exit_code == 0
    assert "No clause in this text binds anybody" in done.output


def test_a_text_answers_a_demand_of_a_group(text: Path) -> None:
    group = make_group()
    demand = make_public_demand(group)

    done = run(text, "--place", group.place.slug, "--demand", demand.pk, "--group", group.slug, "--status", "lapsed")

    assert done.exit_code == 0, done.output
    act = demand.acts.get().act
    assert act.group is None
    assert act.status == "lapsed"


def bomb() -> bytes:
    """A small file that unpacks to a very large one."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"0" * 200_000_000)
    return buffer.getvalue()


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\n ",
    "page.docx": b"<!doctype html><html><body>Whereas</body></html>",
    "cut.docx": b"PK\x03\x04 and no more",
    "letters.txt": b"Whereas \x81\x8d\x8f the \x90 pond",
    "picture.txt": b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    from smallplaces.commitments.models import Act, ActVersion
    from smallplaces.core.models import File

    path = tmp_path / name
    path.write_bytes(BAD[name])

    done = run(path, "--place", make_place().slug)

    assert done.exit_code == 2
    assert len(done.output.strip().splitlines()) == 1
    assert [kind.objects.count() for kind in (Act, ActVersion, File)] == [0, 0, 0]


def test_a_bomb_and_a_gigabyte_of_zeros_are_not_opened(tmp_path: Path) -> None:
    place = make_place()
    path, zeros = tmp_path / "bomb.docx", tmp_path / "zeros.txt"
    path.write_bytes(bomb())
    with zeros.open("wb") as file:
        file.truncate(1024**3)  # a hole: it takes no room on the disk

    for one in (path, zeros):
        done = run(one, "--place", place.slug)
        assert done.exit_code == 2
        assert len(done.output.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "options",
    [
        ["--place", "nowhere"],
        ["--kind", "decree"],
        ["--date", "soon"],
        ["--body", "Nobody"],
        ["--status", "fine"],
        ["--url", "x"],
    ],
)
def test_what_is_not_known_is_refused(text: Path, options: list[str]) -> None:
    from smallplaces.commitments.models import Act

    place = [] if "--place" in options else ["--place", make_place().slug]
    done = run(text, *place, *options)

    assert done.exit_code == 2
    assert not Act.objects.exists()


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    done = run(tmp_path / "none.txt", "--place", make_place().slug)

    assert done.exit_code == 2
    assert "none.txt" in done.output
