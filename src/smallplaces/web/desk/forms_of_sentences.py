"""What is asked about one sentence at the desk."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from smallplaces.core.enums import Use
from smallplaces.meetings.enums import SentenceReach
from smallplaces.web.listening.forms import CleanField
from smallplaces.web.listening.languages import choices


class ReachForm(forms.Form):
    """How far the room lets a sentence go."""

    reach = forms.ChoiceField(label=_("How far may it go?"), choices=SentenceReach.choices, widget=forms.RadioSelect)
    uses = forms.MultipleChoiceField(
        required=False,
        label=_("If it is public, the room also agreed to"),
        widget=forms.CheckboxSelectMultiple,
        choices=[
            (Use.REPORTED, _("in a report to the United Nations")),
            (Use.SHARED, _("by other places, to learn from")),
        ],
    )


class TranslationForm(forms.Form):
    """The sentence in another language."""

    lang = forms.ChoiceField(label=_("Language"), choices=lambda: [("", _("Choose a language")), *choices()])
    text = CleanField(label=_("The sentence in this language"), widget=forms.Textarea(attrs={"rows": 2}))
    by_words = CleanField(
        required=False,
        label=_("Who translated it?"),
        help_text=_("A group or a role, not a name: “the kitchen circle”."),
    )
    machine = forms.BooleanField(
        required=False, label=_("A machine translated it, and nobody who speaks both has read it")
    )
