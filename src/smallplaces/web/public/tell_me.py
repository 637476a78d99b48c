"""Tell me about the next meeting: an address or nothing, a yes by one press, and leaving by one press."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from smallplaces.core.mail import is_on, outer
from smallplaces.core.refusals import RefusedError
from smallplaces.groups.queries import get_group
from smallplaces.letters.actions import ask_to_hear, leave_list, say_yes
from smallplaces.letters.policies import takes_mail
from smallplaces.letters.queries import group_of_leave, group_of_yes
from smallplaces.web.forms import posted, refuse
from smallplaces.web.listening.forms import CleanField
from smallplaces.web.visitors import slow_down

READ_OR_SEND = ["GET", "HEAD", "POST"]


class TellMeForm(forms.Form):
    """One address and nothing else: no name, no place of living."""

    email = CleanField(
        label=_lazy("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


@require_http_methods(READ_OR_SEND)
def tell_me(request: HttpRequest, slug: str) -> HttpResponse:
    """The ways to hear of the next meeting; an address is one of them. The answer is the same for every address."""
    group = get_group(slug, viewer=request.viewer)  # type: ignore[attr-defined]
    form = TellMeForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            slow_down(request, "tell me", most=10)
            ask_to_hear(group, email=form.cleaned_data["email"], lang=get_language() or "en")
        except RefusedError as error:
            refuse(form, error)
        else:
            asked = _(
                "Thank you. If this address is not on the list yet, a letter comes to it: press the button in it."
            )
            messages.success(request, asked)
            return redirect("public:group", slug=group.slug)
    context = {
        "form": form,
        "group": group,
        "fictional": group.place.fictional,
        "takes": takes_mail(group),
        "mail": is_on(),
        "site": outer(""),
    }
    return render(request, "public/tell_me.html", context, status=422 if form.errors else 200)


@require_http_methods(READ_OR_SEND)
def yes(request: HttpRequest, key: str) -> HttpResponse:
    """The link of the one letter: a look changes nothing, the button says yes."""
    done = request.method == "POST"
    group = say_yes(key) if done else group_of_yes(key)
    context = {"group": group, "done": done and group is not None, "gone": group is None, "yes": True}
    return render(request, "public/tell_me_link.html", context)


@csrf_exempt  # A mail program presses the button without a cookie (RFC 8058); the key in the address is the leave to.
@require_http_methods(READ_OR_SEND)
def leave(request: HttpRequest, key: str) -> HttpResponse:
    """The link in each letter: a look changes nothing, the button takes the address off the list, whole."""
    group = group_of_leave(key)
    done = request.method == "POST"
    if done:
        leave_list(key)
    context = {"group": group, "done": done, "gone": group is None and not done, "yes": False}
    return render(request, "public/tell_me_link.html", context)


urlpatterns = [
    path("groups/<slug:slug>/tell-me/", tell_me, name="tell_me"),
    path("letters/yes/<str:key>/", yes, name="tell_me_yes"),
    path("letters/leave/<str:key>/", leave, name="leave"),
]
