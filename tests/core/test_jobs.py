"""Long work: it ends in one sentence, stops when asked, and is taken up once more when its process died."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from smallplaces.core import jobs
from smallplaces.core.clock import now
from smallplaces.core.refusals import RefusedError
from tests.factories.core import make_job

pytestmark = pytest.mark.django_db
SECRET_WORDS = "the words that nobody may keep"


@pytest.fixture
def kinds() -> Iterator[None]:
    """A kind for each way in which work can go."""

    def good(job, progress) -> str:
        progress.step(1, 2)
        progress.step(2, 2)
        return "Two of two."

    def refused(job, progress) -> str:
        raise RefusedError("This file is empty.")

    def broken(job, progress) -> str:
        raise ValueError(SECRET_WORDS)

    work = {"good": good, "refused": refused, "broken": broken}
    for kind, function in work.items():
        jobs.register(kind, function)
    yield
    for kind in work:
        jobs._kinds.pop(kind)


def test_work_shows_how_far_it_is_and_says_what_it_did(kinds: None) -> None:
    seen: list[tuple[int, int]] = []
    job = jobs.run_here("good", show=lambda done, of: seen.append((done, of)))
    assert (job.state, job.sentence, job.done, job.of) == ("done", "Two of two.", 2, 2)
    assert seen == [(1, 2), (2, 2)]


def test_a_refusal_is_kept_as_its_sentence(kinds: None) -> None:
    job = jobs.run_here("refused")
    assert (job.state, job.sentence) == ("failed", "This file is empty.")


def test_an_error_keeps_none_of_its_words(kinds: None, caplog: pytest.LogCaptureFixture) -> None:
    job = jobs.run_here("broken")
    assert job.state == "failed"
    assert "nothing half-done" in job.sentence.lower()
    assert SECRET_WORDS not in job.sentence + caplog.text


def test_a_job_stops_at_its_next_step(kinds: None) -> None:
    job = make_job(kind="good")
    jobs.ask_to_stop(job)
    jobs.run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.done) == ("stopped", 1)


def test_asking_an_ended_job_to_stop_changes_nothing(kinds: None) -> None:
    job = jobs.run_here("good")
    jobs.ask_to_stop(job)
    job.refresh_from_db()
    assert not job.asked_to_stop


@pytest.mark.parametrize(
    ("seconds", "tries", "state", "tries_after"),
    [(30, 1, "running", 1), (90, 1, "done", 2), (90, 2, "failed", 2)],
)
def test_a_silent_job_is_taken_up_once_more_and_no_oftener(
    kinds: None, seconds: int, tries: int, state: str, tries_after: int
) -> None:
    heartbeat = now() - dt.timedelta(seconds=seconds)
    job = make_job(kind="good", state="running", tries=tries, heartbeat=heartbeat)
    jobs.run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.tries) == (state, tries_after)


def test_an_ended_job_is_not_done_again(kinds: None) -> None:
    job = make_job(kind="broken", state="done", sentence="Done.")
    jobs.run_job(job.pk)
    job.refresh_from_db()
    assert job.sentence == "Done."


def test_a_job_goes_through_the_queue_with_its_id_alone(kinds: None, django_capture_on_commit_callbacks) -> None:
    from django_tasks_db.models import DBTaskResult

    from smallplaces.core.tasks import start_job

    with django_capture_on_commit_callbacks(execute=True):
        job = start_job("good")
    assert DBTaskResult.objects.get().args_kwargs == {"args": [job.pk], "kwargs": {}}


def test_a_kind_that_nobody_registered_is_not_started() -> None:
    from smallplaces.core.models import Job
    from smallplaces.core.tasks import start_job

    with pytest.raises(ValueError, match="unheard"):
        start_job("unheard")
    assert not Job.objects.exists()


def test_the_house_looks_after_silent_jobs_and_sweeps_once_a_day(
    kinds: None, django_capture_on_commit_callbacks
) -> None:
    from django_tasks_db.models import DBTaskResult

    from smallplaces.core.models import Job
    from smallplaces.core.tasks import look_after

    silent = make_job(kind="good", state="running", heartbeat=now() - dt.timedelta(minutes=5))
    for _minute in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            look_after()
    assert Job.objects.filter(kind="sweep").count() == 1
    queued = [row.args_kwargs["args"][0] for row in DBTaskResult.objects.all()]
    assert queued.count(silent.pk) == 2
