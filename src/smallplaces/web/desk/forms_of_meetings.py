"""What is asked about a meeting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from smallplaces.core.enums import Visibility
from smallplaces.meetings.enums import MeetingKind, StepFree
from smallplaces.web.listening.forms import CleanField
from smallplaces.web.listening.languages import choices


class MeetingForm(forms.Form):
    """A meeting: the question, when, where, and what makes it possible to come."""

    text = CleanField(
        label=_("The question, or what the meeting is called"), help_text=_("“What does it take to live here?”")
    )
    kind = forms.ChoiceField(label=_("What sort of meeting?"), choices=MeetingKind.choices)
    on = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    starts = forms.TimeField(
        label=_("Hour"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        help_text=_("In the place’s own time."),
    )
    where = CleanField(label=_("Where?"), help_text=_("As you would say it: “the chapel kitchen, side door”."))
    how_to_get_there = CleanField(label=_("How to get there"), required=False)
    lang = forms.ChoiceField(label=_("Which language do we speak?"), choices=choices)
    spoken = CleanField(
        label=_("Every language spoken or interpreted"),
        required=False,
        help_text=_("“English, Spanish and Arabic”, or a sign language. Left empty, it is the one above."),
    )
    childcare = forms.BooleanField(label=_("There is childcare"), required=False)
    food = forms.BooleanField(label=_("There is food"), required=False)
    fare_paid = forms.BooleanField(label=_("We pay the fare"), required=False)
    step_free = forms.ChoiceField(label=_("The door"), choices=StepFree.choices, required=False)
    room_name = CleanField(
        label=_("What do the people of this meeting call themselves?"),
        required=False,
        help_text=_("“Circle 3, the laundry”. Their sentences stand under this name."),
    )
    visibility = forms.ChoiceField(
        label=_("Who may see that we meet?"),
        choices=[(Visibility.PRIVATE, _("only our group")), (Visibility.PUBLIC, _("everybody"))],
        help_text=_("What is said there is another question: the room decides it sentence by sentence."),
    )


class CallForm(MeetingForm):
    """The same, and which of our groups calls it."""

    group = forms.ChoiceField(label=_("Which group calls it?"))

    def __init__(self, *args: Any, groups: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["group"] = forms.ChoiceField(label=_("Which group calls it?"), choices=groups)
        self.order_fields(["group"])
