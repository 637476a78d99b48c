"""Photographs of the wall, for members of the group: the same pages as behind a facilitator's link."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.listening.door import desk_door
from smallplaces.web.listening.photos import in_memory, photo_page, photo_remove_page, photos_page


@in_memory
@member_required
@require_http_methods(["GET", "HEAD", "POST"])
def photos(request: HttpRequest, meeting_id: str, *, too_long: bool = False) -> HttpResponse:
    """The photographs of a meeting, and one more."""
    return photos_page(request, desk_door(request, meeting_id), too_long=too_long)


@member_required
@require_safe
def photo(request: HttpRequest, meeting_id: str, photo_id: str) -> HttpResponse:
    """One picture."""
    return photo_page(desk_door(request, meeting_id), photo_id)


@member_required
@require_POST
def photo_remove(request: HttpRequest, meeting_id: str, photo_id: str) -> HttpResponse:
    """Removes one."""
    return photo_remove_page(request, desk_door(request, meeting_id), photo_id)


urlpatterns = [
    path("meetings/<str:meeting_id>/photos/", photos, name="photos"),
    path("meetings/<str:meeting_id>/photos/<str:photo_id>/", photo, name="photo"),
    path("meetings/<str:meeting_id>/photos/<str:photo_id>/remove/", photo_remove, name="photo_remove"),
]
