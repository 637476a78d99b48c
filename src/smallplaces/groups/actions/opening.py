"""A group begins, is opened, says who it is, and closes."""

from __future__ import annotations

import unicodedata
from itertools import chain, count
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.enums import Standing
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.core.words import TAG
from smallplaces.groups.answers import check_answers
from smallplaces.groups.enums import GroupKind, GroupState, Role
from smallplaces.groups.models import Decision, Group, Membership
from smallplaces.groups.policies import may_hold, may_open_groups
from smallplaces.places.models import Place

# Addresses that stand beside those of groups.
TAKEN = frozenset({"start"})


def _one_line(name: str) -> str:
    """A name in one line without control characters: it stands in the heads of letters, in calendars and in feeds."""
    return " ".join("".join(one for one in name if one.isspace() or unicodedata.category(one) != "Cc").split())


def _free_slug(name: str, place: Place) -> str:
    base = slugify(name)[:50].strip("-") or "group"
    with_place = f"{base}-{place.slug}"[:70].strip("-")
    taken = TAKEN | set(Group.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    wishes = chain([base, with_place], (f"{with_place}-{number}" for number in count(2)))
    return next(wish for wish in wishes if wish not in taken)


def _check(place: Place, name: str, kind: str, lang: str, slug: str) -> None:
    if not name:
        raise RefusedError(_("Write the name of the group."), field="name")
    if kind not in GroupKind.values:
        raise RefusedError(_("Choose from the list what kind of group it is."), field="kind")
    if not TAG.fullmatch(lang):
        raise RefusedError(_("Write the language as its short code: en, es, ar, pt-BR."), field="lang")
    if Group.objects.filter(place=place, name=name).exists():
        raise RefusedError(
            _("A group of this name is known here already. Choose a name that tells yours from it."), field="name"
        )
    if slug and (slug in TAKEN or Group.objects.filter(slug=slug).exists()):
        raise RefusedError(_("The address %(slug)s is taken. Choose another one.") % {"slug": slug}, field="slug")


def start_group(
    place: Place,
    *,
    name: str,
    kind: str = GroupKind.CORE,
    about: str = "",
    contact: str = "",
    story_contact: str = "",
    lang: str = "en",
    slug: str = "",
    by: Viewer,
    **answers: Any,
) -> Group:
    """Asks for a group; opening at once when a steward or a command does it. Raises RefusedError.

    A person who is signed in and no steward becomes its first holder when a steward opens it. `answers` are those of
    `ANSWERS`, none of them required; what is left out was not asked.
    """
    name = _one_line(name)
    _check(place, name, kind, lang, slug)
    told = check_answers(answers)
    opened = may_open_groups(by)
    with transaction.atomic():
        group = Group.objects.create(
            slug=slug or _free_slug(name, place),
            name=name,
            kind=kind,
            place=place,
            state=GroupState.OPENING if opened else GroupState.ASKED,
            about=about.strip(),
            contact=contact.strip(),
            story_contact=story_contact.strip(),
            lang=lang,
            asked_on=today(),
            asked_by_id=None if opened else by.account_id or None,
            **told,
        )
        audit.record("started", group, by=by, group_id=group.pk)
    return group


def open_group(group: Group, *, by: Viewer) -> Group:
    """A steward lets a group begin. It is *opening* until a second holder is in. Raises RefusedError."""
    require(may_open_groups(by), _("Only a steward of this installation can open a group."))
    if group.state not in {GroupState.ASKED, GroupState.REFUSED}:
        raise RefusedError(_("This group is open already, or closed."))
    if group.place.standing != Standing.ACCEPTED:
        raise RefusedError(_("Its place waits too. Look at the place first; then open the group."))
    with transaction.atomic():
        group.state = GroupState.OPENING
        group.save(update_fields=["state"])
        if group.asked_by_id:
            Membership.objects.create(group=group, account_id=group.asked_by_id, role=Role.HOLDER, since=today())
        audit.record("opened", group, by=by, group_id=group.pk, fields=["state"])
    return group


def refuse_group(group: Group, *, by: Viewer) -> Group:
    """A steward does not open a group that was asked for. Raises RefusedError."""
    require(may_open_groups(by), _("Only a steward of this installation can turn a group away."))
    if group.state != GroupState.ASKED:
        raise RefusedError(_("This group does not wait any more."))
    with transaction.atomic():
        group.state = GroupState.REFUSED
        group.save(update_fields=["state"])
        audit.record("refused", group, by=by, group_id=group.pk, fields=["state"])
    return group


def describe_group(group: Group, *, about: str, contact: str, story_contact: str, by: Viewer, **answers: Any) -> Group:
    """Holders say what the group does, how to reach it, whom to tell what no page should hear, and what they answer now.

    `answers` are those of `ANSWERS`; what is left out stays. Raises RefusedError.
    """
    require(may_hold(group, by), _("Only the holders of this group can change what it says about itself."))
    new = {"about": about.strip(), "contact": contact.strip(), "story_contact": story_contact.strip()}
    new |= check_answers(answers)
    with transaction.atomic():
        changed = [field for field, value in new.items() if getattr(group, field) != value]
        for field in changed:
            setattr(group, field, new[field])
        group.save(update_fields=changed)
        audit.record("described", group, by=by, group_id=group.pk, fields=changed)
    return group


def close_group(group: Group, *, decision: Decision | None = None, by: Viewer) -> Group:
    """Holders end the group's work. Its own people go on reading; nothing that it holds is public any more.

    An open group is closed by a decision that is written down, as a holder is removed by one. Raises RefusedError.
    """
    require(may_hold(group, by), _("Only the holders of this group can close it."))
    if group.state == GroupState.CLOSED:
        raise RefusedError(_("This group is closed already."))
    if group.state == GroupState.OPEN and decision is None:
        raise RefusedError(
            _("A group is closed only by its decision. Write the decision down first."), field="decision"
        )
    if decision is not None and decision.group_id != group.pk:
        raise RefusedError(_("This decision is another group's."), field="decision")
    with transaction.atomic():
        group.state = GroupState.CLOSED
        group.save(update_fields=["state"])
        audit.record("closed", group, by=by, group_id=group.pk, fields=["state"])
    return group
