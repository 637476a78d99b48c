"""Bringing recommendations in, accepting what their labels say, and tying them to the promises that answer them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods, require_POST

from smallplaces.commitments.actions import answer_recommendation, answer_recommendation_no_more
from smallplaces.commitments.queries import get_promise, promise_lines, promises_visible_to
from smallplaces.commitments.queries.recommended import promises_answering
from smallplaces.core.enums import MadeIn
from smallplaces.core.refusals import RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.norms.actions import accept_same, import_recommendations
from smallplaces.norms.actions.recommendations import Brought
from smallplaces.norms.queries.recommendations import get_recommendation, recommendation_lines
from smallplaces.norms.upr_files import SOURCE, keep_for_later, preview_of, recommendations_of_kept
from smallplaces.places.countries import countries
from smallplaces.web.desk.promise_forms import TieForm
from smallplaces.web.desk.signed_in import member_required, steward_required
from smallplaces.web.forms import refuse
from smallplaces.web.promising import promise_shown

READ_OR_SEND = ["GET", "HEAD", "POST"]


class FileForm(forms.Form):
    """A raw file of the UPR Info database."""

    file = forms.FileField(
        label=_lazy("The file"),
        help_text=_lazy("A .csv as the UPR Info database gives it, of at most 10 MB. More of them come in one by one."),
        error_messages={
            "required": _lazy("Choose a file first."),
            "empty": _lazy("This file is empty. Get it again."),
        },
    )
    state = forms.ChoiceField(label=_lazy("To which State"), required=False)

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        known = countries(get_language() or "en")
        self.fields["state"].choices = [("", _("to all of them")), *known]  # type: ignore[attr-defined]


@require_http_methods(READ_OR_SEND)
@steward_required
def bring_in(request: HttpRequest) -> HttpResponse:
    """First look, then bring in: the second press writes, the first does not."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    kept, to = request.POST.get("kept", ""), request.POST.get("state", "")
    form = FileForm() if kept else FileForm(request.POST or None, request.FILES or None)
    try:
        if kept:
            given = recommendations_of_kept(kept)
            done = import_recommendations(given, source=SOURCE, state=to, by=viewer)
            messages.success(request, told(done))
            return redirect("public:recommendations_state", to) if to else redirect("public:recommendations")
        if form.is_valid():
            word, given = keep_for_later(form.cleaned_data["file"])
            seen = preview_of(given, state=form.cleaned_data["state"], by=viewer)
            return render(
                request,
                "desk/recommendations_preview.html",
                {"seen": seen, "told": told(seen), "kept": word, "state": form.cleaned_data["state"]},
            )
    except RefusedError as error:
        refuse(form, error)
    return render(request, "desk/recommendations_add.html", {"form": form}, status=422 if form.errors else 200)


def told(done: Brought) -> str:
    """What came in, what was there already, what was refused."""
    parts = [
        ngettext("%(n)d recommendation is new", "%(n)d recommendations are new", done.made) % {"n": done.made},
        ngettext("%(n)d was here already", "%(n)d were here already", done.there) % {"n": done.there},
        ngettext("%(n)d was refused", "%(n)d were refused", len(done.refused)) % {"n": len(done.refused)},
    ]
    return "; ".join(parts) + "."


@require_POST
@steward_required
def accept(request: HttpRequest, state: str) -> HttpResponse:
    """One person says that each label which says the same as a right is right."""
    number = accept_same(state=state, session=request.POST.get("session", ""), by=request.viewer)  # type: ignore[attr-defined]
    words = ngettext("%(n)d link is accepted.", "%(n)d links are accepted.", number) % {"n": number}
    messages.success(request, words)
    return redirect("public:recommendations_state", state)


@require_http_methods(READ_OR_SEND)
@member_required
def answered(request: HttpRequest, recommendation_id: str) -> HttpResponse:
    """Which promises of our places answer this recommendation."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = get_recommendation(recommendation_id, viewer=viewer)
    tied = promises_answering([row.pk], viewer=viewer)[row.pk]
    here = promises_visible_to(viewer).filter(place__country=row.state, place_id__in=viewer.place_ids)
    free = here.exclude(pk__in=[one.id for one in tied]).order_by("due_latest", "proposed_on", "id")
    choices = [(one.id, f"{one.place_name}: {one.text}"[:200]) for one in promise_lines(free, viewer=viewer)]
    form = TieForm(request.POST or None, prefix="promise", label=_("Which promise answers it?"), choices=choices)
    if request.method == "POST" and form.is_valid():
        promise = get_promise(form.cleaned_data["to"], viewer=viewer)
        try:
            answer_recommendation(promise, row, made_in=form.cleaned_data["made_in"] or MadeIn.DESK, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The link is kept."))
            return redirect("desk:recommendation", row.pk)
    context = {
        "recommendation": recommendation_lines([row])[0],
        "promises": [(one.id, promise_shown(one)) for one in tied],
        "form": form if choices else None,
        "fictional": row.state == "XC",
    }
    return render(request, "desk/recommendation.html", context, status=422 if form.errors else 200)


@require_POST
@member_required
def untie(request: HttpRequest, recommendation_id: str) -> HttpResponse:
    """Takes such a link away."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = get_recommendation(recommendation_id, viewer=viewer)
    promise = get_promise(request.POST.get("promise", ""), viewer=viewer)
    answer_recommendation_no_more(promise, row, by=viewer)
    messages.success(request, _("The link is taken away. Both stay."))
    return redirect("desk:recommendation", row.pk)


urlpatterns = [
    path("recommendations/add/", bring_in, name="recommendations_add"),
    path("recommendations/to/<str:state>/accept/", accept, name="recommendations_accept"),
    path("recommendations/<str:recommendation_id>/", answered, name="recommendation"),
    path("recommendations/<str:recommendation_id>/untie/", untie, name="recommendation_untie"),
]
