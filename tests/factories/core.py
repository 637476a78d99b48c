"""The smallest valid objects of core."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from smallplaces.core.models import File, Job, OneTimeLink

DAY = dt.date(2026, 3, 1)


def make_file(data: bytes = b"some bytes", **fields: Any) -> File:
    """A file whose bytes are kept."""
    from smallplaces.core.files import keep_file

    return keep_file(data, **{"name": "sheet.pdf", "media_type": "application/pdf"} | fields)


def make_job(**fields: Any) -> Job:
    """A job that waits."""
    from smallplaces.core.clock import now
    from smallplaces.core.models import Job

    return Job.objects.create(**{"kind": "sweep", "made_at": now()} | fields)


def make_link(**fields: Any) -> tuple[OneTimeLink, str]:
    """An open one-time link and its key."""
    from smallplaces.core import actions
    from smallplaces.core.clock import today
    from smallplaces.core.viewers import Viewer

    until = today() + dt.timedelta(days=3)
    return actions.make_link(**{"purpose": "invite", "until": until, "by": Viewer()} | fields)
