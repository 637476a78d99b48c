"""Meetings as calendars and as a feed: one to save, those of a group or of a place to subscribe to.

What can be subscribed to holds public meetings only, whoever asks: a calendar's address is handed on without a thought.
There is no rule of repetition in it: each date is an event of its own, so one that is called off simply is not there.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from smallplaces.core.viewers import ANYBODY
from smallplaces.groups.queries import get_group
from smallplaces.meetings.days import begins, finishes
from smallplaces.meetings.lines import clean
from smallplaces.meetings.queries import MeetingLine, get_meeting, meetings_published
from smallplaces.places.queries import get_place
from smallplaces.web.announcing import possible, when

PRODUCT = "-//Small Places//Meetings//EN"
CALENDAR, ATOM = "text/calendar; charset=utf-8", "application/atom+xml; charset=utf-8"
MADE_UP = "FICTIONAL"
A_DAY, A_YEAR = dt.timedelta(days=1), dt.timedelta(days=366)
MOST_ENTRIES = 50


def facts(meeting: MeetingLine) -> list[str]:
    """What stands under an event: who invites, the way, what makes it possible to come, where to ask."""
    found = [MADE_UP] if meeting.fictional else []
    found.append(f"{meeting.group_name}, {meeting.place_name}")
    if meeting.how_to_get_there:
        found.append(meeting.how_to_get_there)
    found += possible(meeting)
    if meeting.contact:
        found.append(_("Questions: %(contact)s") % {"contact": meeting.contact})
    # XML knows no control characters, and an address that people left may hold one.
    return [clean(one) for one in found]


def event(meeting: MeetingLine, address: str) -> icalendar.Event:
    """One meeting as an event, in its own zone; a whole day where no hour is said."""
    made = icalendar.Event()
    # No host in it: the same meeting stays the same event when its site moves.
    made.add("uid", f"{meeting.id}@smallplaces.invalid")
    made.add("dtstamp", dt.datetime.combine(meeting.made_on, dt.time(), tzinfo=dt.UTC))
    if meeting.starts is None:
        made.add("dtstart", meeting.on)
        made.add("dtend", meeting.on + A_DAY)
    else:
        made.add("dtstart", begins(meeting.on, meeting.starts, meeting.zone))
        if meeting.ends is not None:
            made.add("dtend", finishes(meeting.on, meeting.starts, meeting.ends, meeting.zone))
    made_up = f"{MADE_UP}: " if meeting.fictional else ""
    made.add("summary", made_up + meeting.text, parameters={"LANGUAGE": meeting.lang})
    made.add("location", meeting.where, parameters={"LANGUAGE": meeting.lang})
    made.add("description", "\n".join([*facts(meeting), address]))
    made.add("url", address)
    return made


def calendar(request: HttpRequest, meetings: Sequence[MeetingLine], *, name: str = "") -> HttpResponse:
    """Events with the zones that they are in."""
    made = icalendar.Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    if name:
        made.add("name", name)
        made.add("x-wr-calname", name)
    for zone in sorted({one.zone for one in meetings if one.starts is not None} - {"UTC"}):
        made.add_component(_zone(zone, [one.on for one in meetings if one.zone == zone]))
    for one in meetings:
        made.add_component(event(one, _address(request, one)))
    return HttpResponse(made.to_ical(), content_type=CALENDAR)


def _zone(zone: str, days: Sequence[dt.date]) -> icalendar.Timezone:
    first, last = min(days) - A_YEAR, max(days) + A_YEAR
    return icalendar.Timezone.from_tzinfo(ZoneInfo(zone), zone, first_date=first, last_date=last)


def _address(request: HttpRequest, meeting: MeetingLine) -> str:
    return request.build_absolute_uri(reverse("public:meeting", args=[meeting.id]))


@require_safe
def meeting_ics(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """One meeting to save, for whoever may know of it."""
    line = get_meeting(meeting_id, viewer=request.viewer)  # type: ignore[attr-defined]
    answer = calendar(request, [line])
    answer.headers["Content-Disposition"] = f'attachment; filename="meeting-{line.on}.ics"'
    return answer


@require_safe
def group_ics(request: HttpRequest, slug: str) -> HttpResponse:
    """The public meetings of a group, to subscribe to."""
    group = get_group(slug, viewer=ANYBODY)
    return calendar(request, meetings_published(group_id=group.pk), name=_named(group, group.place))


@require_safe
def place_ics(request: HttpRequest, slug: str) -> HttpResponse:
    """The public meetings of all groups of a place, to subscribe to."""
    place = get_place(slug, viewer=ANYBODY)
    return calendar(request, meetings_published(place_id=place.pk), name=_named(place, place))


def _named(thing: Any, place: Any) -> str:
    return clean(f"{MADE_UP}: {thing.name}" if place.fictional else str(thing.name))


class Feed(Atom1Feed):
    """Atom in which every entry says its own language."""

    def item_attributes(self, item: Any) -> dict[str, Any]:
        """What stands in the tag of an entry."""
        return {**super().item_attributes(item), "xml:lang": item["lang"]}


def unique(thing_id: str) -> str:
    """An id without a host, which stays when the site moves."""
    return uuid.uuid5(uuid.NAMESPACE_OID, thing_id).urn


def feed(request: HttpRequest, thing: Any, place: Any, page: str, meetings: Sequence[MeetingLine]) -> HttpResponse:
    """The latest dates of a calendar as Atom: what was called last stands first."""
    its = _("%(name)s: meetings") % {"name": _named(thing, place)}
    made = Feed(
        title=its,
        link=request.build_absolute_uri(page),
        description="",
        language=get_language() or "en",
        feed_url=request.build_absolute_uri(),
        feed_guid=unique(thing.pk),
    )
    for one in sorted(meetings, key=lambda line: (line.made_on, line.on), reverse=True)[:MOST_ENTRIES]:
        called = dt.datetime.combine(one.made_on, dt.time(), tzinfo=dt.UTC)
        made.add_item(
            title=(f"{MADE_UP}: " if one.fictional else "") + one.text,
            link=_address(request, one),
            description=". ".join([when(one), one.where, *facts(one)]),
            author_name=clean(one.group_name),
            unique_id=unique(one.id),
            pubdate=called,
            updateddate=called,
            lang=one.lang,
        )
    return HttpResponse(made.writeString("utf-8"), content_type=ATOM)


@require_safe
def group_atom(request: HttpRequest, slug: str) -> HttpResponse:
    """The public meetings of a group, for a reader of feeds."""
    group = get_group(slug, viewer=ANYBODY)
    page = reverse("public:group", args=[slug])
    return feed(request, group, group.place, page, meetings_published(group_id=group.pk))


@require_safe
def place_atom(request: HttpRequest, slug: str) -> HttpResponse:
    """The public meetings of a place, for a reader of feeds."""
    place = get_place(slug, viewer=ANYBODY)
    page = reverse("public:place", args=[slug])
    return feed(request, place, place, page, meetings_published(place_id=place.pk))


urlpatterns = [
    path("meetings/<str:meeting_id>.ics", meeting_ics, name="meeting_ics"),
    path("groups/<slug:slug>/meetings.ics", group_ics, name="group_ics"),
    path("groups/<slug:slug>/meetings.atom", group_atom, name="group_atom"),
    path("places/<slug:slug>/meetings.ics", place_ics, name="place_ics"),
    path("places/<slug:slug>/meetings.atom", place_atom, name="place_atom"),
]
