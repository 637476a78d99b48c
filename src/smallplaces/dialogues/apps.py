"""Dialogues: statements put to people, by number of answers. Nobody's answer is ever shown."""

from django.apps import AppConfig


class DialoguesConfig(AppConfig):
    name = "smallplaces.dialogues"
    label = "dialogues"
