"""What a group decided."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.enums import Visibility
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.core.words import TAG
from smallplaces.groups.enums import DecisionRule, GroupState
from smallplaces.groups.models import Decision, Group
from smallplaces.groups.policies import may_work_in


def _check_words(text: str, result: str, rule: str, lang: str) -> None:
    if not text.strip() or not result.strip():
        raise RefusedError(
            _("Write what was proposed and what came out."), field="text" if not text.strip() else "result"
        )
    if rule not in DecisionRule.values:
        raise RefusedError(_("Choose from the list how it was decided."), field="rule")
    if not TAG.fullmatch(lang):
        raise RefusedError(_("Write the language as its short code: en, es, ar, pt-BR."), field="lang")


def _check_days(group: Group, on: dt.date, review_on: dt.date | None) -> None:
    if on > today(group.place.zone):
        raise RefusedError(_("A decision is written down after it was made: this day is still to come."), field="on")
    if review_on is not None and review_on <= on:
        raise RefusedError(_("It is looked at again after the day on which it was decided."), field="review_on")


def _check_open(group: Group, visibility: str) -> None:
    if visibility == Visibility.PUBLIC:
        require(group.state == GroupState.OPEN, _("A group can publish once a second holder is in."))


def record_decision(
    group: Group,
    *,
    text: str,
    result: str,
    on: dt.date | None = None,
    rule: str = DecisionRule.CONSENSUS,
    brought_by: str = "",
    dissent: str = "",
    review_on: dt.date | None = None,
    follows: Decision | None = None,
    lang: str = "en",
    visibility: str = Visibility.PRIVATE,
    by: Viewer,
) -> Decision:
    """Writes down a decision: the proposal, how it was decided, the result, and dissent. Raises RefusedError.

    `follows` is an earlier decision of the same group that was looked at again.
    """
    require(may_work_in(group, by), _("Only people of this group can write down its decisions."))
    _check_words(text, result, rule, lang)
    _check_open(group, visibility)
    here = today(group.place.zone)
    _check_days(group, on or here, review_on)
    if follows is not None and follows.group_id != group.pk:
        raise RefusedError(_("This decision is another group's."), field="follows")
    words = {"text": text, "result": result, "brought_by": brought_by, "dissent": dissent}
    facts = {"on": on or here, "rule": rule, "review_on": review_on, "follows": follows, "lang": lang}
    with transaction.atomic():
        decision = Decision.objects.create(
            group=group,
            visibility=visibility,
            made_on=here,
            **{name: value.strip() for name, value in words.items()},
            **facts,
        )
        audit.record("recorded", decision, by=by)
    return decision


def correct_decision(
    decision: Decision,
    *,
    text: str,
    result: str,
    on: dt.date,
    rule: str,
    brought_by: str = "",
    dissent: str = "",
    review_on: dt.date | None = None,
    lang: str = "en",
    by: Viewer,
) -> Decision:
    """Puts a slip of the pen right, on the day on which it was written down. After it, a further decision is made. Raises RefusedError."""
    group = decision.group
    require(may_work_in(group, by), _("Only people of this group can write down its decisions."))
    if decision.made_on != today(group.place.zone):
        raise RefusedError(_("This stands since an earlier day. Write down a further decision instead."))
    _check_words(text, result, rule, lang)
    _check_days(group, on, review_on)
    new: dict[str, Any] = {"text": text.strip(), "result": result.strip(), "brought_by": brought_by.strip()}
    new |= {"dissent": dissent.strip(), "on": on, "rule": rule, "review_on": review_on, "lang": lang}
    changed = [field for field, value in new.items() if getattr(decision, field) != value]
    with transaction.atomic():
        for field in changed:
            setattr(decision, field, new[field])
        if changed:
            decision.save(update_fields=changed)
            audit.record("corrected", decision, by=by, fields=changed)
    return decision


def publish_decision(decision: Decision, *, visibility: str, by: Viewer) -> Decision:
    """Shows a decision to everybody, dissent and all, or takes it in again. Raises RefusedError."""
    group = decision.group
    require(may_work_in(group, by), _("Only people of this group choose who reads its decisions."))
    if visibility not in {Visibility.PRIVATE, Visibility.PUBLIC}:
        raise RefusedError(_("Choose from the list who can read it."), field="visibility")
    _check_open(group, visibility)
    with transaction.atomic():
        decision.visibility = visibility
        decision.save(update_fields=["visibility"])
        audit.record("published", decision, by=by, fields=["visibility"])
    return decision
