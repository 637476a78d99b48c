"""A group and its alliances: who asks to join ours, which ones we are in, leaving one."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from smallplaces.core.refusals import NotVisibleError, RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.actions import ask_to_join, leave_alliance, take_in, turn_away
from smallplaces.groups.alliances import (
    alliances_of,
    alliances_to_join,
    asking_of,
    get_member_group,
    groups_that_may_join,
    members_of,
)
from smallplaces.groups.enums import GroupKind
from smallplaces.groups.policies import may_hold
from smallplaces.groups.queries import get_group
from smallplaces.groups.voices import our_group
from smallplaces.web.desk.decisions import READ_OR_SEND
from smallplaces.web.desk.signed_in import member_required


class TakeInForm(forms.Form):
    """The seat that a group has in the alliance, if it has one."""

    seat = forms.CharField(label=_lazy("Its seat, in words"), required=False, max_length=200)


@require_safe
@member_required
def alliance(request: HttpRequest, slug: str) -> HttpResponse:
    """Who asks to join and who is in, where our group is an alliance; the alliances that it is in itself."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    group = our_group(slug, viewer=viewer)
    is_alliance = group.kind == GroupKind.ALLIANCE
    context = {
        "group": group,
        "is_alliance": is_alliance,
        "may_hold": may_hold(group, viewer),
        "asking": asking_of(group, viewer=viewer) if is_alliance else (),
        "members": members_of(group.pk) if is_alliance else (),
        "alliances": alliances_of(group.pk, viewer=viewer),
        "others": alliances_to_join(group.pk),
        "fictional": group.place.fictional,
    }
    return render(request, "desk/alliance.html", context)


@require_POST
@member_required
def alliance_ask(request: HttpRequest, slug: str) -> HttpResponse:
    """A holder asks, for a group of this site, to join the alliance of this address."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    its = get_group(slug, viewer=viewer)
    wanted = request.POST.get("group", "")
    group = next((one for one in groups_that_may_join(its, viewer=viewer) if one.pk == wanted), None)
    if group is None:
        messages.warning(request, _("Choose one of the groups that you hold."))
        return redirect("public:alliance_join", slug)
    try:
        ask_to_join(its, group=group, by=viewer)
    except RefusedError as error:
        messages.warning(request, error.sentence)
        return redirect("public:alliance_join", slug)
    messages.success(request, _("Asked. The holders of %(name)s answer.") % {"name": its.name})
    return redirect("desk:alliance", group.slug)


@require_POST
@member_required
def member_settle(request: HttpRequest, member_id: str) -> HttpResponse:
    """The alliance's holders take a group in, or not."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    member = get_member_group(member_id, viewer=viewer)
    if not viewer.is_member_of(member.alliance_id):
        raise NotVisibleError(member_id)
    form = TakeInForm(request.POST)
    try:
        if "take_in" in request.POST and form.is_valid():
            take_in(member, **form.cleaned_data, by=viewer)
            messages.success(request, _("It is in the alliance."))
        elif "turn_away" in request.POST:
            turn_away(member, by=viewer)
            messages.success(request, _("It was not taken in. How to reach it is forgotten here."))
        else:
            require(may_hold(member.alliance, viewer), _("Only the holders of the alliance take a group in."))
    except RefusedError as error:
        messages.warning(request, error.sentence)
    return redirect("desk:alliance", member.alliance.slug)


@require_http_methods(READ_OR_SEND)
@member_required
def member_leave(request: HttpRequest, member_id: str) -> HttpResponse:
    """Asks once more, then the group is in the alliance no more."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    member = get_member_group(member_id, viewer=viewer)
    home = member.group or member.alliance
    if not viewer.is_member_of(home.pk):
        raise NotVisibleError(member_id)
    require(may_hold(home, viewer), _("A group leaves by itself: its holders do this."))
    if request.method == "POST":
        leave_alliance(member, by=viewer)
        messages.success(request, _("That has ended."))
        return redirect("desk:alliance", home.slug)
    return render(
        request, "desk/member_leave.html", {"member": member, "home": home, "fictional": home.place.fictional}
    )


urlpatterns = [
    path("groups/<slug:slug>/alliance/", alliance, name="alliance"),
    path("groups/<slug:slug>/alliance/ask/", alliance_ask, name="alliance_ask"),
    path("alliance-members/<str:member_id>/settle/", member_settle, name="member_settle"),
    path("alliance-members/<str:member_id>/leave/", member_leave, name="member_leave"),
]
