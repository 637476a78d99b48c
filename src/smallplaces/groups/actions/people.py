"""Invitations, accounts, and who is in a group."""

from __future__ import annotations

import datetime as dt
import re

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import actions, audit
from smallplaces.core.clock import today
from smallplaces.core.enums import Purpose
from smallplaces.core.links import is_open, open_links_by
from smallplaces.core.models import OneTimeLink
from smallplaces.core.refusals import NotVisibleError, RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.actions.passwords import check_password
from smallplaces.groups.actions.voices import remove_name
from smallplaces.groups.enums import GroupState, Role
from smallplaces.groups.models import Account, Decision, Group, Membership
from smallplaces.groups.policies import may_hold, may_invite, may_open_groups

LONGEST_DAYS = 60
HOLDERS_NEEDED = 2
USERNAME = re.compile(r"[\w.-]{3,60}")


def invite(
    group: Group | None = None, *, role: str = Role.MEMBER, steward: bool = False, days: int = 14, by: Viewer
) -> tuple[OneTimeLink, str]:
    """Makes a one-time invitation to a group, to the stewards, or to both; returns it with its key."""
    if group is None and not steward:
        raise RefusedError(_("Say to which group you invite."), field="group")
    if role not in Role.values:
        raise RefusedError(_("Choose holder or member."), field="role")
    if not 1 <= days <= LONGEST_DAYS:
        raise RefusedError(_("An invitation stands between 1 and 60 days."), field="days")
    if steward:
        require(may_open_groups(by), _("Only a steward of this installation can invite a steward."))
    if group is not None:
        require(may_invite(group, by), _("Only the holders of this group can invite people to it."))
        if group.state not in {GroupState.OPENING, GroupState.OPEN}:
            raise RefusedError(_("This group is not open: nobody can be invited to it."))
    return actions.make_link(
        Purpose.INVITE,
        by=by,
        until=today() + dt.timedelta(days=days),
        kind="group" if group else "",
        thing_id=group.pk if group else "",
        group_id=group.pk if group else "",
        details={"role": str(role), "steward": steward},
    )


def _check_invitation(link: OneTimeLink) -> None:
    if link.purpose != Purpose.INVITE or not is_open(link):
        raise NotVisibleError(link.pk)


def _checked_username(username: str) -> str:
    username = username.strip()
    if not USERNAME.fullmatch(username):
        raise RefusedError(
            _("Choose a name to sign in with: 3 to 60 letters, digits, dots or dashes, without blanks."),
            field="username",
        )
    if Account.objects.filter(username__iexact=username).exists():
        raise RefusedError(_("Somebody signs in with this name already. Choose another one."), field="username")
    return username


def make_account(
    link: OneTimeLink, *, username: str, password: str, name: str = "", email: str = "", by: Viewer
) -> Account:
    """Makes an account from an invitation, which is spent by it, and joins the group. Raises RefusedError."""
    _check_invitation(link)
    with transaction.atomic():
        account = Account(
            username=_checked_username(username),
            name=name.strip(),
            email=email.strip(),
            joined_on=today(),
        )
        check_password(password, account)
        account.set_password(password)
        account.save()
        audit.record("made", account, by=by, group_id=link.group_id)
        _join(link, account)
    return account


def join_by_invitation(link: OneTimeLink, *, account: Account, by: Viewer) -> Account:
    """A person who has an account already takes up an invitation. Raises RefusedError."""
    _check_invitation(link)
    require(by.account_id == account.pk, _("An invitation is taken up by the person who is signed in."))
    with transaction.atomic():
        _join(link, account)
    return account


def _join(link: OneTimeLink, account: Account) -> None:
    by = Viewer(account_id=account.pk)
    # Two people pressing the button at once: the second one waits here, and reads what the first one did.
    link.refresh_from_db(from_queryset=OneTimeLink.objects.select_for_update())
    _check_invitation(link)
    if link.details.get("steward"):
        account.is_steward = True
        account.save(update_fields=["is_steward"])
        audit.record("became_steward", account, by=by)
    if link.group_id:
        _enter(Group.objects.get(pk=link.group_id), account, str(link.details["role"]), by=by)
    actions.spend_link(link, by=by)


def _enter(group: Group, account: Account, role: str, *, by: Viewer) -> None:
    if group.state not in {GroupState.OPENING, GroupState.OPEN}:
        raise RefusedError(_("This group is not open any more."))
    present = Membership.objects.filter(group=group, account=account, until__isnull=True).first()
    if present is None:
        present = Membership.objects.create(group=group, account=account, role=role, since=today())
    elif role == Role.HOLDER and present.role == Role.MEMBER:
        present.role = role
        present.save(update_fields=["role"])
    else:
        raise RefusedError(_("You are in this group already."))
    audit.record("joined", present, by=by, group_id=group.pk)
    open_with_two(group, by=by)


def open_with_two(group: Group, *, by: Viewer) -> None:
    """A group on its way is open once two hold it, however the second one came."""
    if group.state == GroupState.OPENING and holders_of(group) >= HOLDERS_NEEDED:
        group.state = GroupState.OPEN
        group.opened_on = today()
        group.save(update_fields=["state", "opened_on"])
        audit.record("stands", group, by=by, group_id=group.pk, fields=["state"])


def holders_of(group: Group) -> int:
    """How many hold the group at present. One query."""
    return Membership.objects.filter(group=group, role=Role.HOLDER, until__isnull=True).count()


def end_membership(membership: Membership, *, decision: Decision | None = None, by: Viewer) -> Membership:
    """Ends a membership: by the person's own wish, or by a holder.

    A holder is removed only with a recorded decision of the same group, and an open group keeps two holders.
    Raises RefusedError.
    """
    group = membership.group
    own_wish = bool(by.account_id) and by.account_id == membership.account_id
    require(own_wish or may_hold(group, by), _("Only a holder of the group, or the person, can end this."))
    if membership.until is not None:
        raise RefusedError(_("This has ended already."))
    is_holder = membership.role == Role.HOLDER
    if decision is not None and decision.group_id != group.pk:
        raise RefusedError(_("This decision is another group's."), field="decision")
    if is_holder and not own_wish and decision is None:
        raise RefusedError(
            _("A holder is removed only by a decision of the group. Record the decision first."), field="decision"
        )
    with transaction.atomic():
        # Two holders ending one another at once: the second one waits here, and counts what is left.
        Group.objects.select_for_update().get(pk=group.pk)
        membership.refresh_from_db(fields=["role", "until"])
        if membership.until is not None:
            raise RefusedError(_("This has ended already."))
        if is_holder and group.state == GroupState.OPEN and holders_of(group) <= HOLDERS_NEEDED:
            raise RefusedError(_("A group has two holders always. Invite another holder first; then this can end."))
        membership.until = today()
        membership.ended_by = decision
        membership.save(update_fields=["until", "ended_by"])
        audit.record("ended", membership, by=by, group_id=group.pk, fields=["until"])
        remove_name(group, membership.account_id, by=by)
        # Whoever leaves keeps no key: not to come back, not to a room.
        _close_links(membership, Purpose.INVITE, Purpose.MEETING, Purpose.PASSWORD, by=by)
    return membership


def close_invitations(membership: Membership, *, by: Viewer) -> None:
    """Whoever holds the group no more keeps no key that only holders make: no invitation, no new password."""
    _close_links(membership, Purpose.INVITE, Purpose.PASSWORD, by=by)


def _close_links(membership: Membership, *purposes: Purpose, by: Viewer) -> None:
    """Ends what this person made. What bodies answer through stays open."""
    for purpose in purposes:
        for link in open_links_by(membership.account_id, purpose, membership.group_id):
            actions.revoke_link(link, by=by)
