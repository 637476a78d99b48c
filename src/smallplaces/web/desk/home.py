"""Our work: what needs us today?"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from smallplaces.core.viewers import Viewer
from smallplaces.groups.pages import GroupLine, own_groups
from smallplaces.issues.lines import IssueLine
from smallplaces.issues.queries import issues_of_group
from smallplaces.meetings.queries import MeetingLine, last_held, next_meetings
from smallplaces.web.desk.needs import needs
from smallplaces.web.desk.shared import shared_with_us
from smallplaces.web.desk.signed_in import member_required


@dataclass(frozen=True)
class GroupWork:
    """What one of the viewer's groups has in hand."""

    group: GroupLine
    meetings: list[MeetingLine]
    held: list[MeetingLine]
    issues: list[IssueLine]


def in_hand(viewer: Viewer) -> list[GroupWork]:
    """The viewer's groups, each with its next and its latest meetings, and its issues."""
    return [
        GroupWork(
            group=group,
            meetings=next_meetings(viewer=viewer, group_id=group.id, most=3),
            held=last_held(group.id, viewer=viewer),
            issues=issues_of_group(group.id, viewer=viewer),
        )
        for group in own_groups(viewer)
    ]


@require_safe
@member_required
def home(request: HttpRequest) -> HttpResponse:
    """Sentences about what waits, then each group with what it has in hand."""
    viewer = request.viewer  # type: ignore[attr-defined]
    work = in_hand(viewer)
    context = {
        "needs": needs(viewer),
        "work": work,
        "shared": shared_with_us(viewer),
        "fictional": any(one.group.fictional for one in work),
    }
    return render(request, "desk/home.html", context)


urlpatterns = [path("", home, name="home")]
