"""What is asked about a step."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from smallplaces.web.desk.issue_forms import LanguageForm
from smallplaces.web.listening.forms import CleanField

DATE_HELP = _("A day, a month or a year: 2026-03-14, 2026-03 or 2026.")


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
