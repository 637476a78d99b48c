"""Join here: a group asks an alliance to take it in. Groups of this site ask signed in; others with this form."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.actions import ask_from_elsewhere
from smallplaces.groups.alliances import groups_that_may_join
from smallplaces.groups.enums import GroupKind, GroupState
from smallplaces.groups.queries import get_group
from smallplaces.web.forms import posted, refuse
from smallplaces.web.visitors import slow_down


class JoinForm(forms.Form):
    """A group that keeps its records elsewhere, or on paper."""

    name = forms.CharField(label=_lazy("What your group is called"), max_length=200)
    place_name = forms.CharField(label=_lazy("Where you work"), max_length=200)
    reach = forms.CharField(
        label=_lazy("How the alliance reaches you"),
        max_length=300,
        help_text=_lazy("Only the holders of the alliance read this. If they say no, it is forgotten."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def alliance_join(request: HttpRequest, slug: str) -> HttpResponse:
    """The form; beside it the groups that the reader holds here."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    its = get_group(slug, viewer=viewer)
    if its.kind != GroupKind.ALLIANCE or its.state != GroupState.OPEN:
        raise NotVisibleError(slug)
    form = JoinForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            slow_down(request, "alliance", most=5)
            ask_from_elsewhere(its, **form.cleaned_data, lang=its.lang, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Asked. The holders of %(name)s answer.") % {"name": its.name})
            return redirect("public:group", slug)
    context = {
        "form": form,
        "group": its,
        "here": groups_that_may_join(its, viewer=viewer),
        "fictional": its.place.fictional,
    }
    return render(request, "public/alliance_join.html", context, status=422 if form.errors else 200)


urlpatterns = [path("groups/<slug:slug>/join/", alliance_join, name="alliance_join")]
