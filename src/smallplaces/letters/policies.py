"""Who may do what with addresses, letters and messages."""

from __future__ import annotations

from smallplaces.core.viewers import Viewer
from smallplaces.groups.enums import GroupState
from smallplaces.groups.models import Group


def takes_mail(group: Group) -> bool:
    """Whether strangers may leave an address or write: an open group, which has two holders."""
    return group.state == GroupState.OPEN


def may_know_list(viewer: Viewer, group: Group) -> bool:
    """The group's people know how many addresses there are, and which letters went out."""
    return viewer.is_member_of(group.pk)


def may_read_list(viewer: Viewer, group: Group) -> bool:
    """Only holders read addresses, add to them, take them along and remove them."""
    return viewer.is_holder_of(group.pk)


def may_write_letter(viewer: Viewer, group: Group) -> bool:
    """Every member of an open group writes a letter; it goes nowhere yet."""
    return viewer.is_member_of(group.pk) and takes_mail(group)


def may_send_letter(viewer: Viewer, group: Group) -> bool:
    """Holders of an open group, because the addresses are in their keeping."""
    return viewer.is_holder_of(group.pk) and takes_mail(group)


def may_stop_letter(viewer: Viewer, group: Group) -> bool:
    """Every member may stop a letter that is on its way."""
    return viewer.is_member_of(group.pk)


def may_read_messages(viewer: Viewer, group: Group) -> bool:
    """Every member reads and answers what people wrote to the group."""
    return viewer.is_member_of(group.pk)
