"""Groups: who holds the records, and the accounts of their people."""

from django.apps import AppConfig


class GroupsConfig(AppConfig):
    name = "smallplaces.groups"
    label = "groups"

    def ready(self) -> None:
        from smallplaces.core import sweeping  # noqa: PLC0415  (models are there only now)
        from smallplaces.groups.ending import end_names  # noqa: PLC0415

        sweeping.register_chore(end_names)
