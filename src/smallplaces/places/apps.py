"""Places: any locality, its names, and the bodies that must act there."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "smallplaces.places"
    label = "places"
