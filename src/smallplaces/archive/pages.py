"""What the archive's pages do: a download for holders; look first, then bring in, for stewards."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core import signing
from django.utils.translation import gettext as _

from smallplaces.archive.reading import Looked, look_at_archive, read_archive
from smallplaces.archive.writing import may_leave, write_archive
from smallplaces.core.files import bytes_of, keep_for_a_day, remove_file
from smallplaces.core.models import File
from smallplaces.core.refusals import NotVisibleError, RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.models import Group
from smallplaces.groups.queries import get_group

SALT = "smallplaces.archive.pages"
AN_HOUR = 3600


def group_to_leave(slug: str, *, viewer: Viewer) -> Group:
    """The group, for one who holds it."""
    group = get_group(slug, viewer=viewer)
    if not viewer.is_member_of(group.pk):
        raise NotVisibleError(slug)
    require(may_leave(viewer, group), _("Only holders of the group can take everything along."))
    return group


@contextmanager
def written_archive(group: Group, *, by: Viewer) -> Iterator[Path]:
    """The archive in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="archive-") as folder:
        path = Path(folder) / f"{group.slug}.zip"
        write_archive(path, group=group, by=by)
        yield path


def look_and_keep(data: bytes, *, by: Viewer) -> tuple[Looked, str]:
    """What the archive holds, and a signed word by which the second press finds it."""
    require(by.is_steward, _("Only a steward of this installation can bring an archive in."))
    looked = look_at_archive(io.BytesIO(data))
    file = keep_for_a_day(data, name="archive.zip", media_type="application/zip")
    return looked, signing.dumps(file.pk, salt=SALT)


def bring_in_kept(kept: str, *, by: Viewer) -> Looked:
    """Brings in what was looked at before, and lets the file go."""
    try:
        file = File.objects.get(pk=signing.loads(kept, salt=SALT, max_age=AN_HOUR))
    except (signing.BadSignature, File.DoesNotExist) as error:
        raise RefusedError(_("Choose the file once more; the first look is more than an hour old.")) from error
    looked = read_archive(io.BytesIO(bytes_of(file)), by=by)
    remove_file(file)
    return looked
