"""Writing an archive: one zip of tables as JSON and CSV, files, a manifest and a page that explains it."""

from __future__ import annotations

import csv as plain_csv
import hashlib
import io
import json
import os
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from defusedcsv import csv
from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.archive.scope import as_it_leaves, rows_of, scope_of
from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.files import path_of
from smallplaces.core.models import File
from smallplaces.core.refusals import require
from smallplaces.core.rows import label, rows_out
from smallplaces.core.viewers import Viewer
from smallplaces.groups.models import Group

FORMAT = "small-places-archive"
VERSION = 1
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Written:
    """What an archive holds: rows by table, and how many files."""

    rows: dict[str, int]
    files: int

    @property
    def total(self) -> int:
        """All rows."""
        return sum(self.rows.values())


def readme(group: Group | None) -> str:
    """The page that lies on top, for whoever opens the archive in years to come."""
    name = group.name if group else _("the whole installation")
    return "\n\n".join(
        [
            _("Everything of: %(name)s") % {"name": name},
            _("Keep this like the notes of your meetings: it holds private records, power sheets and steps included."),
            _(
                "tables/*.csv open in any spreadsheet. tables/*.json hold the same rows exactly. files/ holds the files by their SHA-256."
            ),
            _(
                "To bring it in again: install Small Places and run “smallplaces import all FILE”. Passwords are not in it; "
                "each account gets a new-password link."
            ),
            _("What people took back is not in it."),
        ]
    )


def may_leave(viewer: Viewer, group: Group | None) -> bool:
    """Holders of the group; the whole installation only by a steward's command."""
    return (
        viewer.is_steward and viewer.is_command if group is None else viewer.is_holder_of(group.pk) or viewer.is_command
    )


def write_archive(path: Path, *, group: Group | None, by: Viewer, progress: Progress | None = None) -> Written:
    """Writes the archive beside its name and renames it when it is whole, so that a killed run leaves nothing half-written."""
    require(may_leave(by, group), _("Only holders of the group can take everything along."))
    temporary = path.with_name(f".{path.name}.part")
    try:
        # One transaction, so that all rows are of one moment.
        with transaction.atomic(), zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as archive:
            written = _fill(archive, group, progress or (lambda _done, _of, _what: None))
            if group is not None:
                audit.record("exported", group, by=by, group_id=group.pk)
        with temporary.open("rb") as file:
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return written


def _fill(archive: zipfile.ZipFile, group: Group | None, progress: Progress) -> Written:
    scope = scope_of(group)
    ids = rows_of(scope)
    sums: dict[str, str] = {}
    counts: dict[str, int] = {}
    for number, (model, pks) in enumerate(ids.items(), start=1):
        name = label(model)
        rows = [as_it_leaves(name, row, scope) for row in rows_out(model, pks)]
        counts[name] = len(rows)
        for ending, data in (("json", _json(rows)), ("csv", _csv(rows))):
            archive.writestr(f"tables/{name}.{ending}", data)
            sums[f"tables/{name}.{ending}"] = hashlib.sha256(data).hexdigest()
        progress(number, len(ids), name)
    kept = sorted(set(File.objects.filter(pk__in=ids[File]).values_list("sha256", flat=True)))
    for sha256 in kept:
        archive.write(path_of(sha256), f"files/{sha256}")
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "made_on": today().isoformat(),
        "group": group.slug if group else "",
        "fictional": bool(group and group.place.fictional),
        "rows": counts,
        "sha256": sums,
        "files": kept,
    }
    archive.writestr("manifest.json", json.dumps(manifest, indent=1))
    archive.writestr("README.txt", readme(group))
    return Written(counts, len(kept))


def _json(rows: list[dict[str, Any]]) -> bytes:
    return "[\n{}\n]\n".format(",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)).encode()


def _csv(rows: list[dict[str, Any]]) -> bytes:
    """For reading by people: a spreadsheet never runs what stands in it. The JSON beside it is exact."""
    buffer = io.StringIO()
    if rows:
        writer = csv.DictWriter(buffer, fieldnames=list(rows[0]), quoting=plain_csv.QUOTE_MINIMAL)
        writer.writeheader()
        writer.writerows(
            {key: json.dumps(value) if isinstance(value, list | dict) else value for key, value in row.items()}
            for row in rows
        )
    return ("\ufeff" + buffer.getvalue()).encode()
