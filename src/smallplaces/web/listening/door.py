"""Who came in by which entrance: from the desk with an account, or through a facilitator's link without one."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from smallplaces.core.enums import Purpose
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.meetings.queries import MeetingLine, get_meeting
from smallplaces.web.doors import link_viewer


class ClosedError(Exception):
    """The cookie of a link is gone or its time is over; what was typed is still in the sender's page."""


@dataclass(frozen=True)
class Door:
    """One meeting, seen by somebody inside. The addresses lead to the same pages of this entrance."""

    viewer: Viewer
    meeting: MeetingLine
    at_desk: bool

    def _url(self, name: str) -> str:
        if self.at_desk:
            return reverse(f"desk:{name}", args=[self.meeting.id])
        return reverse(f"listening:{name}")

    @property
    def home(self) -> str:
        """The meeting itself."""
        return self._url("meeting")

    @property
    def sheet(self) -> str:
        """The sheet of lines."""
        return self._url("sentences")

    @property
    def kit(self) -> str:
        """The sheets to print before the meeting."""
        return self._url("kit")

    @property
    def said(self) -> str:
        """What the room said, for the wall."""
        return self._url("said")

    @property
    def heads(self) -> str:
        """Where the head count is sent."""
        return self._url("heads")

    @property
    def readback(self) -> str:
        """The record of a read-back."""
        return self._url("readback")

    @property
    def photos(self) -> str:
        """The photographs of the wall."""
        return self._url("photos")

    def photo(self, photo_id: str) -> tuple[str, str]:
        """Where one photograph is, and where it is removed."""
        place, where = ("desk", [self.meeting.id, photo_id]) if self.at_desk else ("listening", [photo_id])
        return reverse(f"{place}:photo", args=where), reverse(f"{place}:photo_remove", args=where)

    @property
    def readback_sheet(self) -> str:
        """The sheet to take back to the room."""
        if self.at_desk:
            return reverse("desk:readback_sheet", args=[self.meeting.room_id])
        return reverse("listening:readback_sheet")

    def take_back(self, sentence_id: str) -> str:
        """The page that asks once more before words go."""
        return reverse("desk:sentence_take_back" if self.at_desk else "listening:take_back", args=[sentence_id])

    def correct(self, sentence_id: str) -> str:
        """The page that puts a typing mistake right."""
        return reverse("desk:sentence_correct" if self.at_desk else "listening:correct", args=[sentence_id])

    def more(self, sentence_id: str) -> str:
        """What else a member can do with a sentence; nothing behind a link."""
        return reverse("desk:sentence", args=[sentence_id]) if self.at_desk else ""


def desk_door(request: HttpRequest, meeting_id: str) -> Door:
    """For a member of the group that holds the meeting; it does not exist for others."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    meeting = get_meeting(meeting_id, viewer=viewer)
    if not viewer.is_member_of(meeting.group_id):
        raise NotVisibleError(meeting_id)
    return Door(viewer, meeting, at_desk=True)


def link_door(request: HttpRequest) -> Door:
    """For whoever traded a facilitator's link; an account that is signed in beside it changes nothing. Raises ClosedError."""
    viewer = link_viewer(request)
    if viewer is None or viewer.purpose != Purpose.MEETING:
        raise ClosedError
    return Door(viewer, get_meeting(viewer.thing_id, viewer=viewer), at_desk=False)
