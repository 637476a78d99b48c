"""An invitation: a look spends nothing; a button opens it; a form, or a second button, takes it up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from smallplaces.core.enums import Purpose
from smallplaces.core.links import is_open, link_for
from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.groups.actions import join_by_invitation, make_account
from smallplaces.groups.queries import group_of_link
from smallplaces.web.accounts.forms import JoinForm
from smallplaces.web.doors import drop_cookie, give_cookie, link_in_cookie
from smallplaces.web.forms import refuse
from smallplaces.web.visitors import slow_down

if TYPE_CHECKING:
    from smallplaces.core.models import OneTimeLink
    from smallplaces.groups.models import Account

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def over(request: HttpRequest) -> HttpResponse:
    """The same page for a link that was used, closed, is past its day, or never was."""
    return render(request, "account/link_over.html", status=404)


def what_for(link: OneTimeLink) -> dict[str, object]:
    """What a page says about an invitation."""
    details = {"role": link.details.get("role", ""), "as_steward": link.details.get("steward", False)}
    return {"group": group_of_link(link), "until": link.until, **details}


@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, key: str) -> HttpResponse:
    """The door: GET shows one button, POST trades the key for a short cookie."""
    slow_down(request, "invitation", most=60)
    try:
        link = link_for(key, Purpose.INVITE)
    except NotVisibleError:
        return over(request)
    if request.method == "POST":
        return give_cookie(redirect("invitation_join"), link, secure=request.is_secure())
    return render(request, "account/invitation.html", what_for(link))


@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """Makes the account, or lets a person who is signed in take the invitation up."""
    link = link_in_cookie(request)
    if link is None or link.purpose != Purpose.INVITE or not is_open(link):
        return over(request)
    form = JoinForm(request.POST if request.method == "POST" and not request.user.is_authenticated else None)
    if request.method == "POST" and (request.user.is_authenticated or form.is_valid()):
        try:
            account = take_up(request, link, form)
        except RefusedError as error:
            refuse(form, error)
        else:
            if not request.user.is_authenticated:
                login(request, account, backend=BACKEND)
            messages.success(request, _("Welcome. You are in."))
            return drop_cookie(redirect("desk:home"))
    return render(request, "account/join.html", {"form": form, **what_for(link)}, status=422 if form.errors else 200)


def take_up(request: HttpRequest, link: OneTimeLink, form: JoinForm) -> Account:
    """The account that is in the group afterwards. Raises RefusedError."""
    by = request.viewer  # type: ignore[attr-defined]
    if request.user.is_authenticated:
        account: Account = request.user
        return join_by_invitation(link, account=account, by=by)
    return make_account(link, **form.cleaned_data, by=by)


urlpatterns = [
    path("invitation/<str:key>/", invitation, name="invitation"),
    path("join/", join, name="invitation_join"),
]
