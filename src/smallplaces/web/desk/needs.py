"""What needs us today, one sentence each. Each source asks one app's queries with the viewer."""

from __future__ import annotations

from collections.abc import Callable

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from smallplaces.commitments.queries import acts_waiting, promises_past_due, promises_waiting, signers_waiting
from smallplaces.core.clock import today
from smallplaces.core.viewers import Viewer
from smallplaces.groups.enums import GroupState
from smallplaces.groups.pages import own_groups, waiting_groups
from smallplaces.meetings.queries import rooms_not_read_back
from smallplaces.places.queries import (
    bodies_waiting,
    claims_waiting,
    corrections_waiting,
    milestones_waiting,
    places_waiting,
)
from smallplaces.web.desk.need import Need, shortened
from smallplaces.web.desk.needs_of_groups import (
    asked_to_join,
    decisions_to_look_at,
    first_meetings,
    gone_quiet,
    steps_past_their_day,
)
from smallplaces.web.desk.needs_of_letters import letters_to_look_at, messages_to_answer
from smallplaces.web.desk.needs_of_norms import new_versions


def groups_on_their_way(viewer: Viewer) -> list[Need]:
    """Groups that cannot publish yet, because a second holder is missing."""
    words = _("%(group)s waits for a second holder before it can publish anything.")
    return [
        Need(words % {"group": group.name}, "group", group.id, reverse("desk:group", args=[group.slug]))
        for group in own_groups(viewer)
        if group.state == GroupState.OPENING
    ]


def asked_of_stewards(viewer: Viewer) -> list[Need]:
    """Groups and places that wait for a steward; nothing for others."""
    url = reverse("desk:steward")
    groups = _("%(group)s, in %(place)s, asks to begin.")
    places = _("%(place)s waits to be looked at.")
    return [
        *(
            Need(
                groups % {"group": group.name, "place": group.place_name}, "group", group.id, f"{url}#group-{group.id}"
            )
            for group in waiting_groups(viewer)
        ),
        *(
            Need(places % {"place": place.name}, "place", place.pk, f"{url}#place-{place.pk}")
            for place in places_waiting(viewer)
        ),
    ]


def promises_past(viewer: Viewer) -> list[Need]:
    """Promises whose day has passed without a word from whoever owes them."""
    return [
        Need(
            ngettext(
                "%(who)s promised “%(what)s”: %(days)d day past its date.",
                "%(who)s promised “%(what)s”: %(days)d days past its date.",
                one.days_past,
            )
            % {"who": one.who.name, "what": shortened(one.text), "days": one.days_past},
            "promise",
            one.id,
            reverse("desk:promise", args=[one.id]),
        )
        for one in promises_past_due(viewer)
    ]


def rooms_to_read_to(viewer: Viewer) -> list[Need]:
    """Rooms of the viewer's groups that spoke and have heard nothing back: one sentence a group, however many."""
    one_room = _("%(room)s spoke on %(day)s and has heard nothing back.")
    many = _("%(count)d rooms of %(group)s spoke and have heard nothing back.")
    found = []
    for group in own_groups(viewer):
        # On the evening itself nobody has been kept waiting.
        rooms = [room for room in rooms_not_read_back(group.id, viewer=viewer) if room.on < today()]
        if len(rooms) == 1:
            words = one_room % {"room": rooms[0].name, "day": date_format(rooms[0].on, "j F")}
            url = reverse("desk:readback", args=[rooms[0].meeting_id])
            found.append(Need(words, "room", rooms[0].id, url))
        elif rooms:
            words = many % {"count": len(rooms), "group": group.name}
            found.append(Need(words, "group", group.id, reverse("desk:outgoing", args=[group.slug])))
    return found


def names_waiting(viewer: Viewer) -> list[Need]:
    """Names that people set under a demand or a text, and that somebody of the group must look at."""
    return [
        Need(
            ngettext("%(count)d name waits under “%(what)s”.", "%(count)d names wait under “%(what)s”.", int(one.label))
            % {"count": int(one.label), "what": shortened(one.text)},
            one.kind,
            one.id,
            reverse(f"desk:{one.kind}", args=[one.id]),
        )
        for one in signers_waiting(viewer)
    ]


def proposed_here(viewer: Viewer) -> list[Need]:
    """Texts and promises that somebody proposed for the viewer's places, all behind one page."""
    count = len(acts_waiting(viewer)) + len(promises_waiting(viewer))
    if not count:
        return []
    sentence = ngettext(
        "%(count)d proposed text or promise waits for someone who knows the place.",
        "%(count)d proposed texts and promises wait for someone who knows the place.",
        count,
    )
    return [Need(sentence % {"count": count}, "proposal", "", reverse("desk:proposed"))]


def told_about_places(viewer: Viewer) -> list[Need]:
    """Public bodies and facts that somebody told about a place, each behind that place's page."""
    body = _("“%(what)s” is named as one who must act in %(place)s, and waits for someone who knows the place.")
    fact = _("A fact about %(place)s waits for someone who knows it: “%(what)s”.")
    waiting = [(body, one.name, one.place, f"#body-{one.pk}", one.pk) for one in bodies_waiting(viewer)]
    waiting += [(fact, one.text, one.place, f"#claim-{one.pk}", one.pk) for one in claims_waiting(viewer)]
    return [
        Need(
            words % {"what": shortened(what), "place": place.name},
            "place",
            pk,
            reverse("desk:place", args=[place.slug]) + mark,
        )
        for words, what, place, mark, pk in waiting
    ]


def said_to_be_wrong(viewer: Viewer) -> list[Need]:
    """Corrections and days of a history that somebody proposed, each behind its place's page or the stewards'."""
    wrong = _("Somebody says what “%(what)s” should say instead.")
    day = _("A day in the history of %(place)s waits for somebody who knows it: “%(what)s”.")
    found = [
        Need(
            wrong % {"what": shortened(one.title)},
            "correction",
            one.id,
            f"{_about(one.place_slug)}#correction-{one.id}",
        )
        for one in corrections_waiting(viewer)
    ]
    found += [
        Need(
            day % {"what": shortened(one.title), "place": one.place_name},
            "milestone",
            one.id,
            f"{_about(one.place_slug)}#milestone-{one.id}",
        )
        for one in milestones_waiting(viewer)
    ]
    return found


def _about(place_slug: str) -> str:
    return reverse("desk:place", args=[place_slug]) if place_slug else reverse("desk:steward")


# In the order in which the desk shows them.
SOURCES: list[Callable[[Viewer], list[Need]]] = [
    promises_past,
    messages_to_answer,
    letters_to_look_at,
    steps_past_their_day,
    rooms_to_read_to,
    names_waiting,
    told_about_places,
    said_to_be_wrong,
    proposed_here,
    decisions_to_look_at,
    asked_to_join,
    new_versions,
    first_meetings,
    gone_quiet,
    groups_on_their_way,
    asked_of_stewards,
]


def needs(viewer: Viewer) -> list[Need]:
    """Everything that waits for this viewer."""
    return [need for source in SOURCES for need in source(viewer)]
