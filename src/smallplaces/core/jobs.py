"""Long work: it shows how far it is, can be stopped, is taken up once more when its process dies, and says what it did.

An app registers its kinds in `AppConfig.ready`. A piece of work gets `Progress` and calls `progress.step(...)` between
its transactions, never inside one: a heartbeat that waits for the job's own transaction would be no heartbeat.
What goes wrong is kept as one sentence of ours, never as the error's text, which may hold somebody's words.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core.clock import now
from smallplaces.core.models import Job
from smallplaces.core.models.jobs import JobState
from smallplaces.core.refusals import NotAllowedError, NotVisibleError, RefusedError

log = logging.getLogger("smallplaces")
SILENCE = dt.timedelta(minutes=1)
MOST_TRIES = 2
ENDED = (JobState.DONE, JobState.STOPPED, JobState.FAILED)
Show = Callable[[int, int], None]


class StoppedError(Exception):
    """Somebody asked this job to stop."""


class Progress:
    """How far a job is: `step` says so, keeps the job alive, and stops it when somebody asked for that."""

    def __init__(self, job: Job, show: Show | None = None) -> None:
        self.job = job
        self.show = show

    def step(self, done: int, of: int = 0) -> None:
        """Says that `done` of `of` pieces are done. Call it between transactions. Raises StoppedError."""
        with transaction.atomic(durable=True):
            Job.objects.filter(pk=self.job.pk).update(done=done, of=of, heartbeat=now())
        if self.show:
            self.show(done, of)
        if Job.objects.filter(pk=self.job.pk, asked_to_stop=True).exists():
            raise StoppedError


Work = Callable[[Job, Progress], str]
_kinds: dict[str, Work] = {}


def register(kind: str, work: Work) -> None:
    """Names a kind of work. It gets the job and its progress, and returns one sentence about what it did."""
    _kinds[kind] = work


def is_known(kind: str) -> bool:
    """Whether some app registered this kind of work."""
    return kind in _kinds


def take(job_id: str) -> Job | None:
    """Takes up a waiting job, or one that has been silent for a minute; None where there is nothing to take up."""
    with transaction.atomic():
        job = Job.objects.select_for_update().filter(pk=job_id).first()
        if job is None or job.state in ENDED or not (job.state == JobState.WAITING or is_silent(job)):
            return None
        if job.tries >= MOST_TRIES:
            end(job, JobState.FAILED, _("This stopped twice before its end. Start it again; nothing was lost."))
            return None
        job.state = JobState.RUNNING
        job.tries += 1
        job.heartbeat = now()
        job.save(update_fields=["state", "tries", "heartbeat"])
    return job


def is_silent(job: Job) -> bool:
    """Whether a running job has given no sign of life for a minute."""
    return job.state == JobState.RUNNING and (job.heartbeat is None or job.heartbeat < now() - SILENCE)


def end(job: Job, state: JobState, sentence: str) -> None:
    """Notes how a job ended, in one sentence of ours."""
    job.state = state
    job.sentence = sentence[:300]
    job.save(update_fields=["state", "sentence"])


def run_job(job_id: str, *, show: Show | None = None) -> None:
    """Does the work of a job, whatever becomes of it; never raises for what goes wrong inside the work."""
    job = take(job_id)
    if job is None:
        return
    try:
        sentence = _kinds[job.kind](job, Progress(job, show))
    except StoppedError:
        end(job, JobState.STOPPED, _("Stopped, as somebody asked."))
    except (RefusedError, NotAllowedError) as error:
        end(job, JobState.FAILED, error.sentence)
    except NotVisibleError:
        end(job, JobState.FAILED, _("What this was about is not there any more."))
    except Exception as error:  # noqa: BLE001  (whatever it is, it becomes one sentence; its text may hold words)
        log.error("Job %s (%s): %s", job.pk, job.kind, type(error).__name__)  # noqa: TRY400
        end(job, JobState.FAILED, _("This went wrong on our side. Nothing half-done was kept; you can start it again."))
    else:
        end(job, JobState.DONE, sentence)


def ask_to_stop(job: Job) -> None:
    """Asks a job to stop; it does so at its next step."""
    Job.objects.filter(pk=job.pk).exclude(state__in=ENDED).update(asked_to_stop=True)


def run_here(kind: str, *, thing_id: str = "", group_id: str = "", show: Show | None = None) -> Job:
    """Does a job at once in this process, for a command that shows its progress; returns it as it ended."""
    job = Job.objects.create(kind=kind, thing_id=thing_id, group_id=group_id, made_at=now())
    run_job(job.pk, show=show)
    job.refresh_from_db()
    return job
