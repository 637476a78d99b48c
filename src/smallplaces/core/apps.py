"""Core: what every room of the house stands on."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "smallplaces.core"
    label = "core"
