"""One's own e-mail address, for reminders and for a word that a message waits. One need not have any."""

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

from smallplaces.core.mail import is_on
from smallplaces.core.mail_addresses import shown
from smallplaces.core.refusals import RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.actions.own_email import check_number, send_number, set_own_email
from smallplaces.groups.queries import get_account
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.forms import posted, refuse
from smallplaces.web.listening.forms import CleanField

ASKED = "own_email"


class EmailForm(forms.Form):
    """The address."""

    email = CleanField(
        label=_lazy("Your mail address"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )


class NumberForm(forms.Form):
    """What stood in the letter."""

    number = CleanField(
        label=_lazy("The number in the letter"),
        max_length=6,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )


def step(request: HttpRequest, form: forms.Form, asked: dict[str, Any] | None, viewer: Viewer) -> None:
    """Mails the number, or takes it. Raises RefusedError."""
    if asked is None:
        email, number = send_number(form.cleaned_data["email"], by=viewer)
        request.session[ASKED] = {"email": email, "number": number}
        return
    check_number(form.cleaned_data["number"], asked["number"], by=viewer)
    set_own_email(asked["email"], by=viewer)
    del request.session[ASKED]
    messages.success(request, _("Your address is kept. Only you see it."))


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def own_email(request: HttpRequest) -> HttpResponse:
    """The address as it stands; a new one after a number that was mailed to it; or none."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    if "none" in request.POST:
        request.session.pop(ASKED, None)
        set_own_email("", by=viewer)
        messages.success(request, _("Your address is removed. No letter comes."))
        return redirect("desk:own_email")
    if "again" in request.POST:
        request.session.pop(ASKED, None)
        return redirect("desk:own_email")
    asked = request.session.get(ASKED)
    form = (NumberForm if asked else EmailForm)(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            step(request, form, asked, viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            return redirect("desk:own_email")
    email = get_account(viewer.account_id).email
    context = {"form": form, "email": shown(email), "asked": shown(asked["email"]) if asked else "", "mail": is_on()}
    return render(request, "desk/own_email.html", context, status=422 if form.errors else 200)


urlpatterns = [path("my-address/", own_email, name="own_email")]
