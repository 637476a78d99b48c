"""The daily sweep: what nobody needs any more leaves the disk and the database."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from django.contrib.sessions.backends.db import SessionStore
from django.db import connection
from django.utils import timezone
from django.utils.translation import ngettext
from django_tasks_db.models import DBTaskResult

from smallplaces.core import files, limits
from smallplaces.core.clock import now
from smallplaces.core.jobs import ENDED, Progress
from smallplaces.core.models import Job
from smallplaces.core.residue import leave_no_trace

JOBS_FOR = dt.timedelta(days=30)
TASKS_FOR = dt.timedelta(days=1)
# What the apps above have to clear away each day; each registers in its `AppConfig.ready`.
_chores: list[Callable[[], None]] = []


def register_chore(chore: Callable[[], None]) -> None:
    """Adds something that the daily sweep does. A second time changes nothing."""
    if chore not in _chores:
        _chores.append(chore)


def sweep(job: Job, progress: Progress) -> str:
    """Removes files that were looked at and never brought in, leftover bytes, old counts of attempts, ended jobs and tasks, sessions that are over, and what the apps registered; writes SQLite's file anew."""
    gone = files.sweep_unclaimed() + files.sweep()
    progress.step(1, 4)
    limits.forget_attempts()
    empty_cache()
    progress.step(2, 4)
    Job.objects.filter(state__in=ENDED, made_at__lt=now() - JOBS_FOR).exclude(pk=job.pk).delete()
    DBTaskResult.objects.finished().filter(finished_at__lt=now() - TASKS_FOR).delete()
    progress.step(3, 4)
    SessionStore.clear_expired()
    for chore in _chores:
        chore()
    # Where words were taken back while the database was too busy to be written anew.
    leave_no_trace()
    progress.step(4, 4)
    return ngettext("%(count)d leftover file was removed.", "%(count)d leftover files were removed.", gone) % {
        "count": gone
    }


def empty_cache() -> None:
    """Removes what is past its time from the cache; Django leaves it there until the cache is full."""
    expires = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM cache WHERE expires < %s", [expires])
