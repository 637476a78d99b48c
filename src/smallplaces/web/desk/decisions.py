"""Writing down what a group decided, putting a slip right, and choosing who reads it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods, require_POST

from smallplaces.core.clock import today
from smallplaces.core.enums import Visibility
from smallplaces.core.refusals import NotAllowedError, NotVisibleError, RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.actions import correct_decision, publish_decision, record_decision
from smallplaces.groups.enums import DecisionRule
from smallplaces.groups.policies import may_work_in
from smallplaces.groups.queries import get_decision, get_group
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.forms import posted, refuse
from smallplaces.web.listening.languages import choices

READ_OR_SEND = ["GET", "HEAD", "POST"]
WHO_READS_IT = [(Visibility.PRIVATE, Visibility.PRIVATE.label), (Visibility.PUBLIC, Visibility.PUBLIC.label)]


def day(**options: object) -> forms.DateField:
    """A day, with the browser's own calendar."""
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **options)  # type: ignore[arg-type]


class DecisionForm(forms.Form):
    """What a meeting's notes say about one decision."""

    text = forms.CharField(label=_lazy("What was proposed"), widget=forms.Textarea(attrs={"rows": 3}), max_length=4000)
    brought_by = forms.CharField(
        label=_lazy("Who brought it"),
        required=False,
        max_length=200,
        help_text=_lazy("In words: “the women of Tannery Row”. No name is needed."),
    )
    result = forms.CharField(label=_lazy("What came out"), widget=forms.Textarea(attrs={"rows": 2}), max_length=4000)
    rule = forms.ChoiceField(label=_lazy("How it was decided"), choices=DecisionRule.choices, widget=forms.RadioSelect)
    dissent = forms.CharField(
        label=_lazy("Who saw it otherwise, and why"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=4000,
        help_text=_lazy("In their words. It is kept with the decision, and goes wherever the decision goes."),
    )
    on = day(label=_lazy("On which day"))
    review_on = day(label=_lazy("When you look at it again"), required=False)
    visibility = forms.ChoiceField(
        label=_lazy("Who can read it"), choices=WHO_READS_IT, initial=Visibility.PRIVATE, widget=forms.RadioSelect
    )
    lang = forms.ChoiceField(label=_lazy("The language of these words"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        # The group's own stands first, and whatever a decision is in can be kept.
        self.fields["lang"].choices = choices(self.initial.get("lang") or "en")  # type: ignore[attr-defined]


def ours(decision_id: str, viewer: Viewer) -> Any:
    """A decision of the viewer's own group; for others these pages do not exist. Raises NotVisibleError."""
    row = get_decision(decision_id, viewer=viewer)
    if not viewer.is_member_of(row.group_id):
        raise NotVisibleError(decision_id)
    return row


def earlier(request: HttpRequest, viewer: Viewer) -> Any:
    """The decision that is looked at again, if the address names one. Raises NotVisibleError."""
    named = request.GET.get("follows", "")
    return ours(named, viewer) if named else None


@require_http_methods(READ_OR_SEND)
@member_required
def decision_record(request: HttpRequest, slug: str) -> HttpResponse:
    """The form; afterwards the decision's own page. "?follows=" names the decision that is looked at again."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    its = get_group(slug, viewer=viewer)
    require(may_work_in(its, viewer), _("Only people of this group can write down its decisions."))
    before = earlier(request, viewer)
    initial = {"on": today(its.place.zone), "lang": its.lang, "rule": DecisionRule.CONSENSUS}
    if before:
        initial |= {"text": before.text, "lang": before.lang, "visibility": before.visibility}
    form = DecisionForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            row = record_decision(its, **form.cleaned_data, follows=before, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        except NotAllowedError as error:
            refuse(form, RefusedError(error.sentence, field="visibility"))
        else:
            messages.success(request, _("The decision is written down."))
            return redirect("public:decision", row.pk)
    context = {"form": form, "group": its, "before": before, "fictional": its.place.fictional}
    return render(request, "desk/decision.html", context, status=422 if form.errors else 200)


@require_http_methods(READ_OR_SEND)
@member_required
def decision_correct(request: HttpRequest, decision_id: str) -> HttpResponse:
    """Puts a slip of the pen right, on the same day."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = ours(decision_id, viewer)
    form = DecisionForm(posted(request), initial={name: getattr(row, name) for name in DecisionForm.base_fields})
    del form.fields["visibility"]
    if request.method == "POST" and form.is_valid():
        try:
            correct_decision(row, **form.cleaned_data, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Put right."))
            return redirect("public:decision", row.pk)
    context = {"form": form, "group": row.group, "row": row, "fictional": row.group.place.fictional}
    return render(request, "desk/decision_correct.html", context, status=422 if form.errors else 200)


@require_POST
@member_required
def decision_publish(request: HttpRequest, decision_id: str) -> HttpResponse:
    """Shows a decision to everybody, or takes it in again."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = ours(decision_id, viewer)
    public = request.POST.get("visibility") == Visibility.PUBLIC
    try:
        publish_decision(row, visibility=Visibility.PUBLIC if public else Visibility.PRIVATE, by=viewer)
    except (RefusedError, NotAllowedError) as error:
        messages.warning(request, error.sentence)
    else:
        shown, hidden = _("Everybody can read this decision now."), _("Only our group reads this decision now.")
        messages.success(request, shown if public else hidden)
    return redirect("public:decision", row.pk)


urlpatterns = [
    path("groups/<slug:slug>/decisions/add/", decision_record, name="decision_record"),
    path("decisions/<str:decision_id>/correct/", decision_correct, name="decision_correct"),
    path("decisions/<str:decision_id>/who-sees-it/", decision_publish, name="decision_publish"),
]
