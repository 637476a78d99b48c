"""Writes about addresses. What strangers do writes no audit: a row with an instant would be joined to an address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.mail import require_mail
from smallplaces.core.mail_addresses import clean_address
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.models import Group
from smallplaces.letters.enums import AddressState
from smallplaces.letters.keys import GOOD_FOR, id_of_leave, id_of_yes, left_mark
from smallplaces.letters.models import Address, LeftAddress
from smallplaces.letters.policies import may_read_list, takes_mail
from smallplaces.letters.queries import AddressLine, addresses_of
from smallplaces.meetings.lines import language, words_within


@dataclass(frozen=True)
class Brought:
    """What became of a list: new ones, those that were here, and those that had left and stay out."""

    new: int
    known: int
    left: int


def ask_to_hear(group: Group, *, email: str, lang: str = "en") -> None:
    """Somebody wants to hear of the next meeting. Tells nobody whether the address was known. Raises RefusedError.

    One letter asks for a yes; asked again meanwhile, no second one goes. An address that came back may try anew.
    """
    if not takes_mail(group):
        raise RefusedError(_("This group does not take addresses now."), field="email")
    require_mail()
    kept = clean_address(email)
    day = today(group.place.zone)
    with transaction.atomic():
        row, made = Address.objects.get_or_create(
            group=group, email=kept, defaults={"asked_on": day, "lang": language(lang)}
        )
        if not made and row.state == AddressState.CAME_BACK:
            row.state, row.asked_on, row.written_on = AddressState.WAITING, day, None
            row.save(update_fields=["state", "asked_on", "written_on"])


def say_yes(key: str) -> Group | None:
    """The person behind an address said yes, by the key of the letter. None where the address is gone. Raises NotVisibleError."""
    with transaction.atomic():
        row = Address.objects.select_for_update().filter(pk=id_of_yes(key)).first()
        if row is None:
            return None
        group = Group.objects.select_related("place").get(pk=row.group_id)
        if row.state == AddressState.WAITING:
            row.state, row.confirmed_on = AddressState.CONFIRMED, today(group.place.zone)
            row.save(update_fields=["state", "confirmed_on"])
        # Their own new wish is stronger than their leaving then.
        LeftAddress.objects.filter(group=group, mark=left_mark(group.pk, row.email)).delete()
    return group


def leave_list(key: str) -> None:
    """Takes an address off the list, whole; done twice it is done once. Raises NotVisibleError for a key that is not ours."""
    address_id = id_of_leave(key)
    with transaction.atomic():
        row = Address.objects.select_for_update().filter(pk=address_id).first()
        if row is not None:
            _remove(row)


def _remove(row: Address) -> None:
    """Removes an address and keeps a mark, so that no list brings it in again."""
    LeftAddress.objects.get_or_create(group_id=row.group_id, mark=left_mark(row.group_id, row.email))
    row.delete()


def bring_in_addresses(
    group: Group, *, emails: Sequence[str], told: str, asked: bool, lang: str = "en", by: Viewer
) -> Brought:
    """Brings an existing list in. `told` is what the people were told; `asked`: they asked for these letters.

    Without `asked` each gets the one letter that asks for a yes, where the site sends mail. Whoever left stays out.
    """
    require(may_read_list(by, group), _("Only holders of the group bring a list in."))
    words = words_within(told, 500, field="told")
    cleaned = list(dict.fromkeys(clean_address(one) for one in emails))
    gone = set(LeftAddress.objects.filter(group=group).values_list("mark", flat=True))
    wanted = [one for one in cleaned if left_mark(group.pk, one) not in gone] if gone else cleaned
    known = set(Address.objects.filter(group=group).values_list("email", flat=True))
    new = [one for one in wanted if one not in known]
    with transaction.atomic():
        _make(group, new, words, asked=asked, lang=language(lang))
        audit.record("addresses_added", group, by=by, fields=["told"], group_id=group.pk)
    return Brought(len(new), len(wanted) - len(new), len(cleaned) - len(wanted))


def _make(group: Group, emails: Iterable[str], told: str, *, asked: bool, lang: str) -> None:
    day = today(group.place.zone)
    state = AddressState.CONFIRMED if asked else AddressState.WAITING
    rows = (
        Address(
            group=group,
            email=email,
            state=state,
            asked_on=day,
            confirmed_on=day if asked else None,
            told=told,
            lang=lang,
        )
        for email in emails
    )
    Address.objects.bulk_create(rows, batch_size=200, ignore_conflicts=True)


def take_addresses_along(group: Group, *, by: Viewer) -> list[AddressLine]:
    """The whole list, for a file. Holders only; that it was taken is kept in the audit."""
    require(may_read_list(by, group), _("Only holders of the group take its list along."))
    with transaction.atomic():
        lines = addresses_of(group, viewer=by)
        audit.record("addresses_taken", group, by=by, group_id=group.pk)
    return lines


def remove_address(row: Address, *, by: Viewer) -> None:
    """Removes an address because its person wishes so; no list brings it in again."""
    require(may_read_list(by, row.group), _("Only holders of the group do this."))
    with transaction.atomic():
        _remove(row)
        audit.record("address_removed", row.group, by=by, group_id=row.group_id)


def note_came_back(row: Address, *, came_back: bool, by: Viewer) -> None:
    """Letters to an address come back, or it works again after all. Meanwhile it gets none."""
    require(may_read_list(by, row.group), _("Only holders of the group do this."))
    if row.state == AddressState.WAITING:
        raise RefusedError(_("This address has not said yes yet; it gets no letters anyway."))
    with transaction.atomic():
        row.state = AddressState.CAME_BACK if came_back else AddressState.CONFIRMED
        row.save(update_fields=["state"])
        audit.record("address_changed", row.group, by=by, group_id=row.group_id)


def forget_unconfirmed() -> int:
    """Removes addresses that did not say yes within fourteen days. Returns how many."""
    before = today() - GOOD_FOR - dt.timedelta(days=1)
    rows = Address.objects.filter(state=AddressState.WAITING, asked_on__lt=before)
    return rows.delete()[0]
