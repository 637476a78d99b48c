"""A list of addresses as it is pasted or comes in a file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from smallplaces.core.mail_addresses import clean_address
from smallplaces.core.refusals import RefusedError
from smallplaces.meetings.lines import clean

MOST_AT_ONCE = 10_000
ODD_SHOWN = 50
FOUND = re.compile(r"[^\s<>,;\"'()\[\]|]+@[^\s<>,;\"'()\[\]|]+")


@dataclass(frozen=True)
class ReadList:
    """What a list holds: addresses, once each; how many came twice; and the lines that hold none, with their number."""

    emails: tuple[str, ...]
    doubles: int
    odd: tuple[tuple[int, str], ...]
    odd_more: int


def read_list(text: str) -> ReadList:
    """The addresses of a pasted list or of a file, one or many a line, with names around them or without.

    Raises RefusedError where there is none, or more than ten thousand.
    """
    found: dict[str, None] = {}
    odd: list[tuple[int, str]] = []
    doubles = 0
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        emails, whole = _of_line(line)
        doubles += sum(email in found for email in emails)
        found |= dict.fromkeys(emails)
        if not whole:
            odd.append((number, clean(line)[:100]))
    if not found:
        raise RefusedError(_("There is no address in this list. Nothing was kept."), field="text")
    if len(found) > MOST_AT_ONCE:
        raise RefusedError(
            _("These are %(count)d addresses; at most 10,000 can come at once. Bring them in by parts.")
            % {"count": len(found)},
            field="text",
        )
    return ReadList(tuple(found), doubles, tuple(odd[:ODD_SHOWN]), max(0, len(odd) - ODD_SHOWN))


def _of_line(line: str) -> tuple[list[str], bool]:
    """The addresses of a line, and whether nothing in it was left unread that looks like one."""
    candidates = FOUND.findall(line)
    emails = []
    for one in candidates:
        try:
            emails.append(clean_address(one.strip(".:")))
        except RefusedError:
            continue
    empty = not line.strip(" ,;\t\ufeff\"'")
    return emails, empty or (bool(emails) and len(emails) == len(candidates))


def decoded(data: bytes) -> str:
    """The text of a file from a spreadsheet or an editor, whatever wrote it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
