"""Who is looking: the viewer of a request, and what every template knows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse

from smallplaces.core.refusals import NotAllowedError, NotVisibleError, RefusedError
from smallplaces.core.viewers import ANYBODY, Viewer
from smallplaces.groups.queries import viewer_of
from smallplaces.web.doors import link_viewer

if TYPE_CHECKING:
    from smallplaces.groups.models import Account


class PlaceRequest(HttpRequest):
    """A request with its viewer, for annotations."""

    viewer: Viewer
    htmx: Any


class ViewerMiddleware:
    """Puts `request.viewer` on each request, and turns what the house refuses into pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.viewer = viewer_for(request)  # type: ignore[attr-defined]
        response = self.get_response(request)
        if is_public(request) and response.status_code == 200:
            response.headers.setdefault("Cache-Control", "private, no-cache")
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A thing out of sight does not exist; what may not be done is said with its reason."""
        from smallplaces.web.errors import not_allowed, refused  # noqa: PLC0415  (errors render pages that need us)

        # PostgreSQL takes no zero byte in a text: an id or a word with one is of nothing that is here.
        zero_byte = isinstance(exception, DataError | ValueError) and "NUL (0x00)" in str(exception)
        if isinstance(exception, NotVisibleError) or zero_byte:
            raise Http404 from exception
        if isinstance(exception, NotAllowedError):
            return not_allowed(request, exception.sentence)
        if isinstance(exception, RefusedError):
            return refused(request, exception.sentence)
        return None


def is_public(request: HttpRequest) -> bool:
    """Whether a page is one for readers, looked at by anybody; a door's address holds a key, so no browser keeps it."""
    match = request.resolver_match
    public = match is not None and match.namespace == "public" and "key" not in match.kwargs
    return request.viewer is ANYBODY and request.method == "GET" and public  # type: ignore[attr-defined]


def viewer_for(request: HttpRequest) -> Viewer:
    """An account's viewer, or that of a one-time link traded for a cookie, or anybody."""
    if request.user.is_authenticated:
        account: Account = request.user
        return viewer_of(account)
    return link_viewer(request) or ANYBODY


def context(request: HttpRequest) -> dict[str, Any]:
    """What every template knows."""
    return {"viewer": getattr(request, "viewer", ANYBODY)}
