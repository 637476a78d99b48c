"""The page that takes words back, for both entrances."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from smallplaces.core.ends import End, uses_of
from smallplaces.meetings.actions import take_back
from smallplaces.meetings.queries import find_sentence, get_sentence
from smallplaces.web.listening.door import Door
from smallplaces.web.quoting import quoted


def in_words(kind: str, count: int) -> str:
    """How many records of a kind words reached."""
    words = {
        "issue": ngettext("%(count)s issue", "%(count)s issues", count),
        "cause": ngettext("%(count)s box of a tree", "%(count)s boxes of a tree", count),
        "demand": ngettext("%(count)s demand", "%(count)s demands", count),
        "paragraph": ngettext("%(count)s paragraph of a report", "%(count)s paragraphs of a report", count),
        "citation": ngettext("%(count)s note in a report", "%(count)s notes in a report", count),
        "edition": ngettext("%(count)s finished report", "%(count)s finished reports", count),
    }
    return words.get(kind, ngettext("%(count)s other record", "%(count)s other records", count)) % {"count": count}


def reached(ends: Iterable[End]) -> list[str]:
    """The places that words reached, counted by kind: enough to decide, and no look into a record."""
    things = Counter(kind for kind, _thing in sorted({(end.kind, end.thing_id) for end in ends}))
    return [in_words(kind, count) for kind, count in things.items()]


def beyond(ends: Iterable[End]) -> list[str]:
    """One sentence for each copy that was handed over."""
    copies = sorted({end.out_of_reach for end in ends if end.out_of_reach})
    return [_("This cannot be called back: %(copy)s") % {"copy": copy} for copy in copies]


def take_back_page(request: HttpRequest, door: Door, sentence_id: str) -> HttpResponse:
    """Asks once more and says where the words went; then takes them back and says what is out of reach."""
    line = get_sentence(sentence_id, viewer=door.viewer)
    ends = uses_of("sentence", [sentence_id])
    context = {
        "door": door,
        "meeting": door.meeting,
        "fictional": line.fictional,
        "done": line.taken_back,
        # A link opens one meeting: what the group made of its words is not the link's to read.
        "reached": reached(ends) if door.at_desk else [],
        "stays": beyond(ends) if door.at_desk else [],
    }
    if request.method == "POST":
        left = take_back(find_sentence(sentence_id, viewer=door.viewer), by=door.viewer)
        context |= {"done": True, "stays": beyond(left)}
    else:
        context["sentence"] = quoted(line, room=False)
    return render(request, "listening/take_back.html", context)
