"""What is asked about a promise."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from smallplaces.commitments.enums import Judgement, PromiseOrigin
from smallplaces.web.desk.act_forms import WHEN
from smallplaces.web.desk.demand_forms import SEEN_BY, TYPED_IN, DayInput
from smallplaces.web.desk.issue_forms import LanguageForm, LinkMadeInField
from smallplaces.web.listening.forms import CleanField

ORIGINS = [(value, label) for value, label in PromiseOrigin.choices if value != PromiseOrigin.CLAUSE]
WE_SAY = [(value, label) for value, label in Judgement.choices if value != Judgement.DENIED]
THEY_SAY = [(value, label) for value, label in Judgement.choices if value != Judgement.NOT_REALLY]


class TieForm(forms.Form):
    """One demand that a promise answers, or one issue on which it bears, and where that was found."""

    def __init__(self, *args: Any, label: str, choices: list[tuple[str, str]], **options: Any) -> None:
        options.setdefault("use_required_attribute", False)
        super().__init__(*args, **options)
        self.fields["to"] = forms.ChoiceField(label=label, choices=[("", _("choose")), *choices])
        self.fields["made_in"] = LinkMadeInField()


class TermsForm(LanguageForm):
    """What was promised, by when, with what money."""

    text = CleanField(lines=True, label=_("What was promised?"), widget=forms.Textarea(attrs={"rows": 3}))
    due = CleanField(label=_("By when?"), required=False, help_text=WHEN)
    due_words = CleanField(
        label=_("By when, in the words of the promise"),
        required=False,
        help_text=_("For example: within six months. Without a date above, nothing is ever late."),
    )
    due_anchor = CleanField(
        label=_("From what day do these words count?"),
        required=False,
        help_text=_("For example: the day it came into force. Once you know it, work out the date and write it above."),
    )
    money = CleanField(label=_("With what money?"), required=False)
    rhythm = CleanField(label=_("How often?"), required=False, help_text=_("For example: twice a month."))
    on = CleanField(label=_("When was it promised?"), required=False, help_text=WHEN)
    source = CleanField(label=_("Where is this known from?"))
    field_order = ["text", "lang", "due", "due_words", "due_anchor", "money", "rhythm", "on", "source"]


class PromiseForm(TermsForm):
    """A promise with who owes it and what it answers."""

    field_order = ["origin", "who", *TermsForm.field_order, "demands", "issues", "made_in", "private"]

    def __init__(
        self,
        *args: Any,
        who: list[tuple[str, str]],
        demands: list[tuple[str, str]],
        issues: list[tuple[str, str]],
        of_clause: bool,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        if not of_clause:
            self.fields["origin"] = forms.ChoiceField(
                label=_("Where does it come from?"), choices=ORIGINS, widget=forms.RadioSelect
            )
        self.fields["who"] = forms.ChoiceField(label=_("Who owes it?"), choices=who, widget=forms.RadioSelect)
        for name, label, options_ in (
            ("demands", _("Which demand does it answer?"), demands),
            ("issues", _("On which issue does it bear?"), issues),
        ):
            if options_:
                self.fields[name] = forms.MultipleChoiceField(
                    label=label, required=False, choices=options_, widget=forms.CheckboxSelectMultiple
                )
        if demands or issues:
            self.fields["made_in"] = LinkMadeInField()
        self.fields["private"] = forms.BooleanField(
            required=False, label=_("Our own promise, and only our group reads it so far")
        )
        self.order_fields(self.field_order)


class FollowUpForm(LanguageForm):
    """What happened next."""

    text = CleanField(lines=True, label=_("What happened?"), widget=forms.Textarea(attrs={"rows": 4}))
    on = CleanField(label=_("When?"), help_text=WHEN)
    source = CleanField(
        required=False,
        label=_("What shows it?"),
        help_text=_("A page, a photograph, three readings, who saw it by role."),
    )
    visibility = forms.ChoiceField(
        label=_("Who may read it?"), choices=SEEN_BY, widget=forms.RadioSelect, initial="private"
    )
    field_order = ["text", "lang", "on", "source", "visibility"]


class WeSayForm(LanguageForm):
    """What we say became of it."""

    judgement = forms.ChoiceField(label=_("What do we say became of it?"), choices=WE_SAY, widget=forms.RadioSelect)
    text = CleanField(
        lines=True,
        label=_("Why do we say so?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What you saw or counted, and when. No names of people."),
    )
    on = forms.DateField(label=_("Said on"), required=False, widget=DayInput())
    public = forms.BooleanField(required=False, label=_("Everybody may read this"), initial=True)
    field_order = ["judgement", "text", "lang", "on", "public"]


class TheySayForm(LanguageForm):
    """What a body says of its own promise, typed in by us."""

    judgement = forms.ChoiceField(label=_("What do they say?"), choices=THEY_SAY, widget=forms.RadioSelect)
    text = CleanField(
        lines=True, required=False, label=_("In their own words"), widget=forms.Textarea(attrs={"rows": 4})
    )
    on = forms.DateField(label=_("On what day?"), widget=DayInput())
    answered_by = forms.ChoiceField(label=_("How did it come?"), choices=TYPED_IN, widget=forms.RadioSelect)
    source = CleanField(label=_("Where can it be read?"), help_text=_("The letter, the page, the recording."))
    field_order = ["judgement", "text", "lang", "on", "answered_by", "source"]
