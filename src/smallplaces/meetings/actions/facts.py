"""The columns of a meeting from what was given: clean, within their lengths, and agreeing with one another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from smallplaces.core.clock import today
from smallplaces.core.enums import Visibility
from smallplaces.core.refusals import RefusedError
from smallplaces.groups.enums import GroupState
from smallplaces.groups.models import Group
from smallplaces.meetings.days import check_hours
from smallplaces.meetings.enums import MeetingKind, StepFree
from smallplaces.meetings.lines import language, words_within
from smallplaces.meetings.models import Meeting

LENGTHS = {"text": 300, "where": 300, "how_to_get_there": 500, "spoken": 200}
LONG = {"agenda": 4000, "outcomes": 4000, "follow_up": 4000}
NEEDED = {"text", "where"}
PLAIN = ("on", "starts", "ends", "childcare", "food", "fare_paid")
CHOICES = (("kind", MeetingKind), ("step_free", StepFree), ("visibility", Visibility))
ARTICLES = range(1, 31)
PLAN = re.compile(r"[a-z0-9_-]{0,30}")
ALL = frozenset({*LENGTHS, *LONG, *PLAIN, *(name for name, _choices in CHOICES), "lang", "article", "plan"})


def facts_of_meeting(given: Mapping[str, Any], group: Group) -> dict[str, Any]:
    """The columns. Raises RefusedError with the field, TypeError for a name that is none of a meeting's."""
    unknown = set(given) - ALL
    if unknown:
        raise TypeError(sorted(unknown))
    facts = {name: given[name] for name in PLAIN if name in given}
    for name, most in (LENGTHS | LONG).items():
        if name in given:
            facts[name] = words_within(given[name], most, field=name, lines=name in LONG, empty=name not in NEEDED)
    facts |= _chosen(given)
    if facts.get("visibility") == Visibility.PUBLIC and group.state != GroupState.OPEN:
        raise RefusedError(
            _(
                "Our group is not open yet: a second holder has to accept first. Keep the meeting to our group until then."
            ),
            field="visibility",
        )
    return facts


def _chosen(given: Mapping[str, Any]) -> dict[str, Any]:
    facts = {}
    for name, choices in CHOICES:
        if name in given:
            if given[name] not in choices.values:
                raise RefusedError(_("Choose from the list."), field=name)
            facts[name] = given[name]
    if "lang" in given:
        facts["lang"] = language(given["lang"])
    if "article" in given:
        if given["article"] is not None and given["article"] not in ARTICLES:
            raise RefusedError(
                _("The Universal Declaration has thirty articles: choose from 1 to 30."), field="article"
            )
        facts["article"] = given["article"]
    if "plan" in given:
        if not PLAN.fullmatch(given["plan"]):
            raise RefusedError(_("Choose from the list."), field="plan")
        facts["plan"] = given["plan"]
    return facts


def check_together(facts: Mapping[str, Any], zone: str, meeting: Meeting | None = None) -> None:
    """Refuses hours that cannot be, and an outcome of what is still to come. `meeting` has what is not changed."""

    def now(name: str) -> Any:
        return facts[name] if name in facts else getattr(meeting, name, None)

    if meeting is None or {"on", "starts", "ends"} & set(facts):
        check_hours(now("on"), now("starts"), now("ends"), zone)
    for name in ("outcomes", "follow_up"):
        if facts.get(name) and now("on") > today(zone):
            raise RefusedError(_("Write this down once it happened: that day is still to come."), field=name)
