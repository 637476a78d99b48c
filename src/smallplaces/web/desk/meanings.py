"""What a right or an article means in the place of a group, in its words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from smallplaces.core.refusals import NotVisibleError, RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.queries import AT_WORK, groups_of
from smallplaces.norms.actions.meanings import change_meaning, note_meaning, show_meaning
from smallplaces.norms.policies import may_change_note
from smallplaces.norms.queries.meanings import get_note
from smallplaces.norms.queries.provisions import get_provision
from smallplaces.norms.queries.rights import get_right, right_by_slug
from smallplaces.web.desk.principles import WHO_SEES
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.forms import posted, refuse
from smallplaces.web.listening.languages import choices
from smallplaces.web.norm_words import called, provision_url

READ_OR_SEND = ["GET", "HEAD", "POST"]


class MeaningForm(forms.Form):
    """The words, and their language."""

    text = forms.CharField(
        label=_lazy("What it means here"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_lazy("As you would say it to a neighbour. No names of people."),
    )
    lang = forms.ChoiceField(label=_lazy("The language of these words"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lang"].choices = choices()  # type: ignore[attr-defined]


class NewMeaningForm(MeaningForm):
    """Which group writes."""

    group = forms.ChoiceField(label=_lazy("In the name of which group"))
    field_order = ("group", "text", "lang")


def _beside(request: HttpRequest) -> tuple[Any, dict[str, str]]:
    """The right or article that the address names, and how the page calls it. Raises NotVisibleError."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    if key := request.GET.get("provision", ""):
        one = get_provision(key, viewer=viewer)
        norm = one.version.norm
        name = f"{norm.code or norm.name}, {called(norm.kind, one.number)}: {one.heading}"
        return one, {"name": name, "lang": one.lang, "url": provision_url(norm.slug, one.number)}
    slug = request.GET.get("right", "")
    if not slug:
        raise NotVisibleError(slug)
    line = right_by_slug(slug)
    return get_right(slug), {"name": line.name, "lang": line.lang, "url": reverse("public:right", args=[slug])}


@require_http_methods(READ_OR_SEND)
@member_required
def meaning_add(request: HttpRequest) -> HttpResponse:
    """A group of the viewer's own writes what it means in its place. Its own people alone read it first."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    beside, named = _beside(request)
    own = {one.pk: one for one in groups_of(viewer) if one.state in AT_WORK}
    require(bool(own), _("Groups write these. You are in none at present."))
    first = next(iter(own.values()))
    form = NewMeaningForm(posted(request), initial={"lang": first.lang, "group": first.pk})
    form.fields["group"].choices = [(pk, f"{one.name}, {one.place.name}") for pk, one in own.items()]  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        told = dict(form.cleaned_data)
        try:
            row = note_meaning(own[told.pop("group")], beside, **told, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Written down. Only your group reads it, until you show it."))
            return redirect("desk:meaning", row.pk)
    context = {"form": form, "beside": named}
    return render(request, "desk/meaning_add.html", context, status=422 if form.errors else 200)


@require_http_methods(READ_OR_SEND)
@member_required
def meaning(request: HttpRequest, note_id: str) -> HttpResponse:
    """Other words for it, and who reads it."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = get_note(note_id, viewer=viewer)
    require(may_change_note(viewer, row), _("Only the group that wrote this changes it."))
    showing = "visibility" in request.POST
    form = MeaningForm(None if showing else posted(request), initial={"text": row.text, "lang": row.lang})
    try:
        if showing:
            show_meaning(row, visibility=request.POST["visibility"], by=viewer)
        elif form.is_valid():
            change_meaning(row, **form.cleaned_data, by=viewer)
        if request.method == "POST" and not form.errors:
            messages.success(request, _("Saved."))
            return redirect("desk:meaning", row.pk)
    except RefusedError as error:
        refuse(form, error)
    context = {"form": form, "row": row, "who_sees": WHO_SEES, "fictional": row.place.fictional, **_named(row)}
    return render(request, "desk/meaning.html", context, status=422 if form.errors else 200)


def _named(row: Any) -> dict[str, str]:
    if row.right_id:
        return {"name": row.right.name, "url": reverse("public:right", args=[row.right.slug])}
    norm = row.provision.version.norm
    name = f"{norm.code or norm.name}, {called(norm.kind, row.provision.number)}: {row.provision.heading}"
    return {"name": name, "url": provision_url(norm.slug, row.provision.number)}


urlpatterns = [
    path("meanings/add/", meaning_add, name="meaning_add"),
    path("meanings/<str:note_id>/", meaning, name="meaning"),
]
