"""A meeting to pass on: a flyer to print, and a message for any messenger."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_safe

from smallplaces.meetings.queries import MeetingLine, get_meeting
from smallplaces.web.announcing import in_plain_words, languages, possible, when
from smallplaces.web.squares import square

# More words than these go round on one sheet in smaller letters only.
FITS_LARGE = 450


def address_of(request: HttpRequest, meeting: MeetingLine) -> str:
    """The whole address of a meeting's page."""
    return request.build_absolute_uri(reverse("public:meeting", args=[meeting.id]))


@require_safe
def meeting_flyer(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """One page for a door or a counter. The square leads to the meeting's page, where everybody may see that."""
    line = get_meeting(meeting_id, viewer=request.viewer)  # type: ignore[attr-defined]
    address = address_of(request, line)
    large = sum(map(len, (line.text, line.where, line.how_to_get_there, line.contact))) <= FITS_LARGE
    context = {
        "meeting": line,
        "fictional": line.fictional,
        "large": large,
        "when": when(line),
        "languages": languages(line),
        "possible": possible(line)[1:],
        "square": square(address, scale=4 if large else 3) if line.is_public else "",
        "address": address if line.is_public else "",
    }
    return render(request, "public/meeting_flyer.html", context)


@require_safe
def meeting_message(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """The invitation in plain words, ready to copy."""
    line = get_meeting(meeting_id, viewer=request.viewer)  # type: ignore[attr-defined]
    words = _message(request, line)
    rows = words.count("\n") + len(words) // 40 + 1
    context = {"meeting": line, "fictional": line.fictional, "words": words, "rows": rows}
    return render(request, "public/meeting_message.html", context)


@require_safe
def meeting_message_file(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """The same as a text file."""
    line = get_meeting(meeting_id, viewer=request.viewer)  # type: ignore[attr-defined]
    return HttpResponse(_message(request, line) + "\n", content_type="text/plain; charset=utf-8")


def _message(request: HttpRequest, line: MeetingLine) -> str:
    return in_plain_words(line, address_of(request, line) if line.is_public else "")


urlpatterns = [
    path("meetings/<str:meeting_id>/flyer/", meeting_flyer, name="meeting_flyer"),
    path("meetings/<str:meeting_id>/message/", meeting_message, name="meeting_message"),
    path("meetings/<str:meeting_id>/message.txt", meeting_message_file, name="meeting_message_file"),
]
