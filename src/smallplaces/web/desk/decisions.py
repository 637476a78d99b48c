"""Writing down what a group decided."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from smallplaces.core.clock import today
from smallplaces.core.enums import Visibility
from smallplaces.core.refusals import NotAllowedError, RefusedError, require
from smallplaces.groups.actions import record_decision
from smallplaces.groups.enums import DecisionRule
from smallplaces.groups.policies import may_work_in
from smallplaces.groups.queries import get_group
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.forms import posted, refuse


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
        help_text=_lazy("In their words. It is kept with the decision."),
    )
    on = day(label=_lazy("On which day"))
    review_on = day(label=_lazy("When you look at it again"), required=False)
    visibility = forms.ChoiceField(
        label=_lazy("Who can read it"),
        choices=[(Visibility.PRIVATE, Visibility.PRIVATE.label), (Visibility.PUBLIC, Visibility.PUBLIC.label)],
        initial=Visibility.PRIVATE,
        widget=forms.RadioSelect,
    )
    lang = forms.CharField(label=_lazy("The language of these words"), initial="en", max_length=35)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def decision_record(request: HttpRequest, slug: str) -> HttpResponse:
    """The form; afterwards the people page, where the decision stands."""
    viewer = request.viewer  # type: ignore[attr-defined]
    its = get_group(slug, viewer=viewer)
    require(may_work_in(its, viewer), _("Only people of this group can write down its decisions."))
    initial = {"on": today(its.place.zone), "lang": its.lang, "rule": DecisionRule.CONSENSUS}
    form = DecisionForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            record_decision(its, **form.cleaned_data, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        except NotAllowedError as error:
            refuse(form, RefusedError(error.sentence, field="visibility"))
        else:
            messages.success(request, _("The decision is written down."))
            return redirect("desk:group", slug=its.slug)
    context = {"form": form, "group": its, "fictional": its.place.fictional}
    return render(request, "desk/decision.html", context, status=422 if form.errors else 200)


urlpatterns = [path("groups/<slug:slug>/decisions/add/", decision_record, name="decision_record")]
