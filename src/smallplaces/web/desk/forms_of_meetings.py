"""What is asked about a meeting, a series of them, a training, and what came of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from smallplaces.core.enums import Visibility
from smallplaces.meetings.enums import MeetingKind, SeriesRule, StepFree, TrainingSide
from smallplaces.meetings.kit import plans
from smallplaces.web.listening.forms import CleanField
from smallplaces.web.listening.languages import choices

ARTICLES = range(1, 31)
DATES_AT_ONCE = 26


def _hour(**options: Any) -> forms.TimeField:
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    wrong = {"invalid": _("Write the hour like this: 19:00.")}
    return forms.TimeField(required=False, widget=widget, error_messages=wrong, **options)


def _lines(rows: int, **options: Any) -> CleanField:
    return CleanField(lines=True, required=False, widget=forms.Textarea(attrs={"rows": rows}), **options)


class MeetingForm(forms.Form):
    """A meeting: the question, when, where, and what makes it possible to come."""

    text = CleanField(
        label=_("The question, or what the meeting is called"), help_text=_("“What does it take to live here?”")
    )
    kind = forms.ChoiceField(label=_("What sort of meeting?"), choices=MeetingKind.choices)
    on = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    starts = _hour(label=_("It begins at"), help_text=_("In the place’s own time."))
    ends = _hour(label=_("It ends at"), help_text=_("After midnight is fine, until six in the morning."))
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
        help_text=_("“Circle 3, the laundry”. Their sentences stand under this name; left empty, under your group’s."),
    )
    visibility = forms.ChoiceField(
        label=_("Who may see that we meet?"),
        choices=[(Visibility.PRIVATE, _("only our group")), (Visibility.PUBLIC, _("everybody"))],
        help_text=_("What is said there is another question: the room decides it sentence by sentence."),
    )
    article = forms.TypedChoiceField(
        label=_("An article of the Universal Declaration that we read together"),
        required=False,
        coerce=int,
        empty_value=None,
    )
    plan = forms.ChoiceField(
        label=_("A plan for the evening"),
        required=False,
        help_text=_("It is printed with the kit; you can choose another one there."),
    )
    agenda = _lines(4, label=_("What we want to talk about"), help_text=_("A line each."))
    # The day that somebody has once been asked about: see `asks_about_the_past`.
    over = forms.CharField(required=False, widget=forms.HiddenInput)
    later = ("article", "plan", "agenda")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if "article" in self.fields:
            named = [(number, _now("Article %(number)s") % {"number": number}) for number in ARTICLES]
            self.fields["article"].choices = [("", _now("none")), *named]  # type: ignore[attr-defined]
            known = [(one.key, one.title) for one in plans(get_language() or "en")]
            self.fields["plan"].choices = [("", _now("none")), *known]  # type: ignore[attr-defined]

    @property
    def first_fields(self) -> list[forms.BoundField]:
        """What a meeting needs."""
        return [field for field in self if field.name not in self.later]

    @property
    def later_fields(self) -> list[forms.BoundField]:
        """What can wait, and is folded away."""
        return [field for field in self if field.name in self.later]

    @property
    def later_open(self) -> bool:
        """Whether something stands there already, or is to be put right."""
        return any(field.errors or field.value() for field in self.later_fields)

    def facts(self) -> dict[str, Any]:
        """What was given, without the form's own mark."""
        return {name: value for name, value in self.cleaned_data.items() if name != "over"}

    def asks_about_the_past(self, today: dt.date, was: dt.date | None = None) -> bool:
        """Whether the day is over and nobody was asked about it yet; then the form asks, and knows it when it comes back."""
        on = self.cleaned_data.get("on")
        if on is None or on >= today or on == was or self.cleaned_data.get("over") == on.isoformat():
            return False
        asked: Any = self.data
        self.data = asked.copy()
        self.data["over"] = on.isoformat()  # type: ignore[index]  # what was sent is a QueryDict
        self.add_error("on", _now("This day is over. To write down a meeting that was, press again."))
        return True


class CallForm(MeetingForm):
    """The same, and which of our groups calls it."""

    def __init__(self, *args: Any, groups: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["group"] = forms.ChoiceField(label=_("Which group calls it?"), choices=groups)
        self.order_fields(["group"])


class CountForm(forms.Form):
    """How many dates to make."""

    count = forms.IntegerField(
        label=_("How many dates?"),
        min_value=1,
        max_value=DATES_AT_ONCE,
        help_text=_("At most 26 at once; more can be added later. Each can be changed or called off alone."),
    )


class SeriesForm(CountForm, MeetingForm):
    """A meeting that comes again: the same questions, how often, and how many dates."""

    rule = forms.ChoiceField(label=_("How often?"), choices=SeriesRule.choices, initial=SeriesRule.MONTHLY)
    article = plan = None  # type: ignore[assignment]  # what is read, and how, is each evening's own
    agenda = None  # type: ignore[assignment]
    field_order = ["text", "kind", "on", "rule", "count"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["on"].label = _("The first day")
        self.fields["count"].initial = 6


class OutcomesForm(forms.Form):
    """What was talked about, what came of it, and what follows."""

    agenda = _lines(4, label=_("What we talked about"), help_text=_("A line each."))
    outcomes = _lines(6, label=_("What came of it"), help_text=_("No names. What people said belongs on the sheet."))
    follow_up = _lines(4, label=_("What we do next"))


class TrainingForm(forms.Form):
    """Whom a training teaches; never by name."""

    audience = CleanField(label=_("Whom does it teach?"), help_text=_("“Bus drivers of the night lines”. No names."))
    side = forms.ChoiceField(label=_("Who teaches whom?"), choices=TrainingSide.choices, widget=forms.RadioSelect)
    body = forms.ChoiceField(label=_("Of which public body?"), required=False)
    sector = CleanField(
        label=_("Of which sector?"), required=False, help_text=_("Police, schools, health, housing: your own word.")
    )

    def __init__(self, *args: Any, bodies: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["body"].choices = [("", _now("of none")), *bodies]  # type: ignore[attr-defined]
