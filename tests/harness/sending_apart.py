"""What a worker does for a letter, in a process of its own, so that it can be killed: `python -m tests.harness.sending_apart ...`.

make NUMBER     a group with so many addresses, a letter on its way; prints the job
run JOB         does the job, also one that is just now silent: the minute of waiting is left out
go-on JOB       what a person does whose letter was killed twice without getting further; prints the new job
count JOB       prints the letter's state, how many it reached, the job's state, and the addresses that nobody knows about
"""

from __future__ import annotations

import datetime as dt
import sys

import django


def make(number: str) -> None:
    """Addresses, a letter, its work."""
    from smallplaces.core.tasks import start_job
    from smallplaces.letters.models import Address, Sending
    from tests.factories.core import DAY
    from tests.factories.groups import make_group
    from tests.factories.letters import make_letter

    group = make_group()
    emails = (f"ana{one}@example.org" for one in range(int(number)))
    Address.objects.bulk_create(Address(group=group, email=one, state="confirmed", asked_on=DAY) for one in emails)
    letter = make_letter(group, text="Come at six. " * 40, state="sending")
    Sending.objects.bulk_create(Sending(letter=letter, address=one) for one in Address.objects.all())
    sys.stdout.write(start_job("letter", thing_id=letter.pk, group_id=group.pk).pk)


def run(job_id: str) -> None:
    """The work, as `core.tasks.look_after` would have it taken up after a minute."""
    from smallplaces.core.clock import now
    from smallplaces.core.jobs import run_job
    from smallplaces.core.models import Job

    Job.objects.filter(pk=job_id, state="running").update(heartbeat=now() - dt.timedelta(minutes=2))
    run_job(job_id)


def go_on(job_id: str) -> None:
    """The button of the letter's page, pressed by a holder; nothing where the work came to its end."""
    from smallplaces.core.models import Job
    from smallplaces.letters import actions
    from smallplaces.letters.models import Letter
    from smallplaces.letters.queries import job_of
    from tests.factories.groups import make_viewer

    letter = Letter.objects.get()
    if Job.objects.get(pk=job_id).state == "failed":
        actions.go_on(letter, by=make_viewer(letter.group, role="holder"))
        job = job_of(letter.pk)
        assert job is not None
        sys.stdout.write(job.pk)


def count(job_id: str) -> None:
    """How it stands."""
    from smallplaces.core.models import Job
    from smallplaces.letters.models import Letter, Sending

    letter = Letter.objects.get()
    unsure = [one.address.email for one in Sending.objects.filter(state="handing").select_related("address")]
    told = [letter.state, str(letter.sent), Job.objects.get(pk=job_id).state, *unsure]
    sys.stdout.write(" ".join(told))


if __name__ == "__main__":
    django.setup()
    {"make": make, "run": run, "go-on": go_on, "count": count}[sys.argv[1]](sys.argv[2])
