"""The facilitator's entrance: one link, one meeting, no account."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from smallplaces.core.enums import Purpose
from smallplaces.core.links import link_for
from smallplaces.core.refusals import NotVisibleError
from smallplaces.meetings.queries import get_sentence
from smallplaces.web.doors import give_cookie
from smallplaces.web.listening.correcting import correct_page
from smallplaces.web.listening.door import ClosedError, Door, link_door
from smallplaces.web.listening.first_door import sheet_page
from smallplaces.web.listening.kit import kit_page
from smallplaces.web.listening.photos import in_memory, photo_page, photo_remove_page, photos_page
from smallplaces.web.listening.readback_sheet import readback_sheet_page
from smallplaces.web.listening.rooms import heads_page, inside_page, readback_page, said_page
from smallplaces.web.listening.taking_back import take_back_page
from smallplaces.web.visitors import slow_down

TRIES_AN_HOUR = 60
HOME = "listening/meeting.html"
Inside = Callable[..., HttpResponse]


def with_link(view: Inside) -> Callable[..., HttpResponse]:
    """Hands the view its door; without a cookie a page says how to come back, and that typed words are still there."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            door = link_door(request)
        except ClosedError:
            words = "" if kwargs.get("too_long") else _typed(request)
            typed = {"typed": request.method == "POST", "words": words}
            return render(request, "listening/closed.html", typed, status=403)
        return view(request, door, *args, **kwargs)

    return inner


def _typed(request: HttpRequest) -> str:
    """What was just sent to a door that closed meanwhile: back to whoever typed it, kept nowhere."""
    words = (str(value).strip() for name, value in request.POST.items() if name.endswith(("text", "paste", "caption")))
    return "\n".join(one for one in words if one)


@require_http_methods(["GET", "HEAD", "POST"])
def meeting_door(request: HttpRequest, key: str) -> HttpResponse:
    """A look shows one button and spends nothing; the button trades the link for a cookie of some hours."""
    slow_down(request, "meeting", most=TRIES_AN_HOUR)
    try:
        link = link_for(key, Purpose.MEETING)
    except NotVisibleError:
        return render(request, "listening/closed.html", {"typed": False}, status=404)
    if request.method == "POST":
        return give_cookie(redirect("listening:meeting"), link, secure=settings.SECURE)
    return render(request, "listening/door.html")


@require_safe
@with_link
def meeting(request: HttpRequest, door: Door) -> HttpResponse:
    """The meeting: what to do, and what was said so far."""
    return inside_page(request, door, HOME)


@require_http_methods(["GET", "HEAD", "POST"])
@with_link
def sentences(request: HttpRequest, door: Door) -> HttpResponse:
    """The sheet of lines."""
    return sheet_page(request, door)


@require_safe
@with_link
def kit(request: HttpRequest, door: Door) -> HttpResponse:
    """The sheets to print before the meeting."""
    return kit_page(request, door)


@require_safe
@with_link
def said(request: HttpRequest, door: Door) -> HttpResponse:
    """What the room said, for the wall."""
    return said_page(request, door)


@require_POST
@with_link
def heads(request: HttpRequest, door: Door) -> HttpResponse:
    """The head count."""
    return heads_page(request, door, HOME)


@require_http_methods(["GET", "HEAD", "POST"])
@with_link
def readback(request: HttpRequest, door: Door) -> HttpResponse:
    """The record of a read-back."""
    return readback_page(request, door)


@in_memory
@require_http_methods(["GET", "HEAD", "POST"])
@with_link
def photos(request: HttpRequest, door: Door, *, too_long: bool = False) -> HttpResponse:
    """The photographs of the wall, and one more."""
    return photos_page(request, door, too_long=too_long)


@require_safe
@with_link
def photo(request: HttpRequest, door: Door, photo_id: str) -> HttpResponse:  # noqa: ARG001
    """One picture."""
    return photo_page(door, photo_id)


@require_POST
@with_link
def photo_remove(request: HttpRequest, door: Door, photo_id: str) -> HttpResponse:
    """Removes one picture."""
    return photo_remove_page(request, door, photo_id)


@require_safe
@with_link
def readback_sheet(request: HttpRequest, door: Door) -> HttpResponse:
    """The sheet to take back to the room."""
    return readback_sheet_page(request, door)


@require_http_methods(["GET", "HEAD", "POST"])
@with_link
def take_back(request: HttpRequest, door: Door, sentence_id: str) -> HttpResponse:
    """One sentence goes back to whoever said it."""
    line = get_sentence(sentence_id, viewer=door.viewer)
    if line.meeting_id != door.meeting.id:
        raise NotVisibleError(sentence_id)
    return take_back_page(request, door, sentence_id)


@require_http_methods(["GET", "HEAD", "POST"])
@with_link
def correct(request: HttpRequest, door: Door, sentence_id: str) -> HttpResponse:
    """One sentence as it should have been typed."""
    if get_sentence(sentence_id, viewer=door.viewer).meeting_id != door.meeting.id:
        raise NotVisibleError(sentence_id)
    return correct_page(request, door, sentence_id)


urlpatterns = [
    path("", meeting, name="meeting"),
    path("sentences/", sentences, name="sentences"),
    path("kit/", kit, name="kit"),
    path("said/", said, name="said"),
    path("heads/", heads, name="heads"),
    path("read-back/", readback, name="readback"),
    path("read-back/sheet/", readback_sheet, name="readback_sheet"),
    path("photos/", photos, name="photos"),
    path("photos/<str:photo_id>/", photo, name="photo"),
    path("photos/<str:photo_id>/remove/", photo_remove, name="photo_remove"),
    path("take-back/<str:sentence_id>/", take_back, name="take_back"),
    path("correct/<str:sentence_id>/", correct, name="correct"),
    path("<str:key>/", meeting_door, name="meeting_door"),
]
