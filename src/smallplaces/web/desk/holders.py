"""Who holds a group: changed by a decision, passed on by a holder who steps back; and ending the group's work."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from smallplaces.core.refusals import NotVisibleError, RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.actions import change_role, close_group, pass_on
from smallplaces.groups.enums import GroupState, Role
from smallplaces.groups.policies import may_hold
from smallplaces.groups.queries import decisions_of, get_decision, get_group, get_membership, people_of
from smallplaces.web.desk.decisions import READ_OR_SEND
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.forms import posted, refuse


class ByDecisionForm(forms.Form):
    """The decision of the group by which something about its people changes."""

    decision = forms.ChoiceField(label=_lazy("By which decision of the group"))

    def __init__(self, *args: Any, group: Any, viewer: Viewer, **options: Any) -> None:
        super().__init__(*args, **options)
        rows = decisions_of(group, viewer=viewer)
        self.fields["decision"].choices = [(one.pk, f"{one.on}: {one.text[:80]}") for one in rows]  # type: ignore[attr-defined]


class PassOnForm(ByDecisionForm):
    """Who holds the group from now on, and what becomes of who did."""

    to = forms.ChoiceField(label=_lazy("Who becomes a holder"), widget=forms.RadioSelect)
    leave = forms.ChoiceField(
        label=_lazy("And you"),
        choices=[("", _lazy("I stay, as a member")), ("yes", _lazy("I leave the group"))],
        required=False,
        widget=forms.RadioSelect,
    )
    field_order = ("to", "decision", "leave")

    def __init__(self, *args: Any, group: Any, viewer: Viewer, **options: Any) -> None:
        super().__init__(*args, group=group, viewer=viewer, **options)
        rows = [one for one in people_of(group, viewer=viewer) if one.role == Role.MEMBER]
        self.fields["to"].choices = [(one.pk, str(one.account)) for one in rows]  # type: ignore[attr-defined]


def form_page(request: HttpRequest, template: str, form: forms.Form, group: Any, **more: Any) -> HttpResponse:
    """A page with one form of a group."""
    context = {"form": form, "group": group, "fictional": group.place.fictional, **more}
    return render(request, template, context, status=422 if form.errors else 200)


@require_http_methods(READ_OR_SEND)
@member_required
def membership_role(request: HttpRequest, membership_id: str) -> HttpResponse:
    """A member becomes a holder, or a holder a member, by a decision."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = get_membership(membership_id, viewer=viewer)
    require(may_hold(row.group, viewer), _("Only the holders of this group change who holds it."))
    wanted = Role.MEMBER if row.role == Role.HOLDER else Role.HOLDER
    form = ByDecisionForm(posted(request), group=row.group, viewer=viewer)
    if request.method == "POST" and form.is_valid():
        decision = get_decision(form.cleaned_data["decision"], viewer=viewer)
        try:
            change_role(row, role=wanted, decision=decision, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("So it is: the decision says it too."))
            return redirect("public:decision", decision.pk)
    return form_page(request, "desk/membership_role.html", form, row.group, row=row, to_holder=wanted == Role.HOLDER)


@require_http_methods(READ_OR_SEND)
@member_required
def pass_it_on(request: HttpRequest, slug: str) -> HttpResponse:
    """A holder steps back; a decision of the group names who holds it then."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    group = get_group(slug, viewer=viewer)
    require(may_hold(group, viewer), _("Only the holders of this group change who holds it."))
    people = {one.pk: one for one in people_of(group, viewer=viewer)}
    own = next(one for one in people.values() if one.account_id == viewer.account_id)
    form = PassOnForm(posted(request), group=group, viewer=viewer)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data
        decision = get_decision(chosen["decision"], viewer=viewer)
        try:
            pass_on(own, to=people[chosen["to"]], decision=decision, leave=bool(chosen["leave"]), by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Passed on. Thank you for holding it."))
            return redirect("public:group", group.slug)
    return form_page(request, "desk/pass_on.html", form, group)


@require_http_methods(READ_OR_SEND)
@member_required
def group_close(request: HttpRequest, slug: str) -> HttpResponse:
    """Asks once, and by which decision; then the group's work is over. A group on its way needs no decision."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    group = get_group(slug, viewer=viewer)
    require(may_hold(group, viewer), _("Only the holders of this group can close it."))
    if group.state == GroupState.CLOSED:
        raise NotVisibleError(slug)
    form = ByDecisionForm(posted(request), group=group, viewer=viewer)
    form.fields["decision"].required = group.state == GroupState.OPEN
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["decision"]
        try:
            close_group(group, decision=get_decision(chosen, viewer=viewer) if chosen else None, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The group is closed. Its people go on reading."))
            return redirect("desk:group", group.slug)
    return form_page(request, "desk/group_close.html", form, group)


urlpatterns = [
    path("people/<str:membership_id>/role/", membership_role, name="membership_role"),
    path("groups/<slug:slug>/pass-on/", pass_it_on, name="pass_on"),
    path("groups/<slug:slug>/close/", group_close, name="group_close"),
]
