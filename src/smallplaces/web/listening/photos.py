"""Photographs of the wall, for both entrances. What is sent stays in memory until it is written anew."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.meetings.actions import add_photo, check_photo_size, remove_photo
from smallplaces.meetings.queries import find_meeting, find_photo, photos_of_meeting, picture_of
from smallplaces.web.forms import refuse
from smallplaces.web.listening.door import Door
from smallplaces.web.listening.forms import CleanField

PICTURES = "image/jpeg,image/png,image/webp,image/heic,image/heif"
WORDS_BESIDE = 100_000  # bytes of a form beside its picture
View = Callable[..., HttpResponseBase]


class PhotoForm(forms.Form):
    """One photograph."""

    picture = forms.FileField(
        label=gettext_lazy("A photograph of the wall"),
        widget=forms.FileInput(attrs={"accept": PICTURES}),
        allow_empty_file=True,
        help_text=gettext_lazy("JPEG, PNG, WebP or HEIC, at most 10 MB."),
    )
    caption = CleanField(
        required=False,
        label=gettext_lazy("What is on it?"),
        help_text=gettext_lazy("For whoever cannot see it. No names."),
    )
    faces_looked_at = forms.BooleanField(
        label=gettext_lazy("Nobody can be known in it, or everybody in it said yes"),
        error_messages={
            "required": gettext_lazy(
                "Look at the faces first. If somebody can be known who did not say yes, photograph the wall alone."
            )
        },
    )
    field_order = ["picture", "faces_looked_at", "caption"]

    def clean_picture(self) -> Any:
        """Refuses what is too long before it is read."""
        picture = self.cleaned_data["picture"]
        try:
            check_photo_size(picture.size)
        except RefusedError as refusal:
            raise forms.ValidationError(refusal.sentence) from refusal
        return picture


class _InMemory(MemoryFileUploadHandler):
    """Keeps what is sent in memory, whatever its size: `in_memory` has looked at that."""

    def handle_raw_input(self, *_about: Any, **_more: Any) -> None:
        self.activated = True


def in_memory(view: View) -> View:
    """Outermost. Django writes a file of more than 1 MB to the disk while the form is checked; a photograph must not be.

    A form that is longer than any picture is not read at all: the view gets `too_long`, and nothing is written.
    """
    checked = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        sent = request.META.get("CONTENT_LENGTH") or "0"
        try:
            check_photo_size(int(sent) - WORDS_BESIDE)
        except (RefusedError, ValueError):
            return view(request, *args, too_long=True, **kwargs)
        request.upload_handlers = [_InMemory(request)]
        return checked(request, *args, **kwargs)

    return inner


def photos_page(request: HttpRequest, door: Door, *, too_long: bool = False) -> HttpResponse:
    """The photographs of a meeting, and one more."""
    form = PhotoForm()
    try:
        if too_long:
            check_photo_size(10**9)
        if request.method == "POST":
            form = PhotoForm(request.POST, request.FILES)
            if form.is_valid():
                _add(form, door)
                messages.success(request, _("The photograph is kept. Where and with what it was taken is not in it."))
                return redirect(door.photos)
    except RefusedError as refusal:
        refuse(form, refusal)
    context = {
        "door": door,
        "meeting": door.meeting,
        "photos": [(one, *door.photo(one.id)) for one in photos_of_meeting(door.meeting.id, viewer=door.viewer)],
        "form": form,
        "fictional": door.meeting.fictional,
    }
    return render(request, "listening/photos.html", context, status=422 if form.errors else 200)


def _add(form: PhotoForm, door: Door) -> None:
    facts = form.cleaned_data
    add_photo(
        find_meeting(door.meeting.id, viewer=door.viewer),
        picture=facts["picture"].read(),
        caption=facts["caption"],
        faces_looked_at=facts["faces_looked_at"],
        lang=door.meeting.room_lang,
        by=door.viewer,
    )


def photo_page(door: Door, photo_id: str) -> HttpResponse:
    """The picture itself, inside this page or alone; it can do nothing there. Raises NotVisibleError."""
    _of_this_meeting(door, photo_id)
    response = HttpResponse(picture_of(photo_id, viewer=door.viewer), content_type="image/jpeg")
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Disposition"] = "inline; filename=wall.jpg"
    return response


def photo_remove_page(request: HttpRequest, door: Door, photo_id: str) -> HttpResponse:
    """Removes one, with its bytes."""
    _of_this_meeting(door, photo_id)
    remove_photo(find_photo(photo_id, viewer=door.viewer), by=door.viewer)
    messages.success(request, _("The photograph is gone, also from the disk."))
    return redirect(door.photos)


def _of_this_meeting(door: Door, photo_id: str) -> None:
    if find_photo(photo_id, viewer=door.viewer).meeting_id != door.meeting.id:
        raise NotVisibleError(photo_id)
