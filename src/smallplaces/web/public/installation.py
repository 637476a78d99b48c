"""Who runs this site, who pays, who can read what, who appoints stewards, how to leave."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods, require_safe

from smallplaces.core.actions import describe_installation
from smallplaces.core.installation import the_installation
from smallplaces.web.desk.signed_in import steward_required
from smallplaces.web.forms import posted


def box(label: object, help_text: object = "") -> forms.CharField:
    """A few sentences."""
    return forms.CharField(
        label=label,  # type: ignore[arg-type]
        help_text=help_text,  # type: ignore[arg-type]
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class InstallationForm(forms.Form):
    """What only the people who run this can say."""

    name = forms.CharField(label=_lazy("What this site is called"), max_length=100)
    run_by = box(_lazy("Who runs it"), _lazy("Who has the keys of the machine, and where the machine stands."))
    paid_by = box(_lazy("Who pays for it"))
    contact = box(_lazy("How to reach the people who run it"))
    stewards_appointed_by = box(_lazy("Who appoints the stewards, and who can dismiss them"))
    lang = forms.CharField(label=_lazy("The language of these words"), max_length=35, initial="en")


@require_safe
def installation(request: HttpRequest) -> HttpResponse:
    """The plain page behind the footer of every page."""
    return render(request, "public/installation.html", {"page": the_installation()})


@require_http_methods(["GET", "HEAD", "POST"])
@steward_required
def installation_change(request: HttpRequest) -> HttpResponse:
    """A steward writes what only they can say."""
    now = the_installation()
    form = InstallationForm(
        posted(request), initial={name: getattr(now, name) for name in InstallationForm.base_fields}
    )
    if request.method == "POST" and form.is_valid():
        describe_installation(**form.cleaned_data, by=request.viewer)  # type: ignore[attr-defined]
        messages.success(request, _("This page says it now."))
        return redirect("public:installation")
    context = {"form": form}
    return render(request, "public/installation_change.html", context, status=422 if form.errors else 200)


urlpatterns = [
    path("about/", installation, name="installation"),
    path("about/change/", installation_change, name="installation_change"),
]
