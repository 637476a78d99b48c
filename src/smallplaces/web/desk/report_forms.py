"""What is asked about a report."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from smallplaces.core.enums import Visibility
from smallplaces.web.listening.forms import CleanField
from smallplaces.web.listening.languages import choices

DATE = {"type": "date"}
SEEN_BY = [
    (Visibility.PRIVATE, _("only our group")),
    (Visibility.PUBLIC, _("everybody, once it is handed in")),
]


class StartForm(forms.Form):
    """What kind of report, its title, its languages, its day."""

    group = forms.ChoiceField(label=_("Which group tells it?"))
    profile = forms.ChoiceField(label=_("What kind of report?"), widget=forms.RadioSelect)
    title = CleanField(label=_("Title"), max_length=300)
    on = forms.DateField(
        label=_("For which day?"), widget=forms.DateInput(attrs=DATE), help_text=_("The day it is read, or sent.")
    )
    lang = forms.ChoiceField(label=_("Language"))
    second_lang = forms.ChoiceField(
        required=False, label=_("Second language"), help_text=_("Each paragraph is then printed in both.")
    )

    def __init__(
        self, *args: Any, groups: list[tuple[str, str]], profiles: list[tuple[str, str]], lang: str, **options: Any
    ) -> None:
        options.setdefault("use_required_attribute", False)
        super().__init__(*args, **options)
        languages = choices(lang)
        for name, rows in (("group", groups), ("profile", profiles), ("lang", languages)):
            self.fields[name].choices = rows  # type: ignore[attr-defined]
            self.fields[name].initial = rows[0][0] if rows else ""
        self.fields["second_lang"].choices = [("", _("none")), *languages]  # type: ignore[attr-defined]
        if len(groups) == 1:
            self.fields["group"].widget = forms.HiddenInput()


class ParagraphForm(forms.Form):
    """One paragraph, and beside it the same in the second language."""

    text = CleanField(lines=True, label=_("The paragraph"), widget=forms.Textarea(attrs={"rows": 5}))
    second = CleanField(lines=True, required=False, widget=forms.Textarea(attrs={"rows": 5}))
    claims = forms.BooleanField(required=False, initial=True, label=_("It says that something is so"))

    def __init__(self, *args: Any, lang: str, second_lang: str = "", second_name: str = "", **options: Any) -> None:
        options.setdefault("use_required_attribute", False)
        super().__init__(*args, **options)
        self.fields["text"].widget.attrs.update(lang=lang, dir="auto")
        if second_lang:
            self.fields["second"].label = _("The same in %(language)s") % {"language": second_name}
            self.fields["second"].widget.attrs.update(lang=second_lang, dir="auto")
        else:
            del self.fields["second"]


class CiteForm(forms.Form):
    """One piece of evidence of one kind."""

    kind = forms.CharField(widget=forms.HiddenInput)
    thing = forms.CharField(required=False)
    source = CleanField(
        required=False,
        label=_("Where does it stand?"),
        help_text=_("A title, a page, a day, an address. No names of people who could be harmed by it."),
        max_length=1000,
    )
    verbatim = forms.BooleanField(required=False)


class SectionForm(forms.Form):
    """A heading in one language or two."""

    heading = CleanField(label=_("Heading"), max_length=300)
    second_heading = CleanField(required=False, label=_("The same in the second language"), max_length=300)


class HandForm(forms.Form):
    """To whom, and when."""

    to = CleanField(
        label=_("To whom?"),
        max_length=300,
        help_text=_("A room, an office, a body, by its own name: “the chapel kitchen, one copy on the table”."),
    )
    on = forms.DateField(label=_("On which day?"), widget=forms.DateInput(attrs=DATE))

    def __init__(self, *args: Any, today: dt.date, **options: Any) -> None:
        options.setdefault("use_required_attribute", False)
        super().__init__(*args, **options)
        self.fields["on"].initial = today


class SeenByForm(forms.Form):
    """Who may read it."""

    visibility = forms.ChoiceField(label=_("Who may read this report?"), choices=SEEN_BY, widget=forms.RadioSelect)


class UseForm(forms.Form):
    """A step of ours that uses the report."""

    step = forms.ChoiceField(label=_("Which step uses it?"))

    def __init__(self, *args: Any, steps: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["step"].choices = steps  # type: ignore[attr-defined]
