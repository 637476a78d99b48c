"""What is asked when a room says what comes first."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from smallplaces.core.enums import Visibility
from smallplaces.issues.enums import RankingMethod
from smallplaces.issues.lines import IssueLine
from smallplaces.web.desk.issue_forms import LanguageForm
from smallplaces.web.listening.forms import CleanField


class RankForm(forms.Form):
    """One issue with its two small numbers; either of them, or none where the room left it out."""

    marks = forms.IntegerField(
        required=False, min_value=0, max_value=1_000_000, label=_("Dots or hands"), widget=forms.TextInput
    )
    place = forms.IntegerField(required=False, min_value=1, max_value=200, label=_("Or place"), widget=forms.TextInput)

    def __init__(self, *args: Any, issue: IssueLine, **options: Any) -> None:
        super().__init__(*args, **options)
        self.issue = issue
        for field in self.fields.values():
            field.widget.attrs |= {"inputmode": "numeric", "size": "4", "autocomplete": "off"}

    @property
    def says_something(self) -> bool:
        """Whether the room put this issue anywhere."""
        return self.cleaned_data["marks"] is not None or self.cleaned_data["place"] is not None


class OrderForm(LanguageForm):
    """How the room did it, and who may know."""

    method = forms.ChoiceField(label=_("How did the room say it?"), choices=RankingMethod.choices)
    asked_first = forms.BooleanField(required=False, label=_("Those most affected were asked first"))
    asked_first_words = CleanField(
        required=False,
        label=_("Who was asked first?"),
        help_text=_("In a few words, never by name: those who work at night."),
    )
    on = forms.DateField(label=_("On which day?"), widget=forms.DateInput(attrs={"type": "date"}))
    note = CleanField(required=False, label=_("For ourselves"), help_text=_("Only our group reads this."))
    visibility = forms.ChoiceField(
        label=_("Who may see this order?"),
        widget=forms.RadioSelect,
        choices=[
            (Visibility.PRIVATE, _("only our group")),
            (Visibility.PUBLIC, _("everybody: the order in words, how it was said, who was asked first; no number")),
        ],
    )
    field_order = ["method", "asked_first", "asked_first_words", "on", "visibility", "note", "lang"]


class PriorityForm(LanguageForm):
    """One line of what a public body says comes first."""

    body = forms.ChoiceField(label=_("Whose order is it?"))
    position = forms.IntegerField(
        min_value=1, max_value=200, label=_("Its place there"), widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )
    text = CleanField(label=_("In their words"))
    source = CleanField(label=_("Where is this known from?"), help_text=_("A document and its page, or a link."))
    issue = forms.ChoiceField(required=False, label=_("Which of our issues does it meet?"))
    field_order = ["body", "position", "text", "source", "issue", "lang"]

    def __init__(
        self, *args: Any, bodies: list[tuple[str, str]], issues: list[tuple[str, str]], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["body"] = forms.ChoiceField(label=_("Whose order is it?"), choices=[("", _("choose")), *bodies])
        self.fields["issue"] = forms.ChoiceField(
            required=False,
            label=_("Which of our issues does it meet?"),
            choices=[("", _("none of ours")), *issues],
        )
