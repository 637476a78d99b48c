"""One printed page for whoever carries on, and the note of where the keys are."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods, require_safe

from smallplaces.commitments.queries import PromiseLine
from smallplaces.core.clock import today
from smallplaces.core.refusals import RefusedError, require
from smallplaces.groups.actions import note_keys
from smallplaces.groups.policies import may_hold
from smallplaces.thread import hand_over as thread
from smallplaces.web.desk.group_steps import our_group
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.forms import posted, refuse
from smallplaces.web.listening.forms import CleanField
from smallplaces.web.promising import by_when


class KeysForm(forms.Form):
    """Where the keys are."""

    text = CleanField(
        lines=True,
        required=False,
        label=_lazy("Where are the keys?"),
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_lazy(
            "The key of the room, the paper sheets, the e-mail account, the passwords. No passwords here: say where they"
            " are, and who can open that place."
        ),
    )


@member_required
@require_safe
def hand_over(request: HttpRequest, slug: str) -> HttpResponse:
    """What we work on, what we promised, who is owed an answer, what is next, where the keys are."""
    viewer = request.viewer  # type: ignore[attr-defined]
    group = our_group(request, slug)
    page = thread.hand_over(group, viewer=viewer)
    context = {
        "group": group,
        "page": page,
        "promises": [(one, by_when(one), _kept(one)) for one in page.promises.items],
        "may_hold": may_hold(group, viewer),
        "fictional": group.place.fictional,
        "from_words": group.name,
        "printed_on": date_format(today(group.place.zone), "j F Y"),
    }
    return render(request, "desk/hand_over.html", context)


def _kept(promise: PromiseLine) -> str:
    """Our own last word on a pledge of ours."""
    word = promise.we[-1].words if promise.we else ""
    return _("we say: %(words)s") % {"words": word} if word else _("nobody has said yet whether it was kept")


@member_required
@require_http_methods(["GET", "HEAD", "POST"])
def keys(request: HttpRequest, slug: str) -> HttpResponse:
    """Holders say where the keys are; never a password."""
    viewer = request.viewer  # type: ignore[attr-defined]
    group = our_group(request, slug)
    require(may_hold(group, viewer), _("Only the holders of this group write down where its keys are."))
    form = KeysForm(posted(request), initial={"text": group.keys_note}, use_required_attribute=False)
    if request.method == "POST" and form.is_valid():
        try:
            note_keys(group, **form.cleaned_data, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("That is kept. It stands on the page to hand over."))
            return redirect("desk:hand_over", slug=group.slug)
    context = {"group": group, "form": form, "fictional": group.place.fictional}
    return render(request, "desk/keys.html", context, status=422 if form.errors else 200)


urlpatterns = [
    path("groups/<slug:slug>/hand-over/", hand_over, name="hand_over"),
    path("groups/<slug:slug>/hand-over/keys/", keys, name="keys"),
]
