"""What is asked about a right beside a thing."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from smallplaces.core.enums import MadeIn
from smallplaces.core.viewers import Viewer
from smallplaces.norms.queries.choosing import rights_to_choose, texts_to_choose
from smallplaces.web.desk.issue_forms import MADE_IN
from smallplaces.web.listening.forms import CleanField


class SettleForm(forms.Form):
    """Where suggestions were talked over."""

    made_in = forms.ChoiceField(label=_("Where did we talk it over?"), choices=MADE_IN, initial=MadeIn.DESK)


class ChooseForm(forms.Form):
    """One right of the list, or one article of a text by its number."""

    right = forms.ChoiceField(label=_("A right"), required=False)
    text = forms.ChoiceField(label=_("Or an article: of which text"), required=False)
    number = CleanField(
        label=_("Its number"),
        help_text=_("As in: 11"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"size": 8}),
    )
    made_in = forms.ChoiceField(label=_("Where did we talk it over?"), choices=MADE_IN, initial=MadeIn.DESK)

    def __init__(self, *args: Any, viewer: Viewer, **options: Any) -> None:
        super().__init__(*args, **options)
        right, text = self.fields["right"], self.fields["text"]
        right.choices = [("", _("choose a right")), *rights_to_choose()]  # type: ignore[attr-defined]
        text.choices = [("", _("choose a text")), *texts_to_choose(viewer=viewer)]  # type: ignore[attr-defined]
