"""Photographs of the wall: written anew without place and camera, kept with their meeting, removed with their bytes."""

from __future__ import annotations

import base64
import hashlib

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.files import keep_file, remove_file
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.residue import leave_no_trace
from smallplaces.core.sandbox import read_in_sandbox
from smallplaces.core.viewers import Viewer
from smallplaces.meetings.lines import language, words_within
from smallplaces.meetings.models import Meeting, Photo
from smallplaces.meetings.policies import may_write_down
from smallplaces.readers import MAX_BYTES, Refusal

MOST_PHOTOS = 40
JPEG = "image/jpeg"
# The file's own name is not kept: telephones write the day and the minute into it.
NAME = "wall.jpg"


def check_photo_size(size: int) -> None:
    """Asked before the bytes are taken in. Raises RefusedError."""
    if size > MAX_BYTES:
        raise RefusedError(
            _("This picture is larger than 10 MB. Send a smaller copy. Nothing was kept."), field="picture"
        )


def add_photo(
    meeting: Meeting, *, picture: bytes, faces_looked_at: bool, caption: str = "", lang: str = "en", by: Viewer
) -> Photo:
    """Keeps a photograph with its meeting: only its pixels, in a new file; what was sent never lies on a disk.

    The same photograph twice stays one. Raises NotAllowedError, and RefusedError for what is no picture, for a picture
    whose faces nobody looked at, and above 40 a meeting.
    """
    require(may_write_down(by, meeting), _("Photographs are added by the group or its facilitator."))
    if not faces_looked_at:
        raise RefusedError(
            _(
                "Look at the faces first: nobody can be known in it, or everybody in it said yes. The picture was not kept."
            ),
            field="faces_looked_at",
        )
    facts = {"caption": words_within(caption, 300, field="caption", empty=True), "lang": language(lang)}
    clean = _cleaned(picture)
    with transaction.atomic():
        Meeting.objects.select_for_update().get(pk=meeting.pk)
        same = Photo.objects.filter(meeting=meeting, file__sha256=hashlib.sha256(clean).hexdigest()).first()
        if same is not None:
            return same
        if meeting.photos.count() >= MOST_PHOTOS:
            raise RefusedError(_("There are 40 photographs already. Remove some first; nothing was lost."))
        file = keep_file(clean, name=NAME, media_type=JPEG, group_id=meeting.group_id)
        row = Photo.objects.create(
            meeting=meeting, file=file, faces_looked_at=True, added_on=today(meeting.zone), **facts
        )
        audit.record("added", row, by=by, group_id=meeting.group_id)
    return row


def _cleaned(picture: bytes) -> bytes:
    check_photo_size(len(picture))
    try:
        return base64.b64decode(read_in_sandbox("photo", picture)["jpeg"])
    except Refusal as refusal:
        code = "photo-damaged" if refusal.code == "unsafe" else refusal.code
        raise RefusedError(
            _(Refusal(code, **refusal.params).template).format(**refusal.params), field="picture"
        ) from None


def remove_photo(photo: Photo, *, by: Viewer) -> None:
    """Removes a photograph, its caption and its bytes, in one action. Raises NotAllowedError."""
    meeting = photo.meeting
    require(may_write_down(by, meeting), _("Photographs are removed by the group or its facilitator."))
    with transaction.atomic():
        audit.record("removed", photo, by=by, group_id=meeting.group_id)
        file = photo.file
        photo.delete()
        remove_file(file)
        transaction.on_commit(leave_no_trace)
