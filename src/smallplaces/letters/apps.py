"""Letters: addresses that people left, what is sent to them, and what strangers write to a group."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "smallplaces.letters"
    label = "letters"
