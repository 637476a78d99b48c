"""An archive that somebody made up: its checksums fit, and it reaches for what is not its own."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from smallplaces.archive.reading import look_at_archive, read_archive
from smallplaces.archive.writing import write_archive
from smallplaces.commitments.models import Assessment
from smallplaces.core.consent import may_use
from smallplaces.core.enums import Use
from smallplaces.core.files import path_of
from smallplaces.core.ids import new_id
from smallplaces.core.models import File
from smallplaces.core.refusals import RefusedError
from smallplaces.core.viewers import command
from smallplaces.groups.models import Group
from smallplaces.issues.models import Cause, Issue
from smallplaces.meetings.models import Sentence
from tests.archive.test_round_trip import empty_everything
from tests.cast import Cast
from tests.demonstration import Demonstration
from tests.factories.meetings import inside, make_room, make_sentence

Rows = list[dict[str, Any]]


def packed(tables: dict[str, Rows], bytes_kept: tuple[bytes, ...] = (), **manifest: Any) -> io.BytesIO:
    """An archive with these rows and with checksums that fit."""
    members = {f"tables/{name}.json": json.dumps(rows).encode() for name, rows in tables.items()}
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in members.items()}
    kept = {hashlib.sha256(data).hexdigest(): data for data in bytes_kept}
    listed = {
        "format": "small-places-archive", "version": 1, "group": "forged", "made_on": "2026-01-01", "fictional": False,
        "rows": {name: len(rows) for name, rows in tables.items()}, "sha256": sums, "files": sorted(kept), **manifest,
    }  # fmt: skip
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**members, **{f"files/{sha}": data for sha, data in kept.items()}}.items():
            archive.writestr(name, data)
        archive.writestr("manifest.json", json.dumps(listed))
    buffer.seek(0)
    return buffer


def file_row(sha256: str) -> dict[str, Any]:
    return {
        "id": new_id(), "sha256": sha256, "name": "a", "media_type": "text/plain", "size": 1, "group_id": "",
        "visibility": "public", "added_on": "2026-01-01",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["/etc/passwd", "../../secret", "..", "", "A" * 64, "0" * 63])
def test_a_row_of_a_file_cannot_name_another_file_of_the_machine(db: None, name: str) -> None:
    with pytest.raises(RefusedError):
        read_archive(packed({"core.file": [file_row(name)]}), by=command())

    assert not File.objects.exists()
    with pytest.raises(FileNotFoundError):
        path_of(name)


def test_a_row_of_a_file_comes_with_its_bytes(db: None) -> None:
    """Else whoever knows a checksum gets the bytes that another group keeps here."""
    with pytest.raises(RefusedError, match="does not hold"):
        read_archive(packed({"core.file": [file_row("a" * 64)]}), by=command())


def test_no_archive_allows_what_a_room_here_did_not(cast: Cast) -> None:
    sentence = make_sentence(make_room(cast.group), "The lift is out", reach="ours")
    row = {
        "id": new_id(), "kind": "sentence", "thing_id": sentence.pk, "uses": list(Use.values), "step": 9, "until": None,
        "given_on": "2026-01-01", "decided_by": "room", "told": "",
    }  # fmt: skip

    with pytest.raises(RefusedError, match="does not hold"):
        read_archive(packed({"core.permission": [row]}), by=command())

    assert not may_use("sentence", sentence.pk, Use.QUOTED, sentence.room.meeting.on)


def test_no_archive_puts_a_sentence_into_a_room_here(cast: Cast) -> None:
    room = make_room(cast.group)
    row = {
        "id": new_id(), "room_id": room.pk, "text": "They lie", "lang": "en", "kind": "how_it_is", "said_by": "all",
        "reach": "public", "taken_back_on": None,
    }  # fmt: skip

    with pytest.raises(RefusedError, match="does not hold"):
        read_archive(packed({"meetings.sentence": [row]}), by=command())

    assert not Sentence.objects.filter(room=room).exists()


def test_no_archive_puts_a_box_into_a_tree_here(osier_bend: Demonstration) -> None:
    box = Cause.objects.filter(from_sentence=None).values()[0]
    forged = {**box, "id": new_id(), "text": "They lie", "parent_id": None, "made_on": "2026-01-01"}

    with pytest.raises(RefusedError, match="does not hold"):
        read_archive(packed({"issues.cause": [forged]}), by=command())

    assert not Cause.objects.filter(text="They lie").exists()


def test_no_archive_speaks_for_a_group_that_is_here(osier_bend: Demonstration) -> None:
    word = Assessment.objects.filter(group__isnull=False).values()[0]
    forged = {**word, "id": new_id(), "text": "All is well", "on": "2026-01-01"}

    with pytest.raises(RefusedError, match="works here already"):
        read_archive(packed({"commitments.assessment": [forged]}), by=command())

    assert not Assessment.objects.filter(text="All is well").exists()


def test_no_archive_shares_what_a_group_here_keeps(cast: Cast) -> None:
    from smallplaces.issues.actions import open_issue

    issue = open_issue(cast.group, place=cast.place, text="The lift", by=inside(cast.group))
    group = {
        **Group.objects.filter(pk=cast.other_group.pk).values()[0],
        "id": new_id(),
        "slug": "forged",
        "name": "Forged",
    }
    group = {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in group.items()}
    share = {"id": new_id(), "kind": "issue", "thing_id": issue.pk, "group_id": group["id"], "made_on": "2026-01-01"}

    with pytest.raises(RefusedError, match="does not hold"):
        read_archive(packed({"groups.group": [group], "groups.share": [share]}), by=command())

    assert not Group.objects.filter(slug="forged").exists()


@pytest.mark.parametrize(
    "broken",
    [
        packed({"core.file": "no rows"}),  # type: ignore[dict-item]
        packed({"core.file": [["no", "row"]]}),  # type: ignore[list-item]
        packed({"core.file": [{**file_row("a" * 64), "added_on": 7}]}, sha256=[]),
        packed({}, rows=[]),
        packed({}, files=None),
        packed({}, group=None),
        packed({"places.place": [{"id": {}}]}),
    ],
)
def test_a_list_of_another_shape_is_refused_in_a_sentence(db: None, broken: io.BytesIO) -> None:
    with pytest.raises(RefusedError, match="Nothing was brought in"):
        read_archive(broken, by=command())


def test_rows_nested_without_end_are_refused_in_a_sentence(db: None) -> None:
    deep, buffer = b"[" * 200_000, io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("manifest.json", deep)

    with pytest.raises(RefusedError, match="Nothing was brought in"):
        look_at_archive(buffer)


def changed(path: Path, change: Callable[[dict[str, Rows]], None]) -> io.BytesIO:
    """A real archive with rows changed by somebody who mended the checksums."""
    with zipfile.ZipFile(path) as archive:
        named = [name for name in archive.namelist() if name.endswith(".json") and name.startswith("tables/")]
        tables = {name[7:-5]: json.loads(archive.read(name)) for name in named}
        files = tuple(archive.read(name) for name in archive.namelist() if name.startswith("files/"))
    change(tables)
    return packed(tables, files)


@pytest.mark.parametrize(
    ("column", "value"), [("text", "\ud800"), ("made_on", 7), ("group_id", "nobody"), ("place_id", {"a": 1})]
)
def test_values_of_another_kind_bring_nothing_half_in(
    osier_bend: Demonstration, tmp_path: Path, column: str, value: Any
) -> None:
    write_archive(tmp_path / "all.zip", group=osier_bend.laundry, by=osier_bend.viewer)
    empty_everything()

    forged = changed(tmp_path / "all.zip", lambda tables: tables["issues.issue"][0].update({column: value}))
    with pytest.raises(RefusedError, match="Nothing was brought in"):
        read_archive(forged, by=command())

    assert not Issue.objects.exists()
