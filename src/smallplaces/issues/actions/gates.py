"""What several actions on issues ask before they write."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from smallplaces.core.clock import today
from smallplaces.core.consent import permitted
from smallplaces.core.enums import Use
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.models import Group
from smallplaces.issues.models import Issue
from smallplaces.issues.policies import may_take_up, may_work_on_issue
from smallplaces.meetings.models import Sentence


def require_work(issue: Issue, by: Viewer) -> None:
    """Stops everybody who is not of the issue's group."""
    require(may_work_on_issue(by, issue), _("Only people of the group that works on this can change it."))


def live_sentences(group: Group, sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences as they are now. Raises RefusedError for one that was taken back or that is another group's own.

    At most two queries. Read again here, so that words taken back a moment ago are not copied.
    """
    ids = [one.pk for one in sentences]
    if not ids:
        return []
    rows = Sentence.objects.select_related("room__meeting").in_bulk(ids)
    found = [rows[one] for one in dict.fromkeys(ids) if one in rows]
    if len(found) < len(set(ids)) or any(not one.text for one in found):
        raise RefusedError(
            _("One of these sentences was taken back. Choose again; nothing was kept."), field="sentences"
        )
    others = [one.pk for one in found if one.room.meeting.group_id != group.pk]
    if not all(may_take_up(group.pk, one) for one in found) or not_for_quoting(others, group.place.zone):
        raise RefusedError(
            _("One of these sentences belongs to another group and is not public. Ask them first; nothing was kept."),
            field="sentences",
        )
    return found


def not_for_quoting(ids: Sequence[str], zone: str) -> set[str]:
    """Those of these sentences that may not be quoted in public today. One query."""
    return set(ids) - permitted("sentence", ids, Use.QUOTED, today(zone))
