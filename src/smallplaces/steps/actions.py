"""Writes of steps: each is one transaction with its policy and its line in the audit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.commitments.models import Demand, Promise
from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.dates import PartialDate, columns
from smallplaces.core.enums import Visibility
from smallplaces.core.refusals import NotVisibleError, RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.models import Decision, Group
from smallplaces.groups.queries import get_account
from smallplaces.issues.models import Issue
from smallplaces.issues.wording import read_choice, read_lang, read_note, read_words
from smallplaces.steps.models import Reminder, Step
from smallplaces.steps.policies import may_plan_step, may_publish_step, may_work_on_step
from smallplaces.steps.sight import is_public, is_seen

MOST_VOLUNTEERS = 10_000
MOST_HOURS = Decimal("99999.9")
DAYS_BEFORE = 2


def plan_step(
    group: Group,
    *,
    who: str,
    text: str,
    lang: str = "en",
    due: str | PartialDate = "",
    kind: str = "",
    issue: Issue | None = None,
    demand: Demand | None = None,
    promise: Promise | None = None,
    decision: Decision | None = None,
    visibility: str = Visibility.PRIVATE,
    by: Viewer,
) -> Step:
    """Plans a step for one issue, demand, promise or decision that the viewer can see.

    Raises NotAllowedError, NotVisibleError, RefusedError.

    `who` is a group or a role. `due` is a day, a month or a year; without it nothing is ever late. `kind` is free words
    ("letter", "records request"). Private unless said otherwise.
    """
    require(may_plan_step(by, group), _("Only people of this group can plan a step for it."))
    _check_what_for([one for one in (issue, demand, promise, decision) if one is not None], by)
    with transaction.atomic():
        step = Step.objects.create(
            group=group,
            issue=issue,
            demand=demand,
            promise=promise,
            decision=decision,
            made_on=today(group.place.zone),
            **_plan(who=who, text=text, lang=lang, due=due, kind=kind),
        )
        audit.record("planned", step, by=by, fields=["who", "text", "due"])
        if visibility != Visibility.PRIVATE:
            publish_step(step, visibility=visibility, by=by)
    return step


def change_step(
    step: Step, *, who: str, text: str, lang: str, due: str | PartialDate = "", kind: str = "", by: Viewer
) -> Step:
    """Puts a plan right while the step is open: who, what, by when. Raises NotAllowedError, RefusedError."""
    _require_work(step, by)
    if step.on or step.dropped_on is not None:
        raise RefusedError(_("This step is done or dropped. Plan a new one instead."))
    with transaction.atomic():
        _keep(step, _plan(who=who, text=text, lang=lang, due=due, kind=kind))
        audit.record("changed", step, by=by, fields=["who", "text", "due", "kind"])
    return step


def finish_step(
    step: Step,
    *,
    on: str | PartialDate,
    came_of_it: str,
    volunteers: int | None = None,
    hours: Decimal | int | None = None,
    by: Viewer,
) -> Step:
    """Says when a step was done and what came of it; said again, it is put right. Raises NotAllowedError, RefusedError.

    `volunteers` and `hours` count all who did it together, where the group wants them; never one person.
    """
    _require_work(step, by)
    if step.dropped_on is not None:
        raise RefusedError(_("This step was dropped. Plan a new one for what was done instead."))
    came = read_note(came_of_it, field="came_of_it")
    if not came:
        raise RefusedError(_("Say what came of it. “Nothing yet” is an answer too."), field="came_of_it")
    dates = _dates("on", on)
    if not dates["on"]:
        raise RefusedError(_("Say when it was done: a day, a month or a year."), field="on")
    if dates["on_earliest"] > today(step.group.place.zone):
        raise RefusedError(_("That day is still to come. Say when it was done."), field="on")
    counts = {
        "volunteers": _count(volunteers, MOST_VOLUNTEERS, field="volunteers"),
        "hours": _count(hours, MOST_HOURS, field="hours"),
    }
    with transaction.atomic():
        _keep(step, {**dates, "came_of_it": came, **counts})
        step.reminders.all().delete()
        audit.record("finished", step, by=by, fields=["on", "came_of_it"])
    return step


def drop_step(step: Step, *, by: Viewer) -> Step:
    """Lets a step go that will not be done; it stays on record. Raises NotAllowedError, RefusedError."""
    _require_work(step, by)
    if step.on:
        raise RefusedError(_("This step is done, so it cannot be dropped."))
    step.dropped_on = today(step.group.place.zone)
    with transaction.atomic():
        step.save(update_fields=["dropped_on"])
        step.reminders.all().delete()
        audit.record("dropped", step, by=by, fields=["dropped_on"])
    return step


def publish_step(step: Step, *, visibility: str = Visibility.PUBLIC, by: Viewer) -> Step:
    """Decides who sees a step. What it is for must be in public first. Raises NotAllowedError, RefusedError."""
    read_choice(visibility, Visibility.values, field="visibility")
    require(
        may_publish_step(by, step, visibility),
        _("A member can show this to others once the group is open, with two holders."),
    )
    thing = step.issue or step.demand or step.promise or step.decision
    if visibility == Visibility.PUBLIC and thing is not None and not is_public(thing):
        raise RefusedError(
            _("What this step is for is not public yet. Publish that first; the step can follow."), field="visibility"
        )
    step.visibility = visibility
    with transaction.atomic():
        step.save(update_fields=["visibility"])
        audit.record("published", step, by=by, fields=["visibility"])
    return step


def remind(step: Step, *, days_before: int = DAYS_BEFORE, by: Viewer) -> Reminder:
    """Keeps that whoever asks gets a letter some days before a step is due; asked again, it is the same one.

    Raises NotAllowedError, and RefusedError where the step has no day, is over, or the account has no address.
    """
    _require_work(step, by)
    account = get_account(by.account_id)
    if not account.email:
        raise RefusedError(_("We do not know an e-mail address of yours. Write one down first."))
    if step.on or step.dropped_on is not None or step.due_latest is None:
        raise RefusedError(_("There is no day to remind you of: say first by when this is to be done."))
    if step.due_latest < today(step.group.place.zone):
        raise RefusedError(_("Its day has passed already, so no reminder would come."))
    if not 0 <= days_before <= 30:
        raise RefusedError(_("A reminder comes on the day itself, or up to 30 days before it."), field="days_before")
    with transaction.atomic():
        reminder, made = Reminder.objects.get_or_create(
            step=step, account=account, defaults={"days_before": days_before}
        )
        if made:
            audit.record("added", reminder, by=by, group_id=step.group_id)
    return reminder


def remind_no_more(step: Step, *, by: Viewer) -> None:
    """Takes one's own reminder of a step away, if there is one. Raises NotAllowedError."""
    _require_work(step, by)
    with transaction.atomic():
        for reminder in Reminder.objects.filter(step=step, account_id=by.account_id):
            audit.record("removed", reminder, by=by, group_id=step.group_id)
            reminder.delete()


def mark_reminded(reminder_id: str) -> bool:
    """Takes one reminder for sending, before its letter is handed over; False where it is gone or was taken already.

    For the worker: the reminder was written down by a person, and its going out is no deed of anybody.
    """
    taken = Reminder.objects.filter(pk=reminder_id, sent_on=None).update(sent_on=today())
    return bool(taken)


def _require_work(step: Step, by: Viewer) -> None:
    require(may_work_on_step(by, step), _("Only people of the group that planned this step can change it."))


def _check_what_for(things: Sequence[Issue | Demand | Promise | Decision], by: Viewer) -> None:
    if len(things) != 1:
        raise RefusedError(
            _("Say what this step is for: one issue, one demand, one promise or one decision."), field="what_for"
        )
    if not is_seen(things[0], by):
        raise NotVisibleError(things[0].pk)


def _plan(*, who: str, text: str, lang: str, due: str | PartialDate, kind: str) -> dict[str, Any]:
    return {
        "who": _read_who(who),
        "text": read_words(text),
        "lang": read_lang(lang),
        "kind": read_note(kind, field="kind", most=60),
        **_dates("due", due),
    }


def _read_who(who: str) -> str:
    words = read_note(who, field="who", most=200)
    if not words:
        raise RefusedError(_("Say who does it: a group or a role, such as “the phone chain”."), field="who")
    return words


def _dates(name: str, value: str | PartialDate) -> dict[str, Any]:
    try:
        return columns(name, value)
    except RefusedError as error:
        raise RefusedError(error.sentence, field=name) from None


def _count(value: Any, most: Any, *, field: str) -> Any:
    """A count of all of it together, or none. Raises RefusedError."""
    if value is not None and not 0 < value <= most:
        raise RefusedError(_("Write a number above zero, for all of it together, or leave this empty."), field=field)
    return value


def _keep(step: Step, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(step, name, value)
    step.save(update_fields=[*values])
