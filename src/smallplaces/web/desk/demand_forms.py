"""What is asked about a demand."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from smallplaces.commitments.enums import AnsweredBy, DemandState
from smallplaces.core.enums import Visibility
from smallplaces.web.desk.issue_forms import LanguageForm, MadeInField
from smallplaces.web.listening.forms import CleanField

SEEN_BY = [(Visibility.PRIVATE, _("only our group")), (Visibility.PUBLIC, _("everybody"))]
TYPED_IN = [(value, label) for value, label in AnsweredBy.choices if value != AnsweredBy.LINK]


class DayInput(forms.DateInput):
    """A day, with the browser's own calendar."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class DemandForm(LanguageForm):
    """What we ask, of whom, from which sentences."""

    text = CleanField(
        label=_("What do we ask?"),
        help_text=_("One or two plain sentences that can be said yes or no to."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    bodies = forms.MultipleChoiceField(
        label=_("On whom?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("On ourselves, too, where we can do it without anybody."),
    )
    verbatim = forms.MultipleChoiceField(
        label=_("Do our words hold one of these sentences word for word?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Then they go with it, should it be taken back."),
    )
    sentences = forms.MultipleChoiceField(
        label=_("Which sentences did it come from?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    made_in = MadeInField()
    field_order = ["text", "lang", "bodies", "sentences", "verbatim", "made_in"]

    def __init__(
        self, *args: Any, bodies: list[tuple[str, str]], sentences: list[tuple[str, str]], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self._choose("bodies", [*bodies, ("ourselves", str(_("ourselves")))])
        for name in ("sentences", "verbatim"):
            self._choose(name, sentences)
            if not sentences:
                del self.fields[name]

    def _choose(self, name: str, options: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = options


class DemandStateForm(forms.Form):
    """How a demand stands, and who reads it."""

    state = forms.ChoiceField(label=_("How does it stand?"), choices=DemandState.choices, widget=forms.RadioSelect)
    asked_on = forms.DateField(label=_("Asked on"), required=False, widget=DayInput())
    visibility = forms.ChoiceField(label=_("Who may read it?"), choices=SEEN_BY, widget=forms.RadioSelect)


class TypedAnswerForm(LanguageForm):
    """What a body answered, typed in by us."""

    body = forms.ChoiceField(label=_("Who answered?"))
    text = CleanField(lines=True, label=_("In their own words"), widget=forms.Textarea(attrs={"rows": 5}))
    on = forms.DateField(label=_("On what day?"), widget=DayInput())
    answered_by = forms.ChoiceField(label=_("How did it come?"), choices=TYPED_IN, widget=forms.RadioSelect)
    source = CleanField(label=_("Where can it be read?"), help_text=_("The letter, the page, the recording."))
    field_order = ["body", "text", "lang", "on", "answered_by", "source"]

    def __init__(self, *args: Any, bodies: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["body"] = forms.ChoiceField(label=_("Who answered?"), choices=bodies)
