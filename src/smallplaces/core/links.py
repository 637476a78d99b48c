"""Opening one-time links. A look spends nothing; only the action behind the button does."""

from __future__ import annotations

import hashlib

from smallplaces.core.clock import today
from smallplaces.core.models import OneTimeLink
from smallplaces.core.refusals import NotVisibleError


def hash_of(key: str) -> str:
    """What is kept of a link's key."""
    return hashlib.sha256(key.encode()).hexdigest()


def is_open(link: OneTimeLink) -> bool:
    """Whether a link still opens: not spent, not revoked, not past its day."""
    return link.spent_on is None and link.revoked_on is None and link.until >= today()


def link_for(key: str, purpose: str) -> OneTimeLink:
    """The open link behind a key. Unknown, spent, revoked and expired are all the same: it does not exist."""
    link = OneTimeLink.objects.filter(hash=hash_of(key), purpose=purpose).first()
    if link is None or not is_open(link):
        raise NotVisibleError(purpose)
    return link


def link_by_id(link_id: str, purpose: str) -> OneTimeLink:
    """A link that was traded for a short cookie: it may be spent by now, but not revoked or past its day."""
    link = OneTimeLink.objects.filter(pk=link_id, purpose=purpose, revoked_on=None, until__gte=today()).first()
    if link is None:
        raise NotVisibleError(purpose)
    return link


def open_links_by(account_id: str, purpose: str, group_id: str) -> list[OneTimeLink]:
    """The open links that one person made for a group. One query."""
    rows = OneTimeLink.objects.filter(
        made_by_id=account_id, purpose=purpose, group_id=group_id, spent_on=None, revoked_on=None, until__gte=today()
    )
    return list(rows.order_by("made_on", "id"))


def open_links(purpose: str, thing_id: str) -> list[OneTimeLink]:
    """The open links to one thing, for the page that can close them. One query."""
    rows = OneTimeLink.objects.filter(
        purpose=purpose, thing_id=thing_id, spent_on=None, revoked_on=None, until__gte=today()
    )
    return list(rows.order_by("made_on", "id"))
