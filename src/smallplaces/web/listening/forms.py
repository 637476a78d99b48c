"""What is asked inside a room."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from smallplaces.core.enums import Use, Visibility
from smallplaces.meetings.enums import SaidBy, SentenceKind, SentenceReach
from smallplaces.meetings.lines import clean
from smallplaces.web.listening.languages import choices


class CleanField(forms.CharField):
    """Words without control characters, which a keyboard or a copied text can hide. The action checks the length."""

    def __init__(self, *, lines: bool = False, **options: Any) -> None:
        self.lines = lines
        super().__init__(strip=False, **options)

    def to_python(self, value: Any) -> str:
        """Clean before anything is checked."""
        return clean(str(super().to_python(value) or ""), lines=self.lines)


class MarksForm(forms.Form):
    """The small choices beside a sentence."""

    kind = forms.ChoiceField(label=_("It tells"), choices=SentenceKind.choices)
    said_by = forms.ChoiceField(label=_("Said by"), choices=SaidBy.choices, initial=SaidBy.ONE)
    reach = forms.ChoiceField(
        label=_("It is"), choices=[(SentenceReach.OURS, _("ours")), (SentenceReach.PUBLIC, _("public"))]
    )
    lang = forms.ChoiceField(label=_("Language"))

    def __init__(self, *args: Any, lang: str, languages: bool = True, **options: Any) -> None:
        options.setdefault("use_required_attribute", False)
        super().__init__(*args, **options)
        if languages:
            self.fields["lang"] = forms.ChoiceField(label=_("Language"), choices=choices(lang), initial=lang)
        else:
            del self.fields["lang"]


class LineForm(MarksForm):
    """One line of the sheet: the words, and the small choices after them."""

    text = CleanField(required=False, widget=forms.Textarea(attrs={"rows": 1, "autocomplete": "off"}))
    field_order = ["text", "kind", "said_by", "reach", "lang"]


class SheetForm(forms.Form):
    """What belongs to the whole sheet: many lines at once, and what else the room agreed to."""

    paste = CleanField(
        lines=True,
        required=False,
        label=_("Paste several lines"),
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
        help_text=_(
            "From a list or a messenger, one sentence a line. Times and the names of who sent them are left out. "
            "You see the lines before anything is kept."
        ),
    )
    uses = forms.MultipleChoiceField(
        required=False,
        label=_("The room also agreed that its public sentences may be used"),
        widget=forms.CheckboxSelectMultiple,
        choices=[
            (Use.REPORTED, _("in a report to the United Nations")),
            (Use.SHARED, _("by other places, to learn from")),
        ],
    )
    told = CleanField(required=False, label=_("What the room was told would be done with its words"))


class HeadsForm(forms.Form):
    """A number, never names."""

    head_count = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=100_000,
        label=_("How many were there?"),
        help_text=_("A number, never names. Only our group sees it until the room says otherwise."),
    )
    release = forms.BooleanField(required=False, label=_("The room said: others may know this number"))


class ReadBackForm(forms.Form):
    """A dated read-back."""

    on = forms.DateField(label=_("On which day?"), widget=forms.DateInput(attrs={"type": "date"}))
    what = CleanField(
        required=False, label=_("What was read?"), help_text=_("The sheet, a letter, a report: in a few words.")
    )
    text = CleanField(
        lines=True,
        required=False,
        label=_("What did the room change?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("No names. Leave it empty if nothing was changed."),
    )
    not_found = CleanField(
        required=False,
        label=_("Who could not be found?"),
        help_text=_("In words, no names: “the night shift”, “two families who moved away”."),
    )
    visibility = forms.ChoiceField(
        label=_("Who may see this?"),
        choices=[(Visibility.PRIVATE, _("only our group")), (Visibility.PUBLIC, _("everybody"))],
    )

    def __init__(self, *args: Any, today: dt.date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["on"].initial = today
