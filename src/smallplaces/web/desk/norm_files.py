"""Stewards bring official texts of treaties in, and who ratified them: first a look, then the second press writes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from smallplaces.core.refusals import RefusedError
from smallplaces.core.uploads import keep_upload, kept_upload, let_upload_go
from smallplaces.core.viewers import Viewer
from smallplaces.norms.actions.ratifications import StandingsBrought, import_ratifications
from smallplaces.norms.actions.texts import TextBrought, import_norm_text
from smallplaces.norms.outside import RATIFICATIONS, TREATY, tables_of_files, text_of_file
from smallplaces.norms.queries.official import norm_of_code, texts_to_bring
from smallplaces.web.desk.signed_in import steward_required
from smallplaces.web.forms import refuse

READ_OR_SEND = ["GET", "HEAD", "POST"]
CHOOSE = {"required": _lazy("Choose a file first."), "empty": _lazy("This file is empty. Get it again.")}
MANY = 20


class TextFileForm(forms.Form):
    """A file with the official text of a treaty."""

    file = forms.FileField(
        label=_lazy("The file"),
        help_text=_lazy("The text by article, as JSON, or as Markdown with a heading for each article."),
        error_messages=CHOOSE,
    )
    instrument = forms.ChoiceField(label=_lazy("Which text it is"))
    lang = forms.CharField(
        label=_lazy("In which language"),
        required=False,
        max_length=35,
        help_text=_lazy("Its short code, where the file holds several: en, es, zh."),
    )
    source = forms.CharField(
        label=_lazy("Where it is from"), max_length=1000, help_text=_lazy("An address, or a name.")
    )

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.fields["instrument"].choices = texts_to_bring()  # type: ignore[attr-defined]


class TablesForm(forms.Form):
    """One table of ratifications, or a ZIP of several."""

    file = forms.FileField(
        label=_lazy("The file"),
        help_text=_lazy("One table a treaty, named as hr_status_icerd.csv; or several of them in one ZIP."),
        error_messages=CHOOSE,
    )
    checked = forms.CharField(
        label=_lazy("When the source was right"), max_length=10, help_text=_lazy("A year, a month or a day: 2022.")
    )
    source = forms.CharField(
        label=_lazy("Where it is from"), max_length=1000, help_text=_lazy("An address, or a name.")
    )


@require_http_methods(READ_OR_SEND)
@steward_required
def norm_text(request: HttpRequest) -> HttpResponse:
    """An official text: what would come in, and then it comes in."""
    form = TextFileForm(request.POST, request.FILES) if request.method == "POST" else TextFileForm()
    kept = request.POST.get("kept", "")
    facts = {name: request.POST.get(name, "") for name in ("instrument", "lang", "source")}
    try:
        if kept:
            data, name = kept_upload(kept, what=TREATY)
            done = _text(data, name, facts, request)
            let_upload_go(kept, what=TREATY)
            messages.success(request, text_told(done))
            return redirect("public:norm", done.norm.slug)
        if form.is_valid():
            file = form.cleaned_data["file"]
            data = bytes(file.read())
            seen = _text(data, file.name, facts, request, preview=True)
            word = keep_upload(data, name=file.name, what=TREATY, media_type="text/plain")
            return _look(request, word, facts, told=text_told(seen), lines=_left_out(seen), title=seen.norm.name)
    except RefusedError as error:
        refuse(form, error)
    title = _("Bring an official text in")
    lead = _("The words of a treaty by article, checked against our list: a text that is not whole is not taken.")
    return _ask(request, form, title, lead)


@require_http_methods(READ_OR_SEND)
@steward_required
def ratifications(request: HttpRequest) -> HttpResponse:
    """Who ratified what: what would change, and then it changes."""
    form = TablesForm(request.POST, request.FILES) if request.method == "POST" else TablesForm()
    kept = request.POST.get("kept", "")
    facts = {name: request.POST.get(name, "") for name in ("checked", "source")}
    try:
        if kept:
            data, name = kept_upload(kept, what=RATIFICATIONS)
            done = _standings(data, name, facts, request)
            let_upload_go(kept, what=RATIFICATIONS)
            messages.success(request, standings_told(done))
            return redirect("public:norms")
        if form.is_valid():
            file = form.cleaned_data["file"]
            data = bytes(file.read())
            seen = _standings(data, file.name, facts, request, preview=True)
            word = keep_upload(data, name=file.name, what=RATIFICATIONS, media_type="text/csv")
            lines = [*seen.changes[:MANY], *_unknown(seen), *seen.refused[:MANY]]
            return _look(request, word, facts, told=standings_told(seen), lines=lines, title=file.name)
    except RefusedError as error:
        refuse(form, error)
    title = _("Bring in who ratified what")
    lead = _("Which States are bound by which treaty, with the source and its year. What was known before is kept.")
    return _ask(request, form, title, lead)


def _text(data: bytes, name: str, facts: dict[str, str], request: HttpRequest, *, preview: bool = False) -> TextBrought:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    norm = norm_of_code(facts["instrument"])
    text = text_of_file(data, name=name, lang=facts["lang"], source=facts["source"])
    with transaction.atomic():
        done = import_norm_text(norm, text, by=viewer)
        transaction.set_rollback(preview)
    return done


def _standings(
    data: bytes, name: str, facts: dict[str, str], request: HttpRequest, *, preview: bool = False
) -> StandingsBrought:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    tables = tables_of_files({name: data})
    with transaction.atomic():
        done = import_ratifications(tables, source=facts["source"], checked=facts["checked"], by=viewer)
        transaction.set_rollback(preview)
    return done


def text_told(done: TextBrought) -> str:
    """What came in of a text."""
    if not done.made and not done.changed:
        return _("This text is here already (%(lang)s), word for word. Nothing is new.") % {"lang": done.lang}
    counts = {"made": done.made, "changed": done.changed, "articles": done.articles, "lang": done.lang}
    return _("%(articles)s articles (%(lang)s): %(made)s new, %(changed)s changed.") % counts


def standings_told(done: StandingsBrought) -> str:
    """What came in of the tables."""
    treaties = ngettext("%(n)d treaty", "%(n)d treaties", done.tables) % {"n": done.tables}
    counts = {"made": done.made, "changed": len(done.changes), "there": done.there + done.kept}
    return f"{treaties}: {_('%(made)s new, %(changed)s changed, %(there)s here already.') % counts}"


def _left_out(seen: TextBrought) -> list[str]:
    return [_("Left out, for it follows in the same file: %(title)s") % {"title": one} for one in seen.further]


def _unknown(seen: StandingsBrought) -> list[str]:
    return [_("Not in our list of texts, left out: %(file)s") % {"file": one} for one in seen.unknown]


def _look(request: HttpRequest, word: str, facts: dict[str, str], **more: Any) -> HttpResponse:
    return render(request, "desk/norm_file_preview.html", {"kept": word, "facts": facts, **more})


def _ask(request: HttpRequest, form: forms.Form, title: str, lead: str) -> HttpResponse:
    context = {"form": form, "title": title, "lead": lead}
    return render(request, "desk/norm_file.html", context, status=422 if form.errors else 200)


urlpatterns = [
    path("norms/text/", norm_text, name="norm_text"),
    path("norms/ratifications/", ratifications, name="ratifications"),
]
