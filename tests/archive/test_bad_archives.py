"""Every bad archive ends in one sentence, and nothing is brought in."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.hashers import make_password

from smallplaces.archive.reading import read_archive
from smallplaces.archive.writing import write_archive
from smallplaces.core.models import AuditRow
from smallplaces.core.refusals import NotAllowedError, RefusedError
from smallplaces.core.viewers import ANYBODY, command
from smallplaces.groups.models import Account, Group, Membership
from smallplaces.meetings.models import Sentence
from tests.archive.test_round_trip import empty_everything
from tests.demonstration import Demonstration

Change = Callable[[dict[str, bytes]], None]


@pytest.fixture
def archive(osier_bend: Demonstration, tmp_path: Path) -> Path:
    path = tmp_path / "all.zip"
    write_archive(path, group=osier_bend.laundry, by=osier_bend.viewer)
    empty_everything()
    return path


def changed(path: Path, change: Change) -> io.BytesIO:
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    buffer.seek(0)
    return buffer


def another_version(members: dict[str, bytes]) -> None:
    members["manifest.json"] = json.dumps({**json.loads(members["manifest.json"]), "version": 99}).encode()


def words_changed(members: dict[str, bytes]) -> None:
    members["tables/meetings.sentence.json"] = members["tables/meetings.sentence.json"].replace(b"water", b"wine!")


def table_lost(members: dict[str, bytes]) -> None:
    del members["tables/issues.cause.json"]


def file_lost(members: dict[str, bytes]) -> None:
    del members[next(name for name in members if name.startswith("files/"))]


def list_lost(members: dict[str, bytes]) -> None:
    del members["manifest.json"]


def bomb(members: dict[str, bytes]) -> None:
    members["tables/bomb.json"] = b"0" * 30_000_000


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (another_version, "another version"),
        (words_changed, "was changed after it was written"),
        (table_lost, "lacks"),
        (file_lost, "lacks"),
        (list_lost, "no list"),
        (bomb, "unpacks to more"),
    ],
)
def test_a_changed_archive_is_refused_whole(archive: Path, change: Change, says: str) -> None:
    with pytest.raises(RefusedError, match=says):
        read_archive(changed(archive, change), by=command())

    assert not Sentence.objects.exists()


@pytest.mark.parametrize("data", [b"", b"<html>not a zip</html>", b"\x00" * 100_000])
def test_what_is_no_archive_is_refused(db: None, data: bytes) -> None:
    with pytest.raises(RefusedError, match="not an archive"):
        read_archive(io.BytesIO(data), by=command())


def test_an_archive_cut_short_is_refused(archive: Path) -> None:
    with pytest.raises(RefusedError, match="cut short"):
        read_archive(io.BytesIO(archive.read_bytes()[:-2000]), by=command())


def test_the_same_archive_again_changes_nothing(archive: Path) -> None:
    read_archive(archive, by=command())

    with pytest.raises(RefusedError, match="works here already"):
        read_archive(archive, by=command())

    assert Sentence.objects.count() == 31


def test_only_a_steward_brings_an_archive_in(archive: Path) -> None:
    with pytest.raises(NotAllowedError):
        read_archive(archive, by=ANYBODY)

    assert not Group.objects.exists()


def forged(members: dict[str, bytes]) -> None:
    name = "tables/groups.account.json"
    rows = json.loads(members[name])
    rows[0].update(is_steward=True, password=make_password("known to the forger"))
    members[name] = json.dumps(rows).encode()
    manifest = json.loads(members["manifest.json"])
    manifest["sha256"][name] = hashlib.sha256(members[name]).hexdigest()
    members["manifest.json"] = json.dumps(manifest).encode()


def test_no_archive_brings_in_a_steward_or_a_password(archive: Path) -> None:
    read_archive(changed(archive, forged), by=command())

    assert Account.objects.filter(is_steward=True).count() == 0
    assert not any(account.check_password("known to the forger") for account in Account.objects.all())


def test_no_archive_adds_people_to_a_group_that_is_here(osier_bend: Demonstration, tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    write_archive(path, group=osier_bend.laundry, by=osier_bend.viewer)
    for model in (Membership, AuditRow):
        model.objects.all().delete()

    with pytest.raises(RefusedError, match="works here already"):
        read_archive(path, by=command())

    assert not Membership.objects.exists()
