"""What waits for the stewards: groups that ask to begin, places to look at; and inviting a steward."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from smallplaces.core.refusals import RefusedError
from smallplaces.groups.actions import invite, open_group, refuse_group
from smallplaces.groups.pages import waiting_groups
from smallplaces.groups.queries import get_group
from smallplaces.places.actions import accept_place, refuse_place
from smallplaces.places.countries import country_called
from smallplaces.places.queries import corrections_waiting, get_place, kind_in_words, places_waiting
from smallplaces.thread.quiet import quiet_for_stewards
from smallplaces.web.desk.signed_in import steward_required


@require_safe
@steward_required
def steward(request: HttpRequest) -> HttpResponse:
    """Everything that waits, each with two buttons."""
    viewer = request.viewer  # type: ignore[attr-defined]
    lang = get_language() or "en"
    places = [
        {
            "place": place,
            "kind": kind_in_words(place),
            "country": country_called(place.country, lang, place.country_name),
        }
        for place in places_waiting(viewer)
    ]
    lone = [one for one in corrections_waiting(viewer) if not one.place_slug]
    context = {
        "corrections": lone,
        "groups": waiting_groups(viewer),
        "places": places,
        "quiet": quiet_for_stewards(viewer),
    }
    return render(request, "desk/steward.html", context)


@require_POST
@steward_required
def group_settle(request: HttpRequest, slug: str) -> HttpResponse:
    """Opens a group, or does not; says on the same page why it cannot be opened yet."""
    viewer = request.viewer  # type: ignore[attr-defined]
    group = get_group(slug, viewer=viewer)
    opens = "open" in request.POST
    try:
        (open_group if opens else refuse_group)(group, by=viewer)
    except RefusedError as refusal:
        messages.warning(request, refusal.sentence)
        return redirect("desk:steward")
    if opens:
        words = _("%(name)s can begin. Its second holder makes it open; invite whoever is still missing.")
        messages.success(request, words % {"name": group.name})
        return redirect("desk:group", slug=group.slug)
    messages.success(
        request, _("%(name)s is not opened. Tell them why; they said how to reach them.") % {"name": group.name}
    )
    return redirect("desk:steward")


@require_POST
@steward_required
def place_settle(request: HttpRequest, slug: str) -> HttpResponse:
    """Takes a place up, or does not."""
    viewer = request.viewer  # type: ignore[attr-defined]
    place = get_place(slug, viewer=viewer)
    if "accept" in request.POST:
        accept_place(place, by=viewer)
        messages.success(request, _("%(name)s is here now.") % {"name": place.name})
    else:
        refuse_place(place, by=viewer)
        messages.success(request, _("%(name)s is not taken up.") % {"name": place.name})
    return redirect("desk:steward")


@require_POST
@steward_required
def steward_invite(request: HttpRequest) -> HttpResponse:
    """An invitation to be a steward; its address is shown this once."""
    link, key = invite(steward=True, by=request.viewer)  # type: ignore[attr-defined]
    address = request.build_absolute_uri(reverse("invitation", args=[key]))
    return render(request, "desk/invite.html", {"address": address, "until": link.until, "as_steward": True})


urlpatterns = [
    path("steward/", steward, name="steward"),
    path("steward/groups/<slug:slug>/", group_settle, name="group_settle"),
    path("steward/places/<slug:slug>/", place_settle, name="place_settle"),
    path("steward/invite/", steward_invite, name="steward_invite"),
]
