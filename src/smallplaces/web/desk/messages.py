"""What people wrote to the group: what waits, what was answered, what was held back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.contrib import messages as notices
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from smallplaces.core.viewers import Viewer
from smallplaces.letters import actions
from smallplaces.letters.enums import MessageState
from smallplaces.letters.queries import find_message, messages_of
from smallplaces.web.desk.letters import our_group
from smallplaces.web.desk.signed_in import member_required

DEEDS: Mapping[str, Callable[..., None]] = {
    "answered": actions.note_answered,
    "waits": actions.note_waiting,
    "remove": actions.remove_message,
}


@require_safe
@member_required
def messages(request: HttpRequest, slug: str) -> HttpResponse:
    """The messages: first what waits for an answer."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    group = our_group(slug, viewer)
    rows = messages_of(group, viewer=viewer)
    context = {
        "group": group,
        "fictional": group.place.fictional,
        **{str(state.value): [row for row in rows if row.state == state] for state in MessageState},
    }
    return render(request, "desk/messages.html", context)


@require_POST
@member_required
def message_do(request: HttpRequest, message_id: str, what: str) -> HttpResponse:
    """Answered, waiting after all, or removed whole."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = find_message(message_id, viewer=viewer)
    if what not in DEEDS:
        raise Http404
    DEEDS[what](row, by=viewer)
    notices.success(request, _("The message is removed.") if what == "remove" else _("Noted."))
    return redirect("desk:messages", row.group.slug)


urlpatterns = [
    path("groups/<slug:slug>/messages/", messages, name="messages"),
    path("messages/<str:message_id>/<str:what>/", message_do, name="message_do"),
]
