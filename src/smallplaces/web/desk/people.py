"""The people of a group: who is in it, inviting, leaving, new passwords."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods, require_safe

from smallplaces.core.refusals import NotAllowedError, RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.actions import ask_new_password_link, describe_group, end_membership, invite
from smallplaces.groups.decided import who_left
from smallplaces.groups.enums import Role
from smallplaces.groups.pages import deeds_page, people_page
from smallplaces.groups.policies import may_hold, may_invite
from smallplaces.groups.queries import decisions_of, get_decision, get_group, get_membership
from smallplaces.web.desk.group_doors import doors
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.forms import posted, refuse
from smallplaces.web.group_answers import AnswersForm, says_public_body
from smallplaces.web.public.group_start import StartForm


class InviteForm(forms.Form):
    """As what somebody is invited, and how long the invitation stands."""

    role = forms.ChoiceField(
        label=_lazy("As what"),
        choices=[
            (Role.MEMBER, _lazy("member: reads and writes what the group holds")),
            (Role.HOLDER, _lazy("holder: also invites people, and answers for the group’s records")),
        ],
        initial=Role.MEMBER,
        widget=forms.RadioSelect,
    )
    days = forms.IntegerField(label=_lazy("For how many days"), min_value=1, max_value=60, initial=14)


class DescribeForm(AnswersForm):
    """What the group says about itself, and what it answers now."""

    about = StartForm.base_fields["about"]
    contact = StartForm.base_fields["contact"]
    story_contact = StartForm.base_fields["story_contact"]
    field_order = ("about", "contact", "story_contact")


class EndForm(forms.Form):
    """The decision by which a holder is removed."""

    decision = forms.ChoiceField(label=_lazy("By which decision of the group"))


@require_safe
@member_required
def group(request: HttpRequest, slug: str) -> HttpResponse:
    """Who is in the group, and one line for each thing that it can do."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    data = people_page(slug, viewer=viewer)
    parts = doors(slug, holds=data.may_hold) if data.group.is_own else []
    context = {"page": data, "parts": parts, "left": who_left(slug, viewer=viewer), "fictional": data.group.fictional}
    return render(request, "desk/group.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def group_invite(request: HttpRequest, slug: str) -> HttpResponse:
    """Makes an invitation; its address is shown this once."""
    viewer = request.viewer  # type: ignore[attr-defined]
    its = get_group(slug, viewer=viewer)
    require(may_invite(its, viewer), _("Only the holders of this group can invite people to it."))
    form = InviteForm(posted(request))
    context = {"form": form, "group": its, "fictional": its.place.fictional}
    if request.method == "POST" and form.is_valid():
        try:
            link, key = invite(its, **form.cleaned_data, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            context["address"] = request.build_absolute_uri(reverse("invitation", args=[key]))
            context["until"] = link.until
    return render(request, "desk/invite.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def group_describe(request: HttpRequest, slug: str) -> HttpResponse:
    """What the group says about itself in public."""
    viewer = request.viewer  # type: ignore[attr-defined]
    its = get_group(slug, viewer=viewer)
    require(may_hold(its, viewer), _("Only the holders of this group can change what it says about itself."))
    now = {name: getattr(its, name) for name in DescribeForm.base_fields}
    form = DescribeForm(posted(request), initial=now)
    if request.method == "POST" and form.is_valid():
        try:
            describe_group(its, **form.cleaned_data, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The page of your group says it now."))
            return redirect("public:group", slug=its.slug)
    context = {"form": form, "group": its, "public_body": says_public_body(form), "fictional": its.place.fictional}
    return render(request, "desk/group_describe.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def membership_end(request: HttpRequest, membership_id: str) -> HttpResponse:
    """Leaving, or ending somebody's membership: a page that asks once more."""
    viewer = request.viewer  # type: ignore[attr-defined]
    row = get_membership(membership_id, viewer=viewer)
    own = row.account_id == viewer.account_id
    require(own or may_hold(row.group, viewer), _("Only a holder of the group, or the person, can end this."))
    form = EndForm(posted(request))
    if own or row.role != Role.HOLDER:
        del form.fields["decision"]
    else:
        rows = decisions_of(row.group, viewer=viewer)
        form.fields["decision"].choices = [(one.pk, f"{one.on}: {one.text[:80]}") for one in rows]  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data.get("decision")
        try:
            end_membership(row, decision=get_decision(chosen, viewer=viewer) if chosen else None, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("You have left.") if own else _("%(name)s has left.") % {"name": row.account})
            return redirect("public:group", slug=row.group.slug)
    context = {"form": form, "row": row, "own": own, "fictional": row.group.place.fictional}
    return render(request, "desk/membership_end.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def person_password(request: HttpRequest, membership_id: str) -> HttpResponse:
    """A new password link for somebody: the first holder asks, the second one gets its address, shown this once."""
    viewer = request.viewer  # type: ignore[attr-defined]
    row = get_membership(membership_id, viewer=viewer)
    require(may_hold(row.group, viewer), _("Only the holders of this group can make a new password link."))
    context = {"row": row, "fictional": row.group.place.fictional}
    if request.method == "POST":
        try:
            link, key = ask_new_password_link(row.account, by=viewer)
        except (RefusedError, NotAllowedError) as error:
            messages.warning(request, error.sentence)
            return redirect("desk:group", slug=row.group.slug)
        if not key:
            messages.success(request, _("Noted. Now another holder must ask for it too."))
            return redirect("desk:group", slug=row.group.slug)
        context |= {"address": request.build_absolute_uri(reverse("new_password", args=[key])), "until": link.until}
    return render(request, "desk/person_password.html", context)


@require_safe
@member_required
def deeds(request: HttpRequest, slug: str) -> HttpResponse:
    """Who did what, newest first."""
    data = deeds_page(slug, viewer=request.viewer)  # type: ignore[attr-defined]
    return render(request, "desk/deeds.html", {"page": data, "fictional": data.fictional})


urlpatterns = [
    path("groups/<slug:slug>/who-did-what/", deeds, name="deeds"),
    path("groups/<slug:slug>/", group, name="group"),
    path("groups/<slug:slug>/invite/", group_invite, name="invite"),
    path("groups/<slug:slug>/describe/", group_describe, name="group_describe"),
    path("people/<str:membership_id>/end/", membership_end, name="membership_end"),
    path("people/<str:membership_id>/password/", person_password, name="person_password"),
]
