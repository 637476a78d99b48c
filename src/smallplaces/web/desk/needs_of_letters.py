"""What waits in a group's letters: messages without an answer, and letters that a person has to look at."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from smallplaces.core.viewers import Viewer
from smallplaces.letters.queries import letters_stuck, messages_waiting
from smallplaces.web.desk.need import Need, shortened


def messages_to_answer(viewer: Viewer) -> list[Need]:
    """How many messages wait in each group."""
    return [
        Need(
            ngettext(
                "%(count)d message to %(group)s waits for an answer.",
                "%(count)d messages to %(group)s wait for an answer.",
                one.messages,
            )
            % {"count": one.messages, "group": one.name},
            "group",
            one.group_id,
            reverse("desk:messages", args=[one.slug]),
        )
        for one in messages_waiting(viewer)
        if one.messages
    ]


def letters_to_look_at(viewer: Viewer) -> list[Need]:
    """Letters that stopped on the way, or of which nobody knows for some addresses."""
    unsure = _("For some addresses we do not know whether “%(what)s” went out.")
    stopped = _("The letter “%(what)s” stopped on the way.")
    return [
        Need(
            (unsure if one.unsure else stopped) % {"what": shortened(one.subject)},
            "letter",
            one.id,
            reverse("desk:letter", args=[one.id]),
        )
        for one in letters_stuck(viewer)
    ]
