"""What waits in a group's own affairs: decisions to look at again, and groups that ask to join an alliance."""

from __future__ import annotations

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from smallplaces.core.viewers import Viewer
from smallplaces.groups.alliances import asking_at_alliances
from smallplaces.groups.decided import decisions_due
from smallplaces.groups.pages import own_groups
from smallplaces.groups.queries import AT_WORK
from smallplaces.meetings.queries import last_meetings
from smallplaces.steps.queries import steps_late
from smallplaces.thread.quiet import quiet_groups
from smallplaces.web.desk.need import Need, shortened

FIRST_PLAN = "first-meeting"


def decisions_to_look_at(viewer: Viewer) -> list[Need]:
    """Decisions whose day has come to be looked at again."""
    words = _("%(group)s wanted to look again, on %(day)s, at: “%(what)s”.")
    return [
        Need(
            words % {"group": one.group.name, "day": date_format(one.review_on, "j F Y"), "what": shortened(one.text)},
            "decision",
            one.pk,
            reverse("public:decision", args=[one.pk]),
        )
        for one in decisions_due(viewer)
        if one.review_on
    ]


def asked_to_join(viewer: Viewer) -> list[Need]:
    """Groups that ask to join an alliance, for its holders."""
    words = _("%(group)s asks to join %(alliance)s.")
    return [
        Need(
            words % {"group": one.group.name if one.group else one.name, "alliance": one.alliance.name},
            "group",
            one.pk,
            reverse("desk:alliance", args=[one.alliance.slug]),
        )
        for one in asking_at_alliances(viewer)
    ]


def first_meetings(viewer: Viewer) -> list[Need]:
    """Groups of the viewer that have not met yet: where to begin, with a plan for that evening."""
    groups = own_groups(viewer)
    met = last_meetings(one.id for one in groups)
    words = _("%(group)s has not met yet. Call its first meeting; a plan for the evening is ready.")
    return [
        Need(
            words % {"group": one.name},
            "group",
            one.id,
            f"{reverse('desk:meeting_call')}?group={one.id}&plan={FIRST_PLAN}",
        )
        for one in groups
        if one.id not in met and one.state in AT_WORK
    ]


def gone_quiet(viewer: Viewer) -> list[Need]:
    """Groups of the viewer in which nothing was done for ninety days."""
    words = _("We, %(group)s, have been quiet since %(day)s. Call a meeting, or hand over.")
    return [
        Need(
            words % {"group": one.name, "day": date_format(one.since, "j F Y")},
            "group",
            one.id,
            reverse("desk:hand_over", args=[one.slug]),
        )
        for one in quiet_groups(viewer)
    ]


def steps_past_their_day(viewer: Viewer) -> list[Need]:
    """Open steps whose day has passed: one sentence a group, however many there are."""
    found = []
    late = steps_late(viewer)
    for group_id in dict.fromkeys(one.group_id for one in late):
        its = [one for one in late if one.group_id == group_id]
        if len(its) == 1:
            words = _("%(who)s: “%(what)s” is past its day.")
            sentence = words % {"who": its[0].who, "what": shortened(its[0].text)}
            found.append(Need(sentence, "step", its[0].id, reverse("desk:step", args=[its[0].id])))
        else:
            words = _("%(group)s has %(count)d steps that are past their day.")
            sentence = words % {"group": its[0].group_name, "count": len(its)}
            found.append(Need(sentence, "group", group_id, reverse("desk:group_steps", args=[its[0].group_slug])))
    return found
