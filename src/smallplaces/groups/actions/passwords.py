"""Passwords, and what else changes about an account."""

from __future__ import annotations

import datetime as dt

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import actions, audit
from smallplaces.core.clock import today
from smallplaces.core.enums import Purpose
from smallplaces.core.links import is_open, open_links
from smallplaces.core.models import OneTimeLink
from smallplaces.core.refusals import NotVisibleError, RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.enums import Role
from smallplaces.groups.models import Account, Membership

DAYS = 3
# What allauth tells us. When somebody signs in is left out: it would tell who is at the desk at what hour.
ACCOUNT_CHANGES = frozenset(
    {"password_changed", "codes_switched_on", "codes_switched_off", "recovery_codes_made", "recovery_code_used"}
)


def check_password(password: str, account: Account) -> None:
    """Refuses a password that is short, common or like the person's own name."""
    try:
        validate_password(password, account)
    except ValidationError as error:
        raise RefusedError(" ".join(error.messages), field="password") from error


def _group_in_common(account: Account, by: Viewer) -> str:
    held = [group_id for group_id, role in by.roles.items() if role == Role.HOLDER]
    rows = Membership.objects.filter(account=account, group_id__in=held, until__isnull=True).order_by("group_id")
    return rows.values_list("group_id", flat=True).first() or ""


def ask_new_password_link(account: Account, *, by: Viewer) -> tuple[OneTimeLink, str]:
    """Two holders of a person's group, one after the other, make the link by which that person sets a password.

    The first one's call only notes the wish and returns an empty key; the second one's returns the key that opens.
    Whoever types commands on the machine needs no second.
    """
    group_id = _group_in_common(account, by)
    require(
        bool(group_id) or by.is_command,
        _("A new password link is made by two holders of a group that the person is in."),
    )
    waiting = [link for link in open_links(Purpose.PASSWORD, account.pk) if not link.seconded_by_id]
    first = next((link for link in waiting if by.is_command or link.group_id == group_id), None)
    with transaction.atomic():
        if by.is_command:
            return _make(account, group_id, made_by=by, seconded_by_id="command")
        if first is None:
            link, _unused = _make(account, group_id, made_by=by, seconded_by_id="")
            return link, ""
        if first.made_by_id == by.account_id:
            raise RefusedError(_("You asked for this already. Another holder must ask too; then the link is made."))
        link, key = _make(account, group_id, made_by=by, seconded_by_id=first.made_by_id)
        actions.revoke_link(first, by=by)
    return link, key


def _make(account: Account, group_id: str, *, made_by: Viewer, seconded_by_id: str) -> tuple[OneTimeLink, str]:
    link, key = actions.make_link(
        Purpose.PASSWORD,
        by=made_by,
        until=today() + dt.timedelta(days=DAYS),
        kind="account",
        thing_id=account.pk,
        group_id=group_id,
    )
    link.seconded_by_id = seconded_by_id
    link.save(update_fields=["seconded_by_id"])
    return link, key


def set_password_by_link(link: OneTimeLink, *, password: str, by: Viewer) -> Account:
    """The person sets a new password through a link that two holders made. Other sessions end. Raises RefusedError."""
    if link.purpose != Purpose.PASSWORD or not link.seconded_by_id or not is_open(link):
        raise NotVisibleError(link.pk)
    account: Account = Account.objects.get(pk=link.thing_id)
    check_password(password, account)
    with transaction.atomic():
        # Two presses at once: the second one waits here, and finds the link spent.
        link.refresh_from_db(from_queryset=OneTimeLink.objects.select_for_update())
        if not is_open(link):
            raise NotVisibleError(link.pk)
        account.set_password(password)
        account.save(update_fields=["password"])
        audit.record("password_changed", account, by=by, group_id=link.group_id, fields=["password"])
        actions.spend_link(link, by=by)
    return account


def note_account_change(account: Account, *, verb: str, by: Viewer) -> None:
    """Notes in the audit what sign-in changed about an account: its password, its one-time codes."""
    if verb not in ACCOUNT_CHANGES:
        raise ValueError(verb)
    with transaction.atomic():
        audit.record(verb, account, by=by)
