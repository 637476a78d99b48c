"""All pages."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WebConfig(AppConfig):
    name = "smallplaces.web"
    label = "web"

    def ready(self) -> None:
        from django.forms import ChoiceField, DateField, Field  # noqa: PLC0415  (forms need the settings)

        from smallplaces.web.accounts import signals  # noqa: PLC0415  (apps are there only now)

        signals.connect()
        # Every form of the house, the sign-in's among them, says it in the same words.
        Field.default_error_messages["required"] = _("Nothing is written or chosen here yet.")
        DateField.default_error_messages["invalid"] = _("Write the day as year, month, day: 2026-03-08.")
        ChoiceField.default_error_messages["invalid_choice"] = _("Choose from the list.")
