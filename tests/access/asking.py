"""Asking the site as one of the cast, so that nothing of it stays behind for the next question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLResolver, get_resolver

from tests.access.table import Row
from tests.access.world import World


def fresh(client: Client) -> Client:
    """The same person in a new window: what an answer sets is forgotten. A broken page answers 500, as in the world."""
    window = Client(raise_request_exception=False)
    window.cookies = deepcopy(client.cookies)
    return window


def ask(world: World, row: Row, who: str, method: str = "get", **headers: Any) -> HttpResponse:
    """The answer to one of the cast; whatever was written is undone."""
    sent: Mapping[str, str] = {"sent": "1", **{key: world.argument(value) for key, value in row.sent.items()}}
    return ask_with(world, row, who, method, sent, **headers)


def ask_with(world: World, row: Row, who: str, method: str, sent: Mapping[str, str], **headers: Any) -> HttpResponse:
    """The same with a form of one's own."""
    address = world.address(row.name, row.arguments) + row.query
    with transaction.atomic():
        answer = getattr(fresh(world.clients[who]), method)(address, sent if method == "post" else None, **headers)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        transaction.set_rollback(True)
    answer.whole = content
    return answer


def routes() -> set[tuple[str, int]]:
    """Every route of the site: its name, and how many arguments its address takes."""
    return {(name, count) for name, count in _walk(get_resolver(), (), 0)}


def _walk(resolver: Any, spaces: tuple[str, ...], count: int) -> Iterator[tuple[str, int]]:
    for pattern in resolver.url_patterns:
        arguments = count + pattern.pattern.regex.groups
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern, (*spaces, pattern.namespace) if pattern.namespace else spaces, arguments)
        else:
            yield ":".join((*spaces, pattern.name or "")), arguments
