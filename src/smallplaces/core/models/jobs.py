"""Long work that shows progress, can be stopped, and says what it did."""

from django.db import models

from smallplaces.core.tables import Record


class JobState(models.TextChoices):
    """How far a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


class Job(Record):
    """What a page and a terminal show of long work: ids and counts, and one sentence of ours, never words."""

    kind = models.CharField(max_length=40)
    thing_id = models.CharField(max_length=26, blank=True)
    group_id = models.CharField(max_length=26, blank=True)
    state = models.CharField(max_length=10, choices=JobState, default=JobState.WAITING)
    done = models.PositiveIntegerField(default=0)
    of = models.PositiveIntegerField(default=0)
    sentence = models.CharField(max_length=300, blank=True)
    asked_to_stop = models.BooleanField(default=False)
    tries = models.PositiveSmallIntegerField(default=0)
    heartbeat = models.DateTimeField(null=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"
