"""What is asked about a step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from smallplaces.web.desk.issue_forms import LanguageForm
from smallplaces.web.listening.forms import CleanField

DATE_HELP = _("A day, a month or a year: 2026-03-14, 2026-03 or 2026.")


# Sorts of step to begin with. A group's own words come before them.
COMMON_KINDS = (
    _("delegation"),
    _("letter"),
    _("records request"),
    _("testimony at a hearing"),
    _("picket"),
    _("petition"),
    _("mutual aid"),
    _("school"),
    _("complaint"),
    _("press"),
    _("embassy briefing"),
)
# How-to guides of this site for some of them.
GUIDES = (
    ("public-comment", _("How to give a public comment")),
    ("records-request", _("How to ask for records")),
    ("complaint", _("How to make a complaint")),
    ("hearing", _("How to speak at a hearing")),
)


def sorts_of_step(used: Sequence[str]) -> list[str]:
    """The group's own words first, then the common ones that it has not used yet."""
    own = list(used)
    return own + [str(one) for one in COMMON_KINDS if str(one) not in own]


def guides() -> list[tuple[str, str]]:
    """Addresses and names of the how-to guides; none where this site has none."""
    try:
        return [(reverse("public:guide", args=[slug]), str(name)) for slug, name in GUIDES]
    except NoReverseMatch:
        return []


class PlanForm(LanguageForm):
    """Who, what, by when."""

    what_for = forms.ChoiceField(label=_("For which issue?"))
    who = CleanField(
        label=_("Who"), help_text=_("A group or a role, such as “the phone chain”. Never a person's name.")
    )
    text = CleanField(lines=True, label=_("Does what"), widget=forms.Textarea(attrs={"rows": 2}))
    due = CleanField(required=False, label=_("By when"), help_text=DATE_HELP)
    kind = CleanField(
        required=False,
        label=_("What sort of step"),
        help_text=_("In your words: letter, visit, records request, refusal."),
        widget=forms.TextInput(attrs={"list": "sorts-of-step"}),
    )
    field_order = ["what_for", "who", "text", "due", "kind", "lang"]

    def __init__(self, *args: Any, things: list[tuple[str, str]] | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        if things is None:
            del self.fields["what_for"]
        else:
            self.fields["what_for"] = forms.ChoiceField(label=_("For which issue?"), choices=things)


class DoneForm(forms.Form):
    """When it was done and what came of it."""

    on = CleanField(label=_("Done when"), help_text=DATE_HELP)
    came_of_it = CleanField(
        lines=True,
        label=_("What came of it?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Nothing came of it? Say so: the next group learns from that too."),
    )
    volunteers = forms.IntegerField(
        required=False,
        min_value=1,
        label=_("How many people did it together?"),
        help_text=_("A count for all of it, if you want one. Never one person’s."),
    )
    hours = forms.DecimalField(
        required=False, min_value=0, decimal_places=1, max_digits=6, label=_("How many hours in all?")
    )
