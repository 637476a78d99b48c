"""What a group is asked when it begins, and can say otherwise later. Nothing of it is required."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from smallplaces.groups.answers import PUBLIC_BODY
from smallplaces.groups.enums import Definition, StartedBy, TalkedWith


class AnswersForm(forms.Form):
    """ "Not yet" is an answer, and stands on the group's page."""

    started_by = forms.ChoiceField(
        label=_lazy("Who began it"),
        # The last one is refused with its reason: whoever looks for it should learn how it can take part.
        choices=[*StartedBy.choices, (PUBLIC_BODY, _lazy("a public body or its office"))],
        widget=forms.RadioSelect,
        required=False,
    )
    definition = forms.ChoiceField(
        label=_lazy("What a human rights city is to you"),
        help_text=_lazy("None of these is better than another."),
        choices=Definition.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    definition_words = forms.CharField(
        label=_lazy("The same in your own words"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        max_length=2000,
    )
    talked_with = forms.ChoiceField(
        label=_lazy("Have you talked with the people most affected?"),
        choices=TalkedWith.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    talked_with_words = forms.CharField(
        label=_lazy("With whom"),
        help_text=_lazy("In words, without names: “the women of Tannery Row”."),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        max_length=2000,
    )
    principles_not_yet = forms.BooleanField(label=_lazy("We have not talked about principles yet"), required=False)


def says_public_body(form: forms.Form) -> bool:
    """Whether somebody said that a public body begins here, so that the page says how it can take part."""
    return form.is_bound and form.data.get("started_by") == PUBLIC_BODY
