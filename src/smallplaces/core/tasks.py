"""The thin way from a job to the background process. A task takes an id, never words."""

from __future__ import annotations

import datetime as dt
import logging

from django.db import transaction
from django_tasks import task

from smallplaces.core import daily, jobs
from smallplaces.core.clock import now
from smallplaces.core.models import Job
from smallplaces.core.models.jobs import JobState

A_DAY = dt.timedelta(days=1)
log = logging.getLogger("smallplaces")


@task()
def run(job_id: str) -> None:
    """Does one job in the background process."""
    jobs.run_job(job_id)


def start_job(kind: str, *, thing_id: str = "", group_id: str = "") -> Job:
    """Puts a job into the queue, once the caller's transaction stands."""
    if not jobs.is_known(kind):
        raise ValueError(kind)
    with transaction.atomic():
        job = Job.objects.create(kind=kind, thing_id=thing_id, group_id=group_id, made_at=now())
        transaction.on_commit(lambda: run.enqueue(job.pk))
    return job


def look_after() -> None:
    """What the server does once a minute: silent jobs are taken up, and apps look after their own; once a day work begins.

    Daily are the sweep and what apps registered (`core.daily`).
    """
    for job in Job.objects.filter(state=JobState.RUNNING):
        if jobs.is_silent(job):
            run.enqueue(job.pk)
    for kind in ("sweep", *daily.kinds()):
        if not Job.objects.filter(kind=kind, made_at__gt=now() - A_DAY).exists():
            start_job(kind)
    for look in daily.looks():
        try:
            look()
        except Exception as error:  # noqa: BLE001  (one app's fault must not end the site; its text may hold words)
            log.error("Looking after %s: %s", look.__name__, type(error).__name__)  # noqa: TRY400
