"""A group for records that come in where nobody works yet: held by the installation's stewards until somebody does."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.actions.opening import start_group
from smallplaces.groups.actions.people import open_with_two
from smallplaces.groups.enums import GroupKind, GroupState, Role
from smallplaces.groups.models import Account, Group, Membership
from smallplaces.groups.policies import may_open_groups
from smallplaces.places.models import Place

AT_WORK = (GroupState.OPENING, GroupState.OPEN)


def only_group(place: Place) -> Group | None:
    """The only group at work in a place; None where there is none. Raises RefusedError where there are several."""
    groups = list(Group.objects.filter(place=place, state__in=AT_WORK).order_by("name"))
    if len(groups) > 1:
        names = ", ".join(f"{one.name} ({one.slug})" for one in groups)
        raise RefusedError(
            _("Several groups work in %(place)s: %(names)s. Say which of them shall hold this.")
            % {"place": place.name, "names": names},
            field="group",
        )
    return groups[0] if groups else None


def open_keepers(place: Place, *, by: Viewer) -> Group:
    """Opens "Keepers of this record, <place>", held by the stewards. With fewer than two of them it is opening."""
    require(
        may_open_groups(by), _("Nobody works in this place yet. Ask a steward of this site, or start a group first.")
    )
    with transaction.atomic():
        group = start_group(
            place,
            name=_("Keepers of this record, %(place)s") % {"place": place.name},
            kind=GroupKind.OTHER,
            lang=place.lang,
            by=by,
        )
        for steward in Account.objects.filter(is_steward=True, is_active=True):
            seat = Membership.objects.create(group=group, account=steward, role=Role.HOLDER, since=today())
            audit.record("joined", seat, by=by, group_id=group.pk)
        open_with_two(group, by=by)
    return group
