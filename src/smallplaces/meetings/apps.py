"""Meetings: people come together, and what they say is written down."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "smallplaces.meetings"
    label = "meetings"
