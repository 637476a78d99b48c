"""Commitments: what we ask, what was promised by them and by us, and what became of it."""

from django.apps import AppConfig


class CommitmentsConfig(AppConfig):
    name = "smallplaces.commitments"
    label = "commitments"
