"""How often one address may ask. The address itself is kept nowhere."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from smallplaces.core.limits import address_key, count_attempt

AN_HOUR = 60 * 60


def visitor_key(request: HttpRequest) -> str:
    """A key for the visitor's address, another one each day.

    With an https address there is a server in front, which writes the visitor's address last in the list.
    """
    address = str(request.META.get("REMOTE_ADDR", ""))
    if settings.SECURE:
        address = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip() or address
    return address_key(address)


def slow_down(request: HttpRequest, what: str, *, most: int, seconds: int = AN_HOUR) -> None:
    """Counts one try of this visitor. Raises RefusedError when there were too many."""
    count_attempt(what, visitor_key(request), most=most, seconds=seconds)
