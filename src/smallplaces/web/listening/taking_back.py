"""The page that takes words back, for both entrances."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from smallplaces.core.ends import End, uses_of
from smallplaces.core.viewers import Viewer
from smallplaces.meetings.actions import take_back
from smallplaces.meetings.queries import find_sentence, get_sentence, photos_of_meeting
from smallplaces.reports.tellings import editions_visible_to
from smallplaces.thread.walk import where_to
from smallplaces.web.listening.door import Door
from smallplaces.web.quoting import quoted


def beyond(ends: Iterable[End], door: Door) -> list[str]:
    """One sentence for each copy that was handed over.

    To whom another group handed what it keeps to itself is that group's; that it did is told to those who spoke.
    A link opens one meeting: to whom the group handed its reports is not the link's to read.
    """
    if not door.at_desk:
        return []
    left = [end for end in ends if end.out_of_reach]
    hidden = _out_of_sight(left, door.viewer)
    copies = sorted({end.out_of_reach for end in left if end.thing_id not in hidden})
    told = [_("This cannot be called back: %(copy)s") % {"copy": copy} for copy in copies]
    if hidden:
        told.append(_("Another group handed a copy over. It cannot be called back; ask the groups of this place."))
    return told


def _out_of_sight(ends: Iterable[End], viewer: Viewer) -> frozenset[str]:
    """The editions among these that do not exist for the viewer. At most one query."""
    ids = {end.thing_id for end in ends if end.kind == "edition"}
    seen = editions_visible_to(viewer).filter(pk__in=ids).values_list("pk", flat=True) if ids else ()
    return frozenset(ids.difference(seen))


def take_back_page(request: HttpRequest, door: Door, sentence_id: str) -> HttpResponse:
    """Asks once more and says where the words went; then takes them back and says what is out of reach.

    Records that the viewer may not see lose the words too and are not told of. The answer to the button is the page
    itself: pressing again, or loading it again, changes nothing.
    """
    line = get_sentence(sentence_id, viewer=door.viewer)
    context = {
        "door": door,
        "meeting": door.meeting,
        "fictional": line.fictional,
        "done": line.taken_back,
        "reached": where_to("sentence", sentence_id, viewer=door.viewer),
        "sentence": quoted(line, room=False),
        "photographs": len(photos_of_meeting(door.meeting.id, viewer=door.viewer)),
        "stays": beyond(uses_of("sentence", [sentence_id]), door),
    }
    if request.method == "POST":
        left = take_back(find_sentence(sentence_id, viewer=door.viewer), by=door.viewer)
        context |= {"done": True, "stays": beyond(left, door) or context["stays"]}
    return render(request, "listening/take_back.html", context)
