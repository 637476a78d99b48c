"""Dialogues: statements put to people, by number of answers. Nobody's answer is ever shown."""

from django.apps import AppConfig


class DialoguesConfig(AppConfig):
    name = "smallplaces.dialogues"
    label = "dialogues"

    def ready(self) -> None:
        from smallplaces.dialogues.beside import register_kinds  # noqa: PLC0415  (models are there only now)

        register_kinds()
