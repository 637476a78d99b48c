"""Bringing an archive in: checked whole before a row is written, all of it or nothing."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from django.apps import apps
from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _

from smallplaces.archive.belonging import refuse_what_reaches_into_this_house
from smallplaces.archive.scope import APPS, COMMON
from smallplaces.archive.writing import FORMAT, VERSION
from smallplaces.core import audit, search
from smallplaces.core.files import keep_bytes
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.rows import Scope, label, rows_in
from smallplaces.core.viewers import Viewer
from smallplaces.groups.models import Group

MEMBER_MOST = 512 * 1024 * 1024
TOTAL_MOST = 4 * 1024 * 1024 * 1024
RATIO_MOST = 200
Progress = Callable[[int, int, str], None]
# What a zip or the JSON in it can fail with: cut, damaged, locked, packed in a way unknown here, or nested without end.
UNREADABLE = (KeyError, ValueError, RecursionError, OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error)
LISTED = {"group": str, "made_on": str, "fictional": bool, "rows": dict, "sha256": dict, "files": list}


@dataclass(frozen=True)
class Looked:
    """What an archive says of itself, before anything is written."""

    group: str
    made_on: str
    fictional: bool
    rows: dict[str, int]
    files: int

    @property
    def total(self) -> int:
        """All rows."""
        return sum(self.rows.values())


def _refuse(why: str) -> RefusedError:
    return RefusedError(_("%(why)s Nothing was brought in.") % {"why": why})


def _open(source: Path | BinaryIO) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(source)
    except (zipfile.BadZipFile, OSError) as error:
        raise _refuse(_("This is not an archive of Small Places, or it was cut short. Ask for it again.")) from error
    sizes = [(one.file_size, one.compress_size) for one in archive.infolist()]
    if sum(size for size, _small in sizes) > TOTAL_MOST or any(
        size > MEMBER_MOST or size > RATIO_MOST * max(small, 4096) for size, small in sizes
    ):
        raise _refuse(_("This archive unpacks to more than any group writes. It was not opened."))
    return archive


def _manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    try:
        manifest = json.loads(archive.read("manifest.json"))
        known = manifest["format"] == FORMAT
        whole = all(isinstance(manifest.get(name), kind) for name, kind in LISTED.items())
    except (*UNREADABLE, TypeError) as error:
        raise _no_list() from error
    if not known or manifest.get("version") != VERSION:
        raise _refuse(
            _("This archive was written by another version of Small Places. Bring this installation up to date first.")
        )
    if not whole:
        raise _no_list()
    return dict(manifest)


def _no_list() -> RefusedError:
    return _refuse(_("This zip has no list of what it holds: it is not an archive of Small Places."))


def look_at_archive(source: Path | BinaryIO) -> Looked:
    """What an archive holds, without writing anything."""
    manifest = _manifest(_open(source))
    return Looked(
        manifest["group"], manifest["made_on"], manifest["fictional"], manifest["rows"], len(manifest["files"])
    )


def read_archive(source: Path | BinaryIO, *, by: Viewer, progress: Progress | None = None) -> Looked:
    """Brings everything in, in one transaction. A row that is here already stops it; common records stay as they are."""
    require(by.is_steward, _("Only a steward of this installation can bring an archive in."))
    archive = _open(source)
    manifest = _manifest(archive)
    order = [label(queryset.model) for app in APPS for queryset in app.tables(Scope())]
    strange = sorted(set(manifest["rows"]) - set(order))
    if strange:
        raise _refuse(_("The archive has a table that this version does not know: %(table)s.") % {"table": strange[0]})
    brought: dict[str, list[str]] = {}
    try:
        with transaction.atomic():
            refuse_what_reaches_into_this_house(
                list(manifest["rows"]), lambda name: _rows(archive, manifest, name), manifest["files"]
            )
            for sha256 in manifest["files"]:
                _file_in(archive, str(sha256))
            for number, name in enumerate(order, start=1):
                if name in manifest["rows"]:
                    rows = _rows(archive, manifest, name)
                    rows_in(apps.get_model(name), rows, skip_known=name in COMMON)
                    brought[name.partition(".")[2]] = [str(row["id"]) for row in rows]
                (progress or (lambda _done, _of, _what: None))(number, len(order), name)
            for kind in brought.keys() & search.sources().keys():
                search.index(kind, brought[kind])
            for group in Group.objects.filter(slug=manifest["group"]):
                audit.record("brought_in", group, by=by, group_id=group.pk)
    except IntegrityError as error:
        raise _refuse(
            _(
                "A name in this archive is taken here by another record: a place, a group or an account of the same name."
            )
        ) from error
    except (DataError, ValueError) as error:
        raise _refuse(_("The archive holds a value that cannot be kept here.")) from error
    return look_at_archive(source)


def _member(archive: zipfile.ZipFile, name: str, sha256: str) -> bytes:
    try:
        data = archive.read(name)
    except UNREADABLE as error:
        raise _refuse(_("The archive lacks “%(name)s”, or it is damaged there.") % {"name": name}) from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise _refuse(_("“%(name)s” in the archive was changed after it was written.") % {"name": name})
    return data


def _rows(archive: zipfile.ZipFile, manifest: dict[str, Any], name: str) -> list[dict[str, Any]]:
    path = f"tables/{name}.json"
    try:
        rows = json.loads(_member(archive, path, manifest["sha256"].get(path, "")))
    except (ValueError, RecursionError) as error:
        raise _refuse(_("“%(name)s” in the archive cannot be read.") % {"name": path}) from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _refuse(_("“%(name)s” in the archive cannot be read.") % {"name": path})
    return rows


def _file_in(archive: zipfile.ZipFile, sha256: str) -> None:
    keep_bytes(_member(archive, f"files/{sha256}", sha256))
