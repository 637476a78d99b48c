"""Public pages, kept in memory while nothing is written.

A place's page gathers a year of work from forty tables; most of its readers come between two changes. A page is kept for
readers without any cookie, for a minute at most, and only while the count of writes (`core.epoch`) stands still: the
first reader after any write finds the whole shelf emptied, so that no page shows words which were taken back.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from smallplaces.core.epoch import present

PAGES_MOST = 500
BYTES_MOST = 200_000
OK = 200
FORM = b"csrfmiddlewaretoken"
Key = tuple[str, str, bool]


@dataclass(frozen=True)
class Kept:
    """One page as it was answered."""

    content: bytes
    headers: tuple[tuple[str, str], ...]
    until: float

    def answer(self) -> HttpResponse:
        """The page once more."""
        return HttpResponse(self.content, headers=dict(self.headers))


class Shelf:
    """The pages of one epoch. Safe to use from several threads."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.epoch = -1
        self.pages: OrderedDict[Key, Kept] = OrderedDict()

    def take(self, key: Key, epoch: int) -> Kept | None:
        """The page, if it is of this epoch and not past its time."""
        with self.lock:
            if epoch != self.epoch:
                self.pages.clear()
                self.epoch = epoch
            kept = self.pages.get(key)
            if kept is None or kept.until < time.monotonic():
                self.pages.pop(key, None)
                return None
            self.pages.move_to_end(key)
            return kept

    def put(self, key: Key, epoch: int, kept: Kept) -> None:
        """Keeps a page that was made in this epoch; the one longest unasked for goes when there are too many."""
        with self.lock:
            if epoch == self.epoch:
                self.pages[key] = kept
                while len(self.pages) > PAGES_MOST:
                    self.pages.popitem(last=False)


class KeptPagesMiddleware:
    """Answers from the shelf where it can. Whoever has a cookie, of a session or of a door, is never answered from it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.shelf = Shelf()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method != "GET" or request.COOKIES or not settings.KEPT_PAGES_SECONDS:
            return self.get_response(request)
        key = (request.get_host(), request.get_full_path(), "HX-Request" in request.headers)
        epoch = present()
        kept = self.shelf.take(key, epoch)
        if kept is not None:
            return kept.answer()
        response = self.get_response(request)
        if may_be_kept(response):
            until = time.monotonic() + settings.KEPT_PAGES_SECONDS
            self.shelf.put(key, epoch, Kept(response.content, tuple(response.headers.items()), until))
        return response


def may_be_kept(response: HttpResponse) -> bool:
    """A whole page of moderate size that sets no cookie and holds no form: a form has its reader's own safety mark."""
    return (
        response.status_code == OK
        and not response.streaming
        and not response.cookies
        and len(response.content) <= BYTES_MOST
        and FORM not in response.content
    )
