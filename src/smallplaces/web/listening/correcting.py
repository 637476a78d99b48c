"""The page that puts a typing mistake right, for both entrances."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from smallplaces.core.ends import uses_of
from smallplaces.core.refusals import RefusedError
from smallplaces.meetings.actions import correct_sentence
from smallplaces.meetings.enums import SaidBy, SentenceKind
from smallplaces.meetings.names import person_in
from smallplaces.meetings.queries import find_sentence, get_sentence
from smallplaces.web.forms import posted, refuse
from smallplaces.web.listening.door import Door
from smallplaces.web.listening.forms import CleanField
from smallplaces.web.listening.languages import choices
from smallplaces.web.quoting import quoted


class CorrectForm(forms.Form):
    """One sentence as it should have been typed. `looked` is the name that was pointed out before."""

    text = CleanField(label=gettext_lazy("The sentence as it was said"), widget=forms.Textarea(attrs={"rows": 3}))
    kind = forms.ChoiceField(label=gettext_lazy("It tells"), choices=SentenceKind.choices)
    said_by = forms.ChoiceField(label=gettext_lazy("Said by"), choices=SaidBy.choices)
    lang = forms.ChoiceField(label=gettext_lazy("Language"))
    looked = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: object, lang: str, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["lang"] = forms.ChoiceField(label=_("Language"), choices=choices(lang))

    @property
    def name(self) -> str:
        """What looks like somebody's name or number and was not pointed out before."""
        found = person_in(self.cleaned_data["text"])
        return "" if found == self.cleaned_data["looked"] else found

    def asking(self) -> CorrectForm:
        """The same form, which goes through when it is sent once more as it is."""
        data = {**self.cleaned_data, "looked": self.name}
        return CorrectForm(data, lang=self.cleaned_data["lang"])


def correct_page(request: HttpRequest, door: Door, sentence_id: str) -> HttpResponse:
    """Puts a sentence right; says why not where something was made from it, or where it names somebody."""
    line = get_sentence(sentence_id, viewer=door.viewer)
    row = find_sentence(sentence_id, viewer=door.viewer)
    initial = {"text": row.text, "kind": row.kind, "said_by": row.said_by, "lang": row.lang}
    form = CorrectForm(posted(request), initial=initial, lang=row.lang)
    name = ""
    if request.method == "POST" and form.is_valid():
        name = form.name
        if name:
            form = form.asking()
        elif _corrected(request, door, sentence_id, form):
            return redirect(door.home)
    context = {
        "door": door,
        "meeting": door.meeting,
        "fictional": line.fictional,
        "line": line,
        "sentence": quoted(line, room=False),
        "back_url": door.take_back(sentence_id),
        "in_use": bool(uses_of("sentence", [sentence_id])),
        "form": form,
        "name": name,
    }
    return render(request, "listening/correct.html", context, status=422 if name or form.errors else 200)


def _corrected(request: HttpRequest, door: Door, sentence_id: str, form: CorrectForm) -> bool:
    facts = {key: value for key, value in form.cleaned_data.items() if key != "looked"}
    try:
        correct_sentence(find_sentence(sentence_id, viewer=door.viewer), **facts, by=door.viewer)
    except RefusedError as refusal:
        refuse(form, refusal)
        return False
    messages.success(request, _("The sentence is put right."))
    return True
