"""Files under `SMALLPLACES_HOME/files`, named by their checksum.

Bytes first, row second: written under a temporary name, synced, renamed, the folder synced, then the row; so a row
never lacks its bytes. Bytes without a row are swept after a day.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
import tempfile
import time
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core.clock import today
from smallplaces.core.enums import Visibility
from smallplaces.core.models import File
from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.core.viewers import Viewer

A_DAY = 24 * 60 * 60
CHECKSUM = re.compile(r"[0-9a-f]{64}")


def is_checksum(value: object) -> bool:
    """Whether a value is a SHA-256 as we write it, and so safe as the name of a file."""
    return isinstance(value, str) and CHECKSUM.fullmatch(value) is not None


def path_of(sha256: str) -> Path:
    """Where the bytes of a checksum lie. Raises FileNotFoundError for what is none: a row could name any file here."""
    if not is_checksum(sha256):
        raise FileNotFoundError(sha256)
    return Path(settings.MEDIA_ROOT) / sha256[:2] / sha256


def _write(data: bytes, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    Path(temporary).replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def keep_bytes(data: bytes) -> str:
    """Keeps bytes under their checksum, which is returned. Without a row they are swept after a day."""
    sha256 = hashlib.sha256(data).hexdigest()
    path = path_of(sha256)
    if not path.exists():
        _write(data, path)
    return sha256


def keep_file(
    data: bytes, *, name: str, media_type: str, group_id: str = "", visibility: str = Visibility.PRIVATE
) -> File:
    """Keeps bytes and makes their row. The calling action writes the audit."""
    if len(data) > settings.FILE_BYTES_MAX:
        raise RefusedError(_("This file is larger than 10 MB. Save a smaller copy and try again. Nothing was kept."))
    sha256 = keep_bytes(data)
    return File.objects.create(
        sha256=sha256,
        name=Path(name).name[:200],
        media_type=media_type,
        size=len(data),
        group_id=group_id,
        visibility=visibility,
        added_on=today(),
    )


def bytes_of(file: File) -> bytes:
    """The bytes of a file."""
    return path_of(file.sha256).read_bytes()


def remove_file(file: File) -> None:
    """Removes the row, and the bytes once the transaction stands and nothing else needs them."""
    sha256 = file.sha256
    file.delete()

    def unlink() -> None:
        if not File.objects.filter(sha256=sha256).exists():
            path_of(sha256).unlink(missing_ok=True)

    transaction.on_commit(unlink)


def file_for(file_id: str, *, viewer: Viewer) -> File:
    """A file that this viewer may open: a public one, or one of the viewer's groups."""
    file = File.objects.filter(pk=file_id).first()
    if file is None or not (file.visibility == Visibility.PUBLIC or viewer.is_member_of(file.group_id)):
        raise NotVisibleError(file_id)
    return file


def keep_for_a_day(data: bytes, *, name: str, media_type: str) -> File:
    """Keeps a file between the look and the second press. It belongs to nobody, and the sweep takes it after a day."""
    return keep_file(data, name=name, media_type=media_type)


def sweep_unclaimed() -> int:
    """Removes files that were looked at and never brought in. Returns how many."""
    old = File.objects.filter(group_id="", visibility=Visibility.PRIVATE, added_on__lt=today() - dt.timedelta(days=1))
    gone = list(old)
    with transaction.atomic():
        for file in gone:
            remove_file(file)
    return len(gone)


def sweep(*, older_than_seconds: int = A_DAY) -> int:
    """Removes bytes that no row names and that are older than a day: leftovers of a killed run. Returns how many."""
    kept = set(File.objects.values_list("sha256", flat=True))
    gone = 0
    for path in Path(settings.MEDIA_ROOT).glob("??/*"):
        if path.name not in kept and path.stat().st_mtime < time.time() - older_than_seconds:
            path.unlink(missing_ok=True)
            gone += 1
    return gone
