"""A group joins an alliance and leaves it. It keeps its own records: the alliance reads none of them."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.core.words import TAG
from smallplaces.groups.enums import GroupKind, GroupState, MemberState
from smallplaces.groups.models import Group, MemberGroup
from smallplaces.groups.policies import may_hold

PRESENT = (MemberState.ASKED, MemberState.MEMBER)


def _check_alliance(alliance: Group) -> None:
    if alliance.kind != GroupKind.ALLIANCE or alliance.state != GroupState.OPEN:
        raise RefusedError(_("Nobody can join this group as a group: it is no alliance, or it is not open."))


def ask_to_join(alliance: Group, *, group: Group, by: Viewer) -> MemberGroup:
    """A holder asks, for a group of this site, to join an alliance. Raises RefusedError."""
    require(may_hold(group, by), _("Only the holders of a group can ask for it."))
    _check_alliance(alliance)
    if group.pk == alliance.pk:
        raise RefusedError(_("An alliance is no member of itself."), field="group")
    if group.state != GroupState.OPEN:
        raise RefusedError(
            _("Your group is not open yet. It can ask once a second holder has accepted."), field="group"
        )
    with transaction.atomic():
        # Two presses at once: the second one waits here, and finds what the first one asked.
        Group.objects.select_for_update().get(pk=alliance.pk)
        if MemberGroup.objects.filter(alliance=alliance, group=group, until__isnull=True).exists():
            raise RefusedError(_("Your group asked already, or is in it."), field="group")
        row = MemberGroup.objects.create(alliance=alliance, group=group, lang=group.lang, asked_on=today())
        audit.record("proposed", row, by=by, group_id=alliance.pk)
    return row


def ask_from_elsewhere(
    alliance: Group, *, name: str, place_name: str, reach: str, lang: str = "en", by: Viewer
) -> MemberGroup:
    """A group that keeps its records elsewhere asks to join. The same name a second time changes nothing. Raises RefusedError."""
    _check_alliance(alliance)
    if not TAG.fullmatch(lang):
        raise RefusedError(_("Write the language as its short code: en, es, ar, pt-BR."), field="lang")
    for field, value, words in (
        ("name", name, _("Write the name of the group.")),
        ("place_name", place_name, _("Write where your group works.")),
        ("reach", reach, _("Write how the alliance reaches you.")),
    ):
        if not value.strip():
            raise RefusedError(words, field=field)
    facts = {"name": name.strip(), "place_name": place_name.strip()}
    with transaction.atomic():
        Group.objects.select_for_update().get(pk=alliance.pk)
        row = MemberGroup.objects.filter(alliance=alliance, state__in=PRESENT, **facts).first()
        if row is None:
            row = MemberGroup.objects.create(
                alliance=alliance, reach=reach.strip(), lang=lang, asked_on=today(), **facts
            )
            audit.record("proposed", row, by=by, group_id=alliance.pk)
    return row


def take_in(member: MemberGroup, *, seat: str = "", by: Viewer) -> MemberGroup:
    """The alliance's holders take a group in, with its seat in words if it has one. Raises RefusedError."""
    with transaction.atomic():
        _as_it_stands(member)
        _check_asked(member, by)
        member.state, member.seat, member.since = MemberState.MEMBER, seat.strip(), today()
        member.save(update_fields=["state", "seat", "since"])
        audit.record("accepted", member, by=by, group_id=member.alliance_id, fields=["state", "seat"])
    return member


def turn_away(member: MemberGroup, *, by: Viewer) -> MemberGroup:
    """The alliance's holders do not take a group in. How to reach it is forgotten. Raises RefusedError."""
    with transaction.atomic():
        _as_it_stands(member)
        _check_asked(member, by)
        return _end(member, MemberState.REFUSED, "refused", by)


def leave_alliance(member: MemberGroup, *, by: Viewer) -> MemberGroup:
    """A group leaves, or takes back that it asked: by its own holders; one elsewhere by the alliance's. Raises RefusedError."""
    home = member.group or member.alliance
    require(may_hold(home, by), _("A group leaves by itself: its holders do this."))
    with transaction.atomic():
        _as_it_stands(member)
        if member.state not in PRESENT:
            raise RefusedError(_("This has ended already."))
        return _end(member, MemberState.LEFT, "ended", by)


def _as_it_stands(member: MemberGroup) -> None:
    """Two people settling it at once: the second one waits here, and reads what the first one did."""
    member.refresh_from_db(fields=["state", "until"], from_queryset=MemberGroup.objects.select_for_update())


def _check_asked(member: MemberGroup, by: Viewer) -> None:
    require(may_hold(member.alliance, by), _("Only the holders of the alliance take a group in."))
    if member.state != MemberState.ASKED:
        raise RefusedError(_("This is settled already."))


def _end(member: MemberGroup, state: MemberState, verb: str, by: Viewer) -> MemberGroup:
    """In the caller's transaction."""
    member.state, member.until, member.reach = state, today(), ""
    member.save(update_fields=["state", "until", "reach"])
    audit.record(verb, member, by=by, group_id=member.alliance_id, fields=["state"])
    return member
