"""Reports: what we tell our people and the world."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "smallplaces.reports"
    label = "reports"
