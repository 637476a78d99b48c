"""Who holds a group: somebody becomes a holder, or holds no more, by a decision of the group."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.actions.people import (
    HOLDERS_NEEDED,
    close_invitations,
    end_membership,
    holders_of,
    open_with_two,
)
from smallplaces.groups.enums import GroupState, Role
from smallplaces.groups.models import Decision, Group, Membership
from smallplaces.groups.policies import may_hold


def _check(membership: Membership, role: str, decision: Decision | None, by: Viewer) -> None:
    group = membership.group
    require(may_hold(group, by), _("Only the holders of this group change who holds it."))
    if role not in Role.values:
        raise RefusedError(_("Choose holder or member."), field="role")
    if membership.until is not None:
        raise RefusedError(_("This has ended already."))
    if membership.role == role:
        raise RefusedError(_("This is so already."), field="role")
    if decision is None:
        raise RefusedError(
            _("Who holds the group is changed only by a decision. Write the decision down first."), field="decision"
        )
    if decision.group_id != group.pk:
        raise RefusedError(_("This decision is another group's."), field="decision")


def change_role(membership: Membership, *, role: str, decision: Decision | None, by: Viewer) -> Membership:
    """A member becomes a holder, or a holder a member, by a decision; an open group keeps two holders.

    The place that they had ends by the decision, and a new one begins: so both stay on record. Raises RefusedError.
    """
    with transaction.atomic():
        new = _change(membership, role, decision, by)
        open_with_two(new.group, by=by)
    return new


def _change(membership: Membership, role: str, decision: Decision | None, by: Viewer) -> Membership:
    _check(membership, role, decision, by)
    group = membership.group
    with transaction.atomic():
        # Two holders changing one another at once: the second one waits here, and counts what is left.
        Group.objects.select_for_update().get(pk=group.pk)
        membership.refresh_from_db(fields=["role", "until"])
        _check(membership, role, decision, by)
        if role == Role.MEMBER and group.state == GroupState.OPEN and holders_of(group) <= HOLDERS_NEEDED:
            raise RefusedError(_("A group has two holders always. Name another holder first."), field="role")
        if role == Role.MEMBER and holders_of(group) <= 1:
            raise RefusedError(_("Somebody must hold the group. Name another holder first."), field="role")
        membership.until = today()
        membership.ended_by = decision
        membership.save(update_fields=["until", "ended_by"])
        audit.record("ended", membership, by=by, group_id=group.pk, fields=["until"])
        if role == Role.MEMBER:
            # Else an invitation put aside beforehand would make a holder of them again.
            close_invitations(membership, by=by)
        new = Membership.objects.create(group=group, account_id=membership.account_id, role=role, since=today())
        audit.record("changed", new, by=by, group_id=group.pk, fields=["role"])
    return new


def pass_on(
    membership: Membership, *, to: Membership, decision: Decision | None, leave: bool = False, by: Viewer
) -> Membership:
    """A holder steps back and somebody else of the group holds it, by one decision; nobody else's place changes.

    Who steps back stays a member, or leaves. Raises RefusedError.
    """
    group = membership.group
    own = bool(by.account_id) and by.account_id == membership.account_id
    require(own and may_hold(group, by), _("A holder passes on what they hold, and nobody does it for them."))
    if to.group_id != group.pk or to.until is not None or to.role != Role.MEMBER:
        raise RefusedError(_("Choose somebody of the group who does not hold it yet."), field="to")
    with transaction.atomic():
        # Not opened by this: for a moment two hold it, and then one again.
        holder = _change(to, Role.HOLDER, decision, by)
        if leave:
            end_membership(membership, decision=decision, by=by)
        else:
            _change(membership, Role.MEMBER, decision, by)
    return holder
