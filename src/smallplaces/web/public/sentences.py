"""What a room said, and one sentence of it, as whoever looks may read it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from smallplaces.meetings.queries import get_sentence, room_page
from smallplaces.thread.walk import both
from smallplaces.web.pages import page
from smallplaces.web.quoting import quoted


@require_safe
def room(request: HttpRequest, room_id: str) -> HttpResponse:
    """What the room said: without what is ours and without numbers that it did not release, unless the reader is inside."""
    data = room_page(room_id, viewer=request.viewer)  # type: ignore[attr-defined]
    said = [(one.tells, quoted(one, room=False, kind=False)) for one in data.sentences]
    return page(
        request,
        data,
        "public/room.html",
        walked=both("room", room_id, viewer=request.viewer),  # type: ignore[attr-defined]
        how_it_is=[one for tells, one in said if tells == "how_it_is"],
        what_we_want=[one for tells, one in said if tells == "what_we_want"],
    )


@require_safe
def sentence(request: HttpRequest, sentence_id: str) -> HttpResponse:
    """One sentence with where it came from. Taken back, its page is gone for everybody: nothing is left to read."""
    data = get_sentence(sentence_id, viewer=request.viewer)  # type: ignore[attr-defined]
    if data.taken_back:
        raise Http404
    walked = both("sentence", sentence_id, viewer=request.viewer)  # type: ignore[attr-defined]
    return page(request, data, "public/sentence.html", sentence=quoted(data), walked=walked)


urlpatterns = [
    path("rooms/<str:room_id>/", room, name="room"),
    path("sentences/<str:sentence_id>/", sentence, name="sentence"),
]
