"""Take everything and leave; bring in what was taken along elsewhere."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from smallplaces.core.models import AuditRow, File
from smallplaces.meetings.models import Sentence
from tests.archive.test_round_trip import empty_everything
from tests.cast import Cast, signed_in
from tests.demonstration import Demonstration
from tests.factories.groups import make_account


@pytest.mark.parametrize(
    ("who", "status"),
    [("anybody", 302), ("steward", 404), ("elsewhere", 404), ("member", 403), ("holder", 200), ("other_holder", 200)],
)
def test_only_holders_open_the_page(cast: Cast, who: str, status: int) -> None:
    answer = cast.everybody[who].client.get(f"/our-work/groups/{cast.group.slug}/archive/")

    assert answer.status_code == status


def test_a_press_gives_the_file_and_says_so_in_the_audit(osier_bend: Demonstration) -> None:
    answer = signed_in(osier_bend.holder).client.post("/our-work/groups/laundry-circle/archive/")

    archive = zipfile.ZipFile(io.BytesIO(b"".join(answer)))
    assert "lock on the door" in archive.read("tables/meetings.sentence.csv").decode()
    assert AuditRow.objects.filter(verb="group.exported", by_id=osier_bend.holder.pk).exists()


def test_a_steward_looks_first_and_then_brings_in(db: None, demonstration_file: Path) -> None:
    client = signed_in(make_account(is_steward=True)).client
    first = client.post("/our-work/bring-in/", {"file": SimpleUploadedFile("all.zip", demonstration_file.read_bytes())})
    written_by_looking = Sentence.objects.count()

    second = client.post("/our-work/bring-in/", {"kept": first.context["kept"]})

    assert (first.status_code, written_by_looking) == (200, 0)
    assert (second.status_code, Sentence.objects.count()) == (302, 32)
    assert not File.objects.filter(name="archive.zip").exists()


@pytest.mark.parametrize(
    ("data", "says"),
    [(b"", "This file is empty"), (b"<html>", "not an archive"), (b"\x00" * 10_485_761, "larger than 10 MB")],
)
def test_a_bad_file_is_said_at_the_form(db: None, data: bytes, says: str) -> None:
    client = signed_in(make_account(is_steward=True)).client

    answer = client.post("/our-work/bring-in/", {"file": SimpleUploadedFile("all.zip", data)})

    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_an_old_look_is_not_taken(osier_bend: Demonstration) -> None:
    empty_everything()
    client = signed_in(make_account(is_steward=True)).client

    answer = client.post("/our-work/bring-in/", {"kept": "made-up"})

    assert answer.status_code == 422
    assert "Choose the file once more" in answer.content.decode()
