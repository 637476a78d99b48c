"""Places: any locality, its names, and the bodies that must act there."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "smallplaces.places"
    label = "places"

    def ready(self) -> None:
        from smallplaces.places import corrected, finding  # noqa: PLC0415  (models are ready only now)

        finding.register()
        corrected.register()
