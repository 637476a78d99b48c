"""What waits in a group's own affairs: decisions to look at again, and groups that ask to join an alliance."""

from __future__ import annotations

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from smallplaces.core.viewers import Viewer
from smallplaces.groups.alliances import asking_at_alliances
from smallplaces.groups.decided import decisions_due
from smallplaces.web.desk.need import Need, shortened


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
