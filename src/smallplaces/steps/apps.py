"""Steps: who does what by when, and what came of it."""

from django.apps import AppConfig


class StepsConfig(AppConfig):
    name = "smallplaces.steps"
    label = "steps"
