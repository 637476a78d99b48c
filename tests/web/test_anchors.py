"""An address with a mark in it leads to something that stands on its page, over the whole demonstration place."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urldefrag

import pytest
from lxml import html

from smallplaces.thread.kinds import KINDS, Rows
from smallplaces.web.templatetags.addresses import address
from tests.cast import signed_in

MARKED = {"cause", "clause", "followup", "assessment", "edition", "borrowing"}


def marked_addresses(viewer) -> dict[str, set[str]]:
    """The marks by page of every record that stands on another one's page, and their kinds."""
    found: dict[str, set[str]] = {}
    for kind in KINDS.values():
        if isinstance(kind, Rows):
            for ref in kind.names(kind.visible(viewer), viewer):
                page, mark = urldefrag(address(ref))
                if mark:
                    found.setdefault(page, set()).add(mark)
    return found


def test_every_mark_stands_once_on_its_page(osier_bend) -> None:
    client = signed_in(osier_bend.holder).client
    pages = marked_addresses(osier_bend.viewer)
    assert {mark.split("-")[0] for marks in pages.values() for mark in marks} == MARKED
    missing = []
    for page, marks in pages.items():
        answer = client.get(page, follow=True)
        assert answer.status_code == 200
        stands = Counter(html.fromstring(answer.content).xpath("//@id"))
        missing += [f"{page}#{mark}: {stands[mark]}" for mark in marks if stands[mark] != 1]
        missing += [f"{page}: id {name} stands {count} times" for name, count in stands.items() if count > 1]
    if missing:
        pytest.fail("\n".join(missing), pytrace=False)
