"""All pages."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "smallplaces.web"
    label = "web"

    def ready(self) -> None:
        from smallplaces.web.accounts import signals  # noqa: PLC0415  (apps are there only now)

        signals.connect()
