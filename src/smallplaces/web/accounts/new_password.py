"""A new password by a link that two holders made."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from smallplaces.core.enums import Purpose
from smallplaces.core.links import is_open, link_for
from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.groups.actions import set_password_by_link
from smallplaces.web.accounts.forms import NewPasswordForm
from smallplaces.web.accounts.invitation import over
from smallplaces.web.doors import drop_cookie, give_cookie, link_in_cookie
from smallplaces.web.forms import posted, refuse
from smallplaces.web.visitors import slow_down


@require_http_methods(["GET", "HEAD", "POST"])
def door(request: HttpRequest, key: str) -> HttpResponse:
    """GET shows one button, POST trades the key for a short cookie."""
    slow_down(request, "new password", most=60)
    try:
        link = link_for(key, Purpose.PASSWORD)
    except NotVisibleError:
        return over(request)
    if not link.seconded_by_id:
        return over(request)
    if request.method == "POST":
        return give_cookie(redirect("new_password_set"), link, secure=request.is_secure())
    return render(request, "account/new_password.html", {"until": link.until})


@require_http_methods(["GET", "HEAD", "POST"])
def set_password(request: HttpRequest) -> HttpResponse:
    """The form behind the door."""
    link = link_in_cookie(request)
    if link is None or link.purpose != Purpose.PASSWORD or not is_open(link):
        return over(request)
    form = NewPasswordForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            set_password_by_link(link, **form.cleaned_data, by=request.viewer)  # type: ignore[attr-defined]
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Your new password stands. Sign in with it."))
            return drop_cookie(redirect("account_login"))
    return render(request, "account/new_password_set.html", {"form": form}, status=422 if form.errors else 200)


urlpatterns = [
    path("new-password/<str:key>/", door, name="new_password"),
    path("new-password/", set_password, name="new_password_set"),
]
