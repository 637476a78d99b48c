"""What a group decided."""

from __future__ import annotations

import datetime as dt

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
    lang: str = "en",
    visibility: str = Visibility.PRIVATE,
    by: Viewer,
) -> Decision:
    """Writes down a decision: the proposal, how it was decided, the result, and dissent. Raises RefusedError."""
    require(may_work_in(group, by), _("Only people of this group can write down its decisions."))
    _check_words(text, result, rule, lang)
    if visibility == Visibility.PUBLIC:
        require(group.state == GroupState.OPEN, _("A group can publish once a second holder is in."))
    here = today(group.place.zone)
    if on is not None and on > here:
        raise RefusedError(_("A decision is written down after it was made: this day is still to come."), field="on")
    with transaction.atomic():
        decision = Decision.objects.create(
            group=group,
            text=text.strip(),
            result=result.strip(),
            on=on or here,
            rule=rule,
            brought_by=brought_by.strip(),
            dissent=dissent.strip(),
            review_on=review_on,
            lang=lang,
            visibility=visibility,
            made_on=here,
        )
        audit.record("recorded", decision, by=by)
    return decision
