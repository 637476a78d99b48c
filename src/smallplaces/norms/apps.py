"""Norms: the texts that people hold up, by version, and who signed them."""

from django.apps import AppConfig


class NormsConfig(AppConfig):
    name = "smallplaces.norms"
    label = "norms"
