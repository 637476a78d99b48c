"""Reads about photographs of the wall: for those inside alone, whoever sees the meeting."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

from smallplaces.core.files import bytes_of
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.meetings.models import Photo
from smallplaces.meetings.queries.meetings import opened_by_link


@dataclass(frozen=True)
class PhotoLine:
    """A photograph for those inside: its caption, and when it was added."""

    id: str
    meeting_id: str
    caption: str
    lang: str
    dir: str
    added_on: dt.date
    kind: str = field(default="photo", init=False)


def _inside(viewer: Viewer) -> QuerySet[Photo]:
    own = Q(meeting__group_id__in=viewer.group_ids) | opened_by_link(viewer, "meeting__")
    return Photo.objects.filter(own).select_related("file", "meeting").order_by("added_on", "id")


def photos_of_meeting(meeting_id: str, *, viewer: Viewer) -> list[PhotoLine]:
    """The photographs of a meeting, as they were added; none for whoever is not inside. One query."""
    return [
        PhotoLine(row.pk, row.meeting_id, row.caption, row.lang, row.dir, row.added_on)
        for row in _inside(viewer).filter(meeting_id=meeting_id)
    ]


def find_photo(photo_id: str, *, viewer: Viewer) -> Photo:
    """The record, for an action by somebody inside. One query. Raises NotVisibleError."""
    row = _inside(viewer).filter(pk=photo_id).first()
    if row is None:
        raise NotVisibleError(photo_id)
    return row


def picture_of(photo_id: str, *, viewer: Viewer) -> bytes:
    """The bytes of a photograph, a JPEG that we wrote ourselves. One query. Raises NotVisibleError, also where they are gone."""
    try:
        return bytes_of(find_photo(photo_id, viewer=viewer).file)
    except FileNotFoundError:
        raise NotVisibleError(photo_id) from None
