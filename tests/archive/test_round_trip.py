"""What leaves comes in again, row by row and byte by byte."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from smallplaces.archive.reading import look_at_archive, read_archive
from smallplaces.archive.scope import APPS, LEFT_OUT
from smallplaces.archive.writing import write_archive
from smallplaces.core.refusals import NotAllowedError
from smallplaces.core.rows import Scope, label, rows_out
from smallplaces.core.viewers import ANYBODY, command
from smallplaces.groups.models import Group
from smallplaces.groups.queries import viewer_of
from tests.demonstration import Demonstration

IN_ARCHIVES = {queryset.model for app in APPS for queryset in app.tables(Scope(everything=True))}


def every_row() -> dict[str, list[object]]:
    return {label(model): list(rows_out(model, model.objects.values_list("pk", flat=True))) for model in IN_ARCHIVES}


def empty_everything() -> None:
    for model in IN_ARCHIVES:
        model.objects.all()._raw_delete(model.objects.db)


def test_every_table_is_in_the_archive_or_on_the_list_of_what_stays() -> None:
    tables = {label(model) for model in apps.get_models()}

    assert tables == {label(model) for model in IN_ARCHIVES} | set(LEFT_OUT)


def test_a_whole_installation_comes_back_row_by_row(osier_bend: Demonstration, tmp_path: Path) -> None:
    write_archive(tmp_path / "all.zip", group=None, by=command())
    before = every_row()
    empty_everything()

    read_archive(tmp_path / "all.zip", by=command())

    assert len(before["meetings.sentence"]) == 32
    assert every_row() == before


def test_a_groups_own_move_holds_its_power_sheet_and_private_steps(osier_bend: Demonstration, tmp_path: Path) -> None:
    write_archive(tmp_path / "all.zip", group=osier_bend.laundry, by=osier_bend.viewer)

    rows = look_at_archive(tmp_path / "all.zip").rows

    assert (rows["issues.powerline"], rows["steps.step"], rows["meetings.sentence"]) == (4, 9, 31)


def test_a_groups_own_move_leaves_other_groups_records_behind(osier_bend: Demonstration, tmp_path: Path) -> None:
    write_archive(tmp_path / "all.zip", group=osier_bend.laundry, by=osier_bend.viewer)
    text = zipfile.ZipFile(tmp_path / "all.zip").read("tables/commitments.assessment.json").decode()

    assert "31,000 crowns are spent" in text
    assert "a seat for the shops" not in text


def test_a_groups_own_move_stands_alone_in_an_empty_installation(osier_bend: Demonstration, tmp_path: Path) -> None:
    write_archive(tmp_path / "all.zip", group=osier_bend.laundry, by=osier_bend.viewer)
    empty_everything()

    looked = read_archive(tmp_path / "all.zip", by=command())

    assert looked.total == sum(len(rows) for rows in every_row().values()) - 1  # the audit of bringing it in
    assert Group.objects.get().name == "Laundry Circle"


def test_files_come_back_as_the_bytes_they_were(osier_bend: Demonstration, tmp_path: Path) -> None:
    write_archive(tmp_path / "all.zip", group=osier_bend.laundry, by=osier_bend.viewer)
    before = {path.name: path.read_bytes() for path in Path(settings.MEDIA_ROOT).glob("??/*")}
    empty_everything()
    for path in Path(settings.MEDIA_ROOT).glob("??/*"):
        path.unlink()

    read_archive(tmp_path / "all.zip", by=command())

    assert len(before) == 5  # an edition in four forms, and a photograph of the wall
    assert {path.name: path.read_bytes() for path in Path(settings.MEDIA_ROOT).glob("??/*")} == before


def test_no_password_leaves(osier_bend: Demonstration, tmp_path: Path) -> None:
    osier_bend.holder.set_password("a long one for the test")
    osier_bend.holder.save()

    write_archive(tmp_path / "all.zip", group=osier_bend.laundry, by=osier_bend.viewer)
    rows = json.loads(zipfile.ZipFile(tmp_path / "all.zip").read("tables/groups.account.json"))

    assert {row["password"] for row in rows} == {"!"}
    assert viewer_of(osier_bend.holder).account_id


def test_strangers_cannot_take_a_group_along(osier_bend: Demonstration, tmp_path: Path) -> None:
    with pytest.raises(NotAllowedError):
        write_archive(tmp_path / "all.zip", group=osier_bend.laundry, by=ANYBODY)

    assert list(tmp_path.glob("*.zip")) == []
