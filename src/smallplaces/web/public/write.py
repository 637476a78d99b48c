"""Writing to a group by its form. No address of the group is shown, and none of the writer is asked for."""

from __future__ import annotations

import time
from typing import Any

from django import forms
from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from smallplaces.core.refusals import RefusedError
from smallplaces.groups.queries import get_group
from smallplaces.letters.actions import write_to_group
from smallplaces.letters.policies import takes_mail
from smallplaces.web.desk.issue_forms import LanguageForm
from smallplaces.web.forms import posted, refuse
from smallplaces.web.listening.forms import CleanField
from smallplaces.web.visitors import slow_down

BEGUN = "smallplaces.web.public.write"
TOO_FAST, TOO_OLD = 4, 24 * 60 * 60


class WriteForm(LanguageForm):
    """The words, and how to answer. Below stand a field that people do not see, and when the page was asked for."""

    text = CleanField(
        lines=True, label=_lazy("What do you want to say or ask?"), widget=forms.Textarea(attrs={"rows": 6})
    )
    reply_to = CleanField(
        label=_lazy("How can they answer you?"),
        required=False,
        max_length=300,
        help_text=_lazy("A telephone, an address, a time at the next meeting. Only people of the group read it."),
    )
    more = forms.CharField(
        label=_lazy("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    begun = forms.CharField(required=False, widget=forms.HiddenInput)
    field_order = ["text", "reply_to", "lang"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["begun"].initial = signing.dumps(int(time.time()), salt=BEGUN)

    @property
    def people_see(self) -> list[forms.BoundField]:
        """What is shown to everybody."""
        return [field for field in self.visible_fields() if field.name != "more"]

    @property
    def is_odd(self) -> bool:
        """Whether a machine seems to have filled this in: the unseen field, or no time taken."""
        try:
            begun = int(signing.loads(self.cleaned_data["begun"], salt=BEGUN, max_age=TOO_OLD))
        except (signing.BadSignature, TypeError, ValueError):
            return True
        return bool(self.cleaned_data["more"]) or time.time() - begun < TOO_FAST


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, slug: str) -> HttpResponse:
    """The form; whoever writes gets the same friendly answer, also where the message is held back for a look."""
    group = get_group(slug, viewer=request.viewer)  # type: ignore[attr-defined]
    form = WriteForm(posted(request), lang=group.lang)
    if request.method == "POST" and form.is_valid():
        try:
            slow_down(request, "message", most=5)
            words = {name: form.cleaned_data[name] for name in ("text", "reply_to", "lang")}
            write_to_group(group, **words, odd=form.is_odd)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Thank you. People of %(group)s read it.") % {"group": group.name})
            return redirect("public:group", slug=group.slug)
    context = {"form": form, "group": group, "fictional": group.place.fictional, "takes": takes_mail(group)}
    return render(request, "public/write.html", context, status=422 if form.errors else 200)


urlpatterns = [path("groups/<slug:slug>/write/", write, name="write")]
