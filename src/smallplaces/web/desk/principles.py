"""Principles: what a group signed, signing more, taking its name back, bringing texts of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods, require_safe

from smallplaces.core.clock import today
from smallplaces.core.enums import Visibility
from smallplaces.core.refusals import NotVisibleError, RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.queries import AT_WORK, get_group, groups_of
from smallplaces.norms.actions import add_principles, add_version, end_sign_on, show_sign_on, sign_norm
from smallplaces.norms.policies import may_add_version, may_change_sign_on, may_sign_for
from smallplaces.norms.queries import get_norm, get_sign_on, get_version, sign_ons_of_group, versions_to_sign
from smallplaces.web.desk.decisions import day
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.forms import posted, refuse

if TYPE_CHECKING:
    from smallplaces.groups.models import Group

WHO_SEES = [
    (Visibility.PRIVATE, Visibility.PRIVATE.label),
    (Visibility.PUBLIC, Visibility.PUBLIC.label),
]


class VersionForm(forms.Form):
    """A version of principles: one principle a line."""

    label = forms.CharField(label=_lazy("Which version"), max_length=60, help_text=_lazy("A year will do."))
    on = forms.CharField(
        label=_lazy("When it was written or agreed"),
        required=False,
        max_length=100,
        help_text=_lazy("As you know it: 2001, 2001-02 or 2001-02-08."),
    )
    source = forms.CharField(
        label=_lazy("Where it stands"), max_length=1000, help_text=_lazy("An address, a book, or “we wrote them”.")
    )
    principles = forms.CharField(
        label=_lazy("The principles, one a line"), widget=forms.Textarea(attrs={"rows": 8}), max_length=100_000
    )
    lang = forms.CharField(label=_lazy("The language of these words"), initial="en", max_length=35)


class PrinciplesForm(VersionForm):
    """Principles that are not here yet."""

    name = forms.CharField(label=_lazy("What they are called"), max_length=300)
    adopted_by = forms.CharField(
        label=_lazy("Whose they are"),
        required=False,
        max_length=300,
        help_text=_lazy("A movement, a gathering, or your group."),
    )
    field_order = ("name", "adopted_by", "label", "on", "source", "principles", "lang")


class SignForm(forms.Form):
    """A group's name under a version."""

    group = forms.ChoiceField(label=_lazy("Which group signs"))
    on = day(label=_lazy("On which day"))
    note = forms.CharField(
        label=_lazy("What you want to say with it"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    visibility = forms.ChoiceField(
        label=_lazy("Who can see it"), choices=WHO_SEES, initial=Visibility.PRIVATE, widget=forms.RadioSelect
    )


def _own(slug: str, viewer: Viewer) -> Group:
    """A group of the viewer's own. Raises NotVisibleError: a group's affairs are no secret page of others."""
    group = get_group(slug, viewer=viewer)
    if not may_sign_for(viewer, group):
        raise NotVisibleError(slug)
    return group


@require_safe
@member_required
def principles(request: HttpRequest, slug: str) -> HttpResponse:
    """What the group signed, where a new version asks again, and what it could sign."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    group = _own(slug, viewer)
    lines = sign_ons_of_group(group.pk, viewer=viewer, ended=True)
    present = [one for one in lines if not one.ended_on]
    signed = {one.version_id for one in present} | {one.newer_id for one in present}
    context = {
        "group": group,
        "present": present,
        "ended": [one for one in lines if one.ended_on],
        "others": [(key, words) for key, words in versions_to_sign(viewer=viewer) if key not in signed],
        "fictional": group.place.fictional,
    }
    return render(request, "desk/principles.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def principles_add(request: HttpRequest, slug: str) -> HttpResponse:
    """Principles of the group's own, or of a movement."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    group = _own(slug, viewer)
    form = PrinciplesForm(posted(request), initial={"lang": group.lang})
    if request.method == "POST" and form.is_valid():
        try:
            version = add_principles(group, **form.cleaned_data, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("They are here now. Sign them if you hold them up."))
            return redirect("public:norm", slug=version.norm.slug)
    return _shown(request, form, group, _("Bring principles here"))


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def principles_version(request: HttpRequest, slug: str) -> HttpResponse:
    """A new version of principles that the viewer's group brought."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    norm = get_norm(slug, viewer=viewer)
    require(may_add_version(viewer, norm), _("Only the group that brought these principles adds a version."))
    form = VersionForm(posted(request), initial={"lang": norm.lang, "source": norm.source})
    if request.method == "POST" and form.is_valid():
        try:
            add_version(norm, **form.cleaned_data, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The new version is here. Every group that signed the earlier one is asked."))
            return redirect("public:norm", slug=norm.slug)
    return _shown(request, form, norm.group, _("A new version of %(name)s") % {"name": norm.name})


def _shown(request: HttpRequest, form: forms.Form, group: Any, title: str) -> HttpResponse:
    context = {"form": form, "group": group, "title": title, "fictional": group.place.fictional}
    return render(request, "desk/principles_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def norm_sign(request: HttpRequest, version_id: str) -> HttpResponse:
    """One of the viewer's groups signs a version."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    version = get_version(version_id, viewer=viewer)
    own = {one.pk: one for one in groups_of(viewer) if one.state in AT_WORK}
    require(bool(own), _("Groups sign. You are in none at present."))
    first = next(iter(own.values()))
    form = SignForm(
        posted(request), initial={"on": today(first.place.zone), "group": request.GET.get("group", first.pk)}
    )
    form.fields["group"].choices = [(key, one.name) for key, one in own.items()]  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        told = dict(form.cleaned_data)
        group = own[told.pop("group")]
        try:
            sign_norm(version, group=group, **told, lang=group.lang, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("%(group)s has signed it.") % {"group": group.name})
            return redirect("desk:principles", slug=group.slug)
    context = {"form": form, "version": version, "norm": version.norm}
    return render(request, "desk/norm_sign.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def sign_on(request: HttpRequest, sign_on_id: str) -> HttpResponse:
    """Who sees the group's name under a text, and taking it back."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = get_sign_on(sign_on_id, viewer=viewer)
    require(may_change_sign_on(viewer, row), _("Only the group that signed can change this."))
    if request.method == "POST":
        try:
            if "end" in request.POST:
                end_sign_on(row, by=viewer)
                words = _("Your name is taken back. That it once stood there is kept, for your group.")
            else:
                show_sign_on(row, visibility=request.POST.get("visibility", ""), by=viewer)
                words = _("Saved.")
        except RefusedError as error:
            return render(request, "desk/sign_on.html", {"row": row, "refused": error.sentence}, status=422)
        messages.success(request, words)
        return redirect("desk:principles", slug=row.group.slug)
    return render(request, "desk/sign_on.html", {"row": row, "fictional": row.group.place.fictional})


urlpatterns = [
    path("groups/<slug:slug>/principles/", principles, name="principles"),
    path("groups/<slug:slug>/principles/add/", principles_add, name="principles_add"),
    path("norms/<slug:slug>/version/", principles_version, name="principles_version"),
    path("norms/versions/<str:version_id>/sign/", norm_sign, name="norm_sign"),
    path("sign-ons/<str:sign_on_id>/", sign_on, name="sign_on"),
]
