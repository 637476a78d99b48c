"""The page that takes words back, for both entrances."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from smallplaces.core.ends import End, uses_of
from smallplaces.meetings.actions import take_back
from smallplaces.meetings.queries import find_sentence, get_sentence
from smallplaces.thread.walk import where_to
from smallplaces.web.listening.door import Door
from smallplaces.web.quoting import quoted


def beyond(ends: Iterable[End]) -> list[str]:
    """One sentence for each copy that was handed over."""
    copies = sorted({end.out_of_reach for end in ends if end.out_of_reach})
    return [_("This cannot be called back: %(copy)s") % {"copy": copy} for copy in copies]


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
        # A link opens one meeting: to whom the group handed its reports is not the link's to read.
        "stays": beyond(uses_of("sentence", [sentence_id])) if door.at_desk else [],
    }
    if request.method == "POST":
        left = take_back(find_sentence(sentence_id, viewer=door.viewer), by=door.viewer)
        context |= {"done": True, "stays": beyond(left) or context["stays"]}
    return render(request, "listening/take_back.html", context)
