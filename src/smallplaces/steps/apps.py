"""Steps: who does what by when, and what came of it."""

from django.apps import AppConfig


class StepsConfig(AppConfig):
    name = "smallplaces.steps"
    label = "steps"

    def ready(self) -> None:
        from smallplaces.core import daily, jobs  # noqa: PLC0415  (models are there only now)
        from smallplaces.steps import beside, tasks  # noqa: PLC0415

        jobs.register(tasks.REMINDER_JOB, tasks.remind_those_who_asked)
        daily.once_a_day(tasks.REMINDER_JOB)
        beside.register_kinds()
