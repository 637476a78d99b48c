"""What other groups show to ours."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from smallplaces.core.viewers import Viewer
from smallplaces.groups.queries import decisions_by_ids, shared_with_groups_of
from smallplaces.meetings.queries import meetings_visible_to
from smallplaces.meetings.queries.meeting_lines import meeting_line
from smallplaces.thread import naming
from smallplaces.thread.kinds import KINDS
from smallplaces.thread.refs import Ref, day
from smallplaces.web.templatetags.addresses import address

OURS_BY_OTHER_WAYS = frozenset({"decision", "meeting"})


def shared_with_us(viewer: Viewer) -> list[dict[str, Any]]:
    """What other groups share with the viewer's groups, while they do: its name, words, address and day."""
    ids = shared_with_groups_of(viewer)
    refs = [
        ref
        for kind in sorted(ids.keys() & KINDS.keys() - OURS_BY_OTHER_WAYS)
        for ref in KINDS[kind].named(ids[kind], viewer)
    ]
    return [*map(_line, [*_meetings(ids.get("meeting", []), viewer), *refs]), *_decisions(ids, viewer)]


def _meetings(ids: list[str], viewer: Viewer) -> list[Ref]:
    rows = meetings_visible_to(viewer).filter(pk__in=ids) if ids else []
    return [naming.meeting(meeting_line(row, mine=False)) for row in rows]


def _line(ref: Ref) -> dict[str, Any]:
    words = "" if ref.taken_back else ref.text
    return {
        "what": ref.what,
        "words": words,
        "lang": ref.lang,
        "dir": ref.dir,
        "url": address(ref),
        "date": ref.date,
    }


def _decisions(ids: dict[str, list[str]], viewer: Viewer) -> list[dict[str, Any]]:
    rows = decisions_by_ids(ids["decision"], viewer=viewer) if "decision" in ids else []
    return [
        {
            "what": _("A decision of %(group)s") % {"group": row.group.name},
            "words": row.text,
            "lang": row.lang,
            "dir": row.dir,
            "url": reverse("public:decision", args=[row.pk]),
            "date": day(row.on),
        }
        for row in rows
    ]
