"""One-time links at the door: a GET shows one button and spends nothing; the POST trades the key for a short cookie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from smallplaces.core.links import link_by_id
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer

if TYPE_CHECKING:
    from smallplaces.core.models import OneTimeLink

SALT = "smallplaces.web.doors"
HOURS = 12
COOKIE = "door"


def give_cookie(response: HttpResponse, link: OneTimeLink, *, secure: bool) -> HttpResponse:
    """A signed cookie bound to one link's purpose. It lives for some hours; the link can end it sooner."""
    response.set_cookie(
        f"__Host-{COOKIE}" if secure else COOKIE,
        signing.dumps({"id": link.pk, "purpose": link.purpose}, salt=SALT),
        max_age=HOURS * 3600,
        httponly=True,
        secure=secure,
        samesite="Strict",
        path="/",
    )
    return response


def drop_cookie(response: HttpResponse) -> HttpResponse:
    """Ends what a link opened, once it has done what it was for."""
    response.delete_cookie(COOKIE, path="/", samesite="Strict")
    if settings.SECURE:
        # A browser takes a cookie of this name back only from an answer that is as strict as the first one.
        response.set_cookie(f"__Host-{COOKIE}", "", max_age=0, httponly=True, secure=True, samesite="Strict", path="/")
    return response


def link_in_cookie(request: HttpRequest) -> OneTimeLink | None:
    """The link behind a door cookie, if it still stands; it may be spent. One query where there is a cookie."""
    cookie = request.COOKIES.get(f"__Host-{COOKIE}") or request.COOKIES.get(COOKIE)
    if not cookie:
        return None
    try:
        kept = signing.loads(cookie, salt=SALT, max_age=HOURS * 3600)
        return link_by_id(kept["id"], kept["purpose"])
    except (signing.BadSignature, NotVisibleError, KeyError, TypeError):
        return None


def link_viewer(request: HttpRequest) -> Viewer | None:
    """The viewer behind a door cookie, if its link still stands."""
    link = link_in_cookie(request)
    return Viewer(purpose=link.purpose, thing_id=link.thing_id) if link else None
