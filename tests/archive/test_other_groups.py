"""What a group takes along tells nothing that only another group, or only one person, reads."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from smallplaces.archive.writing import write_archive
from smallplaces.groups.models import Group
from tests.factories.groups import make_account, make_group, make_membership, make_viewer
from tests.factories.norms import make_principles, make_sign_on

pytestmark = pytest.mark.django_db


def taken_along(group: Group, path: Path) -> str:
    """Every word of a group's own archive."""
    write_archive(path, group=group, by=make_viewer(group, role="holder"))
    with zipfile.ZipFile(path) as archive:
        return b"".join(archive.read(name) for name in archive.namelist()).decode()


def test_the_group_whose_principles_we_signed_keeps_its_keys_and_who_asked_for_it(tmp_path: Path) -> None:
    asker = make_account(username="asker-of-theirs", email="asker@example.org")
    theirs = make_group(keys_note="under the third stone", asked_by=asker)
    ours = make_group(keys_note="with the baker", asked_by=make_account(username="asker-of-ours"))
    make_sign_on(ours, make_principles(theirs))

    words = taken_along(ours, tmp_path / "own.zip")

    assert theirs.name in words
    assert "with the baker" in words
    assert "asker-of-ours" in words
    assert "under the third stone" not in words
    assert "asker-of-theirs" not in words


def test_the_address_of_a_person_is_not_taken_along_by_the_group(tmp_path: Path) -> None:
    group = make_group()
    make_membership(group, make_account(username="rosa", email="rosa@example.org"))

    words = taken_along(group, tmp_path / "own.zip")

    assert "rosa" in words
    assert "rosa@example.org" not in words
