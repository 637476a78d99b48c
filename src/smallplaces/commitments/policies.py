"""Who may write what about demands, texts and promises. Plain questions with plain answers."""

from __future__ import annotations

import datetime as dt

from smallplaces.commitments.models import Act, Demand, Promise, Signer
from smallplaces.core.clock import today
from smallplaces.core.enums import Visibility
from smallplaces.core.models import OneTimeLink
from smallplaces.core.viewers import Viewer
from smallplaces.groups.enums import GroupState
from smallplaces.groups.models import Group

# How long a public body may still correct an answer that it sent.
CORRECTION = dt.timedelta(days=7)


def may_write_for(group: Group | None, by: Viewer) -> bool:
    """Whether this viewer writes what a group holds."""
    return group is not None and by.is_member_of(group.pk)


def may_be_seen_as(visibility: str, group: Group) -> bool:
    """A group that is not open yet keeps what it makes to itself."""
    return visibility == Visibility.PRIVATE or group.state == GroupState.OPEN


def may_change_act(act: Act, by: Viewer) -> bool:
    """A common text: those who accept at that place. A group's own pledge: its people."""
    return by.is_member_of(act.group_id) if act.group_id else by.may_accept_at(act.place_id)


def may_change_promise(promise: Promise, by: Viewer) -> bool:
    """A body's promise: those who accept at that place. Our own: the group that owes it."""
    return by.is_member_of(promise.group_id) if promise.group_id else by.may_accept_at(promise.place_id)


def may_change_demand(demand: Demand, by: Viewer) -> bool:
    """Only the people of the group that makes the demand."""
    return by.is_member_of(demand.group_id)


def may_accept_signer(signer: Signer, by: Viewer) -> bool:
    """Names under a demand: the group that makes it. Names under a text: as the text itself."""
    if signer.demand is not None:
        return may_change_demand(signer.demand, by)
    return signer.act is not None and may_change_act(signer.act, by)


def may_answer(link: OneTimeLink) -> bool:
    """An answer link writes once, and may correct for seven days after."""
    return link.revoked_on is None and (link.spent_on is None or today() <= link.spent_on + CORRECTION)
