"""Meetings: people come together, and what they say is written down."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "smallplaces.meetings"
    label = "meetings"

    def ready(self) -> None:
        from smallplaces.meetings.beside import register_kinds  # noqa: PLC0415  (models are there only now)

        register_kinds()
