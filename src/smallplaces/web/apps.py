"""All pages."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WebConfig(AppConfig):
    name = "smallplaces.web"
    label = "web"

    def ready(self) -> None:
        from django.forms import Field  # noqa: PLC0415  (forms need the settings)

        from smallplaces.web.accounts import signals  # noqa: PLC0415  (apps are there only now)

        signals.connect()
        # Every form of the house, the sign-in's among them, says it in the same words.
        Field.default_error_messages["required"] = _("Nothing is written or chosen here yet.")
