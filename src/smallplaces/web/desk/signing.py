"""Names under our texts, and what came of what was taken from elsewhere."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from smallplaces.commitments import actions, queries
from smallplaces.core.enums import Visibility
from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.web.desk.demand_forms import DayInput
from smallplaces.web.desk.demands import shown
from smallplaces.web.desk.issue_forms import LanguageForm
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.forms import refuse
from smallplaces.web.listening.forms import CleanField
from smallplaces.web.public.demands import SignForm

READ_OR_SEND = ["GET", "HEAD", "POST"]


class ToldForm(LanguageForm):
    """What came of something that was taken from elsewhere."""

    text = CleanField(
        lines=True,
        label=gettext_lazy("What came of it?"),
        help_text=gettext_lazy("Failure too: others learn from it."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    told_on = forms.DateField(label=gettext_lazy("Told on"), widget=DayInput())
    field_order = ["text", "lang", "told_on"]


def our_act(act_id: str, viewer: Viewer) -> Any:
    """A text that the viewer may put right. Raises NotVisibleError."""
    row = queries.get_act(act_id, viewer=viewer)
    if not queries.may_change(row, viewer):
        raise NotVisibleError(act_id)
    return row


@member_required
@require_http_methods(READ_OR_SEND)
def act_sign(request: HttpRequest, act_id: str) -> HttpResponse:
    """Adds a name under a text of ours: a group that signed, or a person who chose to."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = our_act(act_id, viewer)
    form = SignForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        person = given.pop("who") == "person"
        given["shown_until"] = given["shown_until"] if person else None
        try:
            actions.sign(act=row, is_person=person, **given, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The name stands under it now."))
            return redirect("desk:act", act_id)
    page = queries.act_page(act_id, viewer=viewer)
    return shown(request, "desk/act_sign.html", form, page=page, fictional=page.fictional)


@member_required
@require_http_methods(READ_OR_SEND)
def act_told(request: HttpRequest, borrowing_id: str) -> HttpResponse:
    """Tells what came of a clause that was taken from elsewhere."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = queries.get_borrowing(borrowing_id, viewer=viewer)
    our_act(row.act_id, viewer)
    form = ToldForm(request.POST or None, initial={"text": row.text, "told_on": row.told_on}, lang=row.lang)
    if request.method == "POST" and form.is_valid():
        try:
            actions.tell_what_came(row, **form.cleaned_data, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Both texts say it now."))
            return redirect("desk:act", row.act_id)
    page = queries.act_page(row.act_id, viewer=viewer)
    return shown(request, "desk/act_told.html", form, page=page, fictional=page.fictional)


@member_required
@require_POST
def followup_publish(request: HttpRequest, followup_id: str) -> HttpResponse:
    """Shows what happened to everybody, or to us alone."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = queries.get_followup(followup_id, viewer=viewer)
    everybody = request.POST.get("visibility") == Visibility.PUBLIC
    visibility = Visibility.PUBLIC if everybody else Visibility.PRIVATE
    actions.publish_follow_up(row, visibility=visibility, by=viewer)
    messages.success(request, _("Everybody reads it now.") if everybody else _("Only our group reads it now."))
    return redirect("desk:promise", row.promise_id)


urlpatterns = [
    path("acts/<str:act_id>/sign/", act_sign, name="act_sign"),
    path("taken-from/<str:borrowing_id>/", act_told, name="act_told"),
    path("next/<str:followup_id>/", followup_publish, name="followup_publish"),
]
