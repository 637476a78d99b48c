"""Core: what every room of the house stands on."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "smallplaces.core"
    label = "core"

    def ready(self) -> None:
        from smallplaces.core import jobs, sweeping  # noqa: PLC0415  (models are there only now)

        jobs.register("sweep", sweeping.sweep)
