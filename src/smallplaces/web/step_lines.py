"""Steps as the component `step_line.html` takes them."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from smallplaces.steps.lines import StepLine


def shown_steps(lines: Iterable[StepLine], *, at_desk: bool = False) -> list[dict[str, object]]:
    """Steps with the address of their page: our own page at the desk, the public one elsewhere."""
    return [_shown(line, at_desk=at_desk and line.ours) for line in lines]


def _shown(line: StepLine, *, at_desk: bool) -> dict[str, object]:
    late = ngettext("%(days)s day past its date.", "%(days)s days past its date.", line.days_past)
    return {
        "what": line.text,
        "lang": line.lang,
        "dir": line.dir,
        "kind": _("dropped") if line.dropped_on else line.kind_words,
        "url": reverse("desk:step" if at_desk else "public:step", args=[line.id]),
        "who": line.who,
        "by_when": line.due_words,
        "private": line.private,
        "came_of_it": line.came_of_it,
        "done": line.done_words,
        "late": late % {"days": line.days_past} if line.days_past else "",
    }
