"""All pages."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "smallplaces.web"
    label = "web"
