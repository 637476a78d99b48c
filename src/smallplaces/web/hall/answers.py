"""A public body answers through its link: it sees the public thing and its own answer, and changes nothing of ours."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from smallplaces.commitments import actions, queries
from smallplaces.commitments.enums import Judgement
from smallplaces.core.refusals import RefusedError
from smallplaces.web.doors import give_cookie, link_in_cookie, link_viewer
from smallplaces.web.forms import refuse
from smallplaces.web.listening.languages import choices
from smallplaces.web.promising import demand_shown
from smallplaces.web.public.promises import shown
from smallplaces.web.visitors import slow_down

READ_OR_SEND = ["GET", "HEAD", "POST"]
TRIES_AN_HOUR = 60
JUDGEMENTS = [
    (Judgement.KEPT, gettext_lazy("we kept it")),
    (Judgement.PARTLY, gettext_lazy("we kept a part of it")),
    (Judgement.NOT_KEPT, gettext_lazy("we did not keep it")),
    (Judgement.TOO_EARLY, gettext_lazy("it is too early to say")),
    (Judgement.DENIED, gettext_lazy("we did not promise this")),
]


class AnswerForm(forms.Form):
    """A body's own words."""

    text = forms.CharField(
        max_length=4000,
        label=gettext_lazy("Your answer, in your own words"),
        help_text=gettext_lazy("It stands in public beside ours, under your body's name. Nobody here changes it."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def __init__(self, *args: Any, with_judgement: bool, lang: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["lang"] = forms.ChoiceField(label=_("Language of these words"), choices=choices(lang), initial=lang)
        if with_judgement:
            self.fields["judgement"] = forms.ChoiceField(
                label=_("What became of it?"), choices=JUDGEMENTS, widget=forms.RadioSelect
            )
            self.order_fields(["judgement", "text", "lang"])


@require_http_methods(READ_OR_SEND)
def answer_door(request: HttpRequest, key: str) -> HttpResponse:
    """One button. Looking spends nothing, so that a mail scanner opens nothing; the button trades the key for a cookie."""
    if request.method != "POST":
        return render(request, "hall/answer_door.html")
    slow_down(request, "answer", most=TRIES_AN_HOUR)
    link = queries.answer_link(key)
    return give_cookie(redirect("hall:answer"), link, secure=settings.SECURE)


@require_http_methods(READ_OR_SEND)
def answer(request: HttpRequest) -> HttpResponse:
    """The public thing, and the body's own answer to write or to correct."""
    link, viewer = link_in_cookie(request), link_viewer(request)
    if link is None or viewer is None or link.purpose != "answer":
        return render(request, "hall/answer_closed.html", status=404)
    data = queries.answer_desk(link, viewer=viewer)
    initial = {"text": data.text, "judgement": data.judgement, "lang": data.lang}
    form = AnswerForm(request.POST or None, initial=initial, with_judgement=data.promise is not None, lang=data.lang)
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer_through_link(link, **form.cleaned_data, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Your answer stands in public now. You can correct it for seven days."))
            return redirect("hall:answer")
    return render(request, "hall/answer.html", _context(data, form), status=422 if form.errors else 200)


def _context(data: queries.AnswerDesk, form: forms.Form) -> dict[str, Any]:
    context: dict[str, Any] = {"desk": data, "form": form, "fictional": data.fictional}
    if data.promise is not None:
        context |= {"page": data.promise, **shown(data.promise)}
    if data.demand is not None:
        context |= {"page": data.demand, "demand": demand_shown(data.demand)}
    return context


urlpatterns = [
    path("", answer, name="answer"),
    path("<str:key>/", answer_door, name="answer_door"),
]
