"""Groups: who holds the records, and the accounts of their people."""

from django.apps import AppConfig


class GroupsConfig(AppConfig):
    name = "smallplaces.groups"
    label = "groups"
